import { quantileSorted } from "../../tensor/d3_array.ts";
import { formatCount } from "../../site/format.ts";
import type { CosineTally } from "../../words/en/compare_words.ts";
import type { Comparison } from "./comparison.ts";
import { formatExact } from "../../site/format_within.ts";

const WIDTH = 440;
const HEIGHT = 34;
const MARGIN = 8;
const TICKS = 18; // pixels high
const LEAST = 1e-6; // how short an axis may be

const DECIMALS = [4, 5, 6, 7]; // a float32 has no more

/** Formats a cosine with four decimals, and with more where it would look like 1 and is sure. */
export function formatCosine(value: number, error = 0): string {
  const texts = DECIMALS.slice(0, error === 0 ? DECIMALS.length : 1).map((decimals) =>
    value.toFixed(decimals)
  );
  const text = texts.find((each) => Math.abs(Number(each)) !== 1) ?? texts[0]!;
  return text.replace(/^-(0\.0000)$/, "$1").replace("-", "−");
}

/** Tells what the cosines come to; null where there are none. */
export function tallyCosines(found: readonly (Comparison | null)[]): CosineTally | null {
  const known = listCosines(found).toSorted((one, other) => one.cosine - other.cosine);
  const [least] = known;
  if (!least) return null;
  const error = known.reduce((most, each) => Math.max(most, each.error), 0);
  return {
    count: formatCount(known.length),
    least: formatCosine(least.cosine, error),
    at: String(least.k),
    median: formatCosine(quantileSorted(known, 0.5, ({ cosine }) => cosine)!, error),
  };
}

/** Every cosine as a tick: the view of a figure of `cosines.hbs`. */
export interface CosinesView {
  readonly title: string;
  readonly tally: string;
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

/** Views every cosine as a tick, that of pair k thick. */
export function viewCosines(
  found: readonly (Comparison | null)[],
  { title, tally, k }: { readonly title: string; readonly tally: string; readonly k: number },
): CosinesView {
  const known = listCosines(found);
  const { low, place } = layoutAxis(known);
  const chosen = found[k]?.cosine ?? null;
  const end = (at: number, anchor: string) => {
    return { x: place(at), y: HEIGHT - 3, anchor, text: formatExact(at) };
  };
  return {
    title,
    tally,
    width: WIDTH,
    height: HEIGHT,
    ticks: known.map(({ cosine }) => `M${place(cosine).toFixed(1)} 0V${TICKS}`).join(""),
    axis: `M${MARGIN} ${TICKS + 1}H${WIDTH - MARGIN}`,
    current: chosen === null ? null : `M${place(chosen)} 0V${TICKS + 2}`,
    ends: [end(low, "start"), end(1, "end")],
  };
}

/** Finds the pair whose tick is nearest to a share of the width; null where there is none. */
export function findCosineAt(found: readonly (Comparison | null)[], share: number): number | null {
  const known = listCosines(found);
  const { place } = layoutAxis(known);
  const far = (cosine: number): number => Math.abs(place(cosine) - share * WIDTH);
  const [nearest] = known.toSorted((one, other) => far(one.cosine) - far(other.cosine));
  return nearest?.k ?? null;
}

// From the least cosine, rounded, to 1.
function layoutAxis(
  known: readonly { readonly cosine: number }[],
): { readonly low: number; readonly place: (cosine: number) => number } {
  const least = known.reduce((low, { cosine }) => Math.min(low, cosine), 1);
  const low = Math.max(-1, 1 - roundUp(1 - least));
  return {
    low,
    place: (cosine) => MARGIN + (cosine - low) / (1 - low) * (WIDTH - 2 * MARGIN),
  };
}

function listCosines(
  found: readonly (Comparison | null)[],
): readonly { readonly k: number; readonly cosine: number; readonly error: number }[] {
  return found.flatMap((comparison, k) => {
    const { cosine = null, errors } = comparison ?? {};
    return cosine === null ? [] : [{ k, cosine, error: errors!.cosine }];
  });
}

// To one digit: an axis from 0.999 to 1 tells apart what one from 0 would not.
function roundUp(distance: number): number {
  if (distance < LEAST) return LEAST;
  const unit = 10 ** Math.floor(Math.log10(distance));
  return Math.ceil(distance / unit - 1e-9) * unit;
}
