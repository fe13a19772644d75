import { quantileSorted } from "../../tensor/d3_array.ts";
import { formatCount } from "../../site/format.ts";
import { formatError } from "../../site/compare/error_text.ts";
import { formatExact } from "../../site/format_within.ts";
import type { CompareWords } from "../../words/en/compare_words.ts";
import type { Comparison } from "../sides/comparison.ts";
import { formatCosine } from "../sides/comparison_text.ts";

const WIDTH = 440;
const HEIGHT = 34;
const MARGIN = 8;
const TICKS = 18; // pixels high
const LEAST = 1e-6; // how short an axis may be

/** What strips show of pairs: the cosine, or how far B is from A. */
export type StripName = "cosine" | "change";

interface StripRow {
  /** The ends of the axis, by what is furthest from the end where A and B are the same. */
  readonly ends: (known: readonly KnownValue[]) => readonly [low: number, high: number];
  /** Which way the pairs lie that differ most: −1 towards the lower end. */
  readonly worst: -1 | 1;
  readonly format: (value: number, error?: number) => string;
  readonly formatEnd: (value: number) => string;
}

interface KnownValue {
  readonly k: number;
  readonly value: number;
  readonly error: number;
}

const STRIPS: Readonly<Record<StripName, StripRow>> = {
  cosine: {
    ends: (known) => {
      const least = known.reduce((low, { value }) => Math.min(low, value), 1);
      return [Math.max(-1, 1 - roundUp(1 - least)), 1];
    },
    worst: -1,
    format: formatCosine,
    formatEnd: formatExact,
  },
  change: {
    ends: (known) => [0, roundUp(known.reduce((most, { value }) => Math.max(most, value), 0))],
    worst: 1,
    format: formatError,
    formatEnd: (value) => formatError(value),
  },
};

/** A number of every pair as a tick: the view of a figure of `strips.hbs`. */
export interface StripView {
  readonly title: string;
  /** How many pairs there are, which differs most, and the median. */
  readonly lead: string;
  readonly worst: { readonly k: number; readonly text: string };
  readonly rest: string;
  readonly width: number;
  readonly height: number;
  /** Paths of an SVG; the current is that of the chosen pair, null where it has none. */
  readonly ticks: string;
  readonly axis: string;
  readonly current: string | null;
  readonly ends: readonly {
    readonly x: number;
    readonly y: number;
    readonly anchor: string;
    readonly text: string;
  }[];
}

/** Views a number of every pair as a tick, that of pair k thick; null where none is known. */
export function viewStrip(
  found: readonly (Comparison | null)[],
  { name, title, k, compare }: {
    readonly name: StripName;
    readonly title: string;
    readonly k: number;
    readonly compare: CompareWords;
  },
): StripView | null {
  const known = listKnown(found, name);
  if (known.length === 0) return null;
  const { low, high, place } = layoutStripAxis(known, name);
  const chosen = found[k]?.[name] ?? null;
  const end = (at: number, anchor: string) => {
    return { x: place(at), y: HEIGHT - 3, anchor, text: STRIPS[name].formatEnd(at) };
  };
  return {
    title,
    ...tally(known, name, compare),
    width: WIDTH,
    height: HEIGHT,
    ticks: known.map(({ value }) => `M${place(value).toFixed(1)} 0V${TICKS}`).join(""),
    axis: `M${MARGIN} ${TICKS + 1}H${WIDTH - MARGIN}`,
    current: chosen === null ? null : `M${place(chosen)} 0V${TICKS + 2}`,
    ends: [end(low, "start"), end(high, "end")],
  };
}

/** Finds the pair whose tick is nearest to a share of the width; null where there is none. */
export function findTickAt(
  found: readonly (Comparison | null)[],
  name: StripName,
  share: number,
): number | null {
  const known = listKnown(found, name);
  const { place } = layoutStripAxis(known, name);
  const far = ({ value }: KnownValue): number => Math.abs(place(value) - share * WIDTH);
  const [nearest] = known.toSorted((one, other) => far(one) - far(other));
  return nearest?.k ?? null;
}

function tally(
  known: readonly KnownValue[],
  name: StripName,
  { tally: words }: CompareWords,
): Pick<StripView, "lead" | "worst" | "rest"> {
  const { worst: sign, format } = STRIPS[name];
  const sorted = known.toSorted((one, other) => sign * (other.value - one.value));
  const [{ k, value }] = sorted as [KnownValue];
  const error = known.reduce((most, each) => Math.max(most, each.error), 0);
  const median = quantileSorted(sorted.map((each) => each.value), 0.5)!;
  return {
    lead: words.pairs(formatCount(known.length)),
    worst: { k, text: words[sign < 0 ? "least" : "most"](format(value, error), String(k)) },
    rest: words.median(format(median, error)),
  };
}

interface StripAxis {
  readonly low: number;
  readonly high: number;
  readonly place: (value: number) => number;
}

function layoutStripAxis(known: readonly KnownValue[], name: StripName): StripAxis {
  const [low, high] = STRIPS[name].ends(known);
  const place = (value: number): number =>
    MARGIN + (value - low) / (high - low) * (WIDTH - 2 * MARGIN);
  return { low, high, place };
}

function listKnown(
  found: readonly (Comparison | null)[],
  name: StripName,
): readonly KnownValue[] {
  return found.flatMap((comparison, k) => {
    const value = comparison?.[name] ?? null;
    return value === null ? [] : [{ k, value, error: comparison!.errors[name] }];
  });
}

// To one digit: an axis from 0.999 to 1 tells apart what one from 0 would not.
function roundUp(distance: number): number {
  if (distance < LEAST) return LEAST;
  const unit = 10 ** Math.floor(Math.log10(distance));
  return Math.ceil(distance / unit - 1e-9) * unit;
}
