import { BLOB_DC_GAIN, COLOUR_CHROMA } from "../../analysis/kind/image_kernel_kind.ts";
import type { Picture } from "../../plan/picture.ts";
import type { FindingWords } from "../../words/en_page/finding_words.ts";
import type { SiteWords } from "../../words/words.ts";
import { formatNumber, formatShare } from "../../site/format.ts";
import { type KernelLinksView, viewKernelLinks } from "./kernel_links.ts";
import type { KernelColumns } from "../../report/layer_report.ts";
import type { MapNumbers } from "../../site/map_numbers.ts";
import type { RuleColumns } from "../../site/plot/scatter_measure.ts";

/** Kernels by colour and DC gain, with how much of their maps is photo: the view of `quad.hbs`. */
export interface QuadView {
  readonly caption: string;
  /** Edges on the left, blobs on the right. */
  readonly columns: readonly QuadHeadView[];
  /** Grey above, coloured below. */
  readonly rows: readonly QuadRowView[];
  /** How many kernels have no value and are left out, in words; null where all have one. */
  readonly without: string | null;
}

/** What a row or a column holds. */
export interface QuadHeadView {
  readonly name: string;
  readonly meaning: string;
}

/** A row of two cells. */
export interface QuadRowView extends QuadHeadView {
  readonly cells: readonly QuadCellView[];
}

/** The kernels of one colour and one gain. */
export interface QuadCellView {
  /** How much of their maps is photo, on average; null where there is none. */
  readonly mean: string | null;
  readonly words: string;
  /** Whether its maps are half photo or more, on average. */
  readonly keeps: boolean;
  readonly links: KernelLinksView;
}

/** What a quad is made of. */
export interface QuadSubject extends RuleColumns {
  readonly words: SiteWords;
  /** Over how many photos the maps are averaged. */
  readonly photos: number;
}

/** Views the kernels by colour and DC gain; null where no kernel has a colour. */
export function viewQuad(
  { kernels, composed, averages, words, photos }: QuadSubject,
  picture: Picture | null,
): QuadView | null {
  const known = listKnown(composed ?? kernels, averages);
  const { quad } = words.finding;
  if (known.length === 0) return null;
  const rows = listRows(quad).map(({ name, meaning, coloured }) => ({
    name,
    meaning,
    cells: [false, true].map((blob) => {
      const inside = known.filter((each) => each.blob === blob && each.coloured === coloured);
      return viewCell(inside, picture, words);
    }),
  }));
  const rest = kernels.kind.length - known.length;
  const without = rest > 0 ? quad.without(words.count.kernels(rest)) : null;
  return {
    caption: quad.caption(photos, composed !== null),
    columns: listColumns(quad),
    rows,
    without,
  };
}

const [GAIN, CHROMA] = [formatNumber(BLOB_DC_GAIN.at), formatNumber(COLOUR_CHROMA.at)];

type QuadWords = FindingWords["quad"];

function listColumns(quad: QuadWords): readonly QuadHeadView[] {
  return [
    { name: quad.edges, meaning: quad.gainBelow(GAIN) },
    { name: quad.blobs, meaning: quad.gainFrom(GAIN) },
  ];
}

function listRows(quad: QuadWords): readonly (QuadHeadView & { readonly coloured: boolean })[] {
  return [
    { name: quad.grey, meaning: quad.chromaBelow(CHROMA), coloured: false },
    { name: quad.coloured, meaning: quad.chromaFrom(CHROMA), coloured: true },
  ];
}

/** A kernel with a place in the quad. */
interface Known {
  readonly k: number;
  readonly blob: boolean;
  readonly coloured: boolean;
  readonly kept: number;
}

function listKnown(
  { dcGain, chroma }: Pick<KernelColumns, "dcGain" | "chroma">,
  { keepsPicture }: Pick<MapNumbers, "keepsPicture">,
): Known[] {
  return keepsPicture.flatMap((kept, k) => {
    const [gain, colour] = [dcGain[k] ?? null, chroma[k] ?? null];
    if (kept === null || gain === null || colour === null) return [];
    return [{ k, blob: gain >= BLOB_DC_GAIN.at, coloured: colour >= COLOUR_CHROMA.at, kept }];
  });
}

// As a share of a map's variance; the counter-examples have the same.
const KEPT = 0.5;

function viewCell(
  inside: readonly Known[],
  picture: Picture | null,
  words: SiteWords,
): QuadCellView {
  const { finding: { quad }, count } = words;
  const links = viewKernelLinks(picture, inside.map(({ k }) => k), words);
  if (inside.length === 0) return { mean: null, words: quad.none, keeps: false, links };
  const all = inside.map(({ kept }) => kept);
  const [low, high] = [formatShare(Math.min(...all)), formatShare(Math.max(...all))];
  const says = inside.length === 1 ? quad.one : quad.mean(count.kernels(inside.length), low, high);
  const kept = mean(inside);
  return { mean: formatShare(kept), words: says, keeps: kept >= KEPT, links };
}

function mean(inside: readonly Known[]): number {
  return inside.reduce((sum, { kept }) => sum + kept, 0) / inside.length;
}
