import { BLOB_DC_GAIN, COLOUR_CHROMA } from "../analysis/image_kernel_kind.ts";
import type { Picture } from "../plan/picture.ts";
import type { AverageColumns, KernelColumns } from "../report/layer_report.ts";
import { formatNumber, formatQuantity, formatShare } from "./format.ts";
import { type KernelLinksView, viewKernelLinks } from "./kernel_links.ts";

/** Kernels by colour and DC gain, with the picture that their maps keep: the view of `quad.hbs`. */
export interface QuadView {
  /** Edges on the left, blobs on the right. */
  readonly columns: readonly QuadHeadView[];
  /** Grey above, coloured below. */
  readonly rows: readonly QuadRowView[];
  /** How many kernels have no value and are left out; null where all have one. */
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
  /** The mean of what their maps keep; null where there is none. */
  readonly mean: string | null;
  readonly words: string;
  /** Whether its maps keep half of the picture or more, on average. */
  readonly keeps: boolean;
  readonly links: KernelLinksView;
}

/** Views the kernels by colour and DC gain; null where no kernel has a colour. */
export function viewQuad(
  kernels: KernelColumns,
  averages: AverageColumns,
  picture: Picture | null,
): QuadView | null {
  const known = listKnown(kernels, averages);
  if (known.length === 0) return null;
  const rows = ROWS.map(({ name, meaning, coloured }) => ({
    name,
    meaning,
    cells: [false, true].map((blob) => {
      const inside = known.filter((each) => each.blob === blob && each.coloured === coloured);
      return viewCell(inside, picture);
    }),
  }));
  const rest = kernels.kind.length - known.length;
  const without = rest > 0 ? formatQuantity(rest, "kernel") : null;
  return { columns: COLUMNS, rows, without };
}

const [GAIN, CHROMA] = [formatNumber(BLOB_DC_GAIN.at), formatNumber(COLOUR_CHROMA.at)];

const COLUMNS: readonly QuadHeadView[] = [
  { name: "Edges and the like", meaning: `DC gain below ${GAIN}` },
  { name: "Blobs", meaning: `DC gain of ${GAIN} or more` },
];

const ROWS: readonly (QuadHeadView & { readonly coloured: boolean })[] = [
  { name: "grey", meaning: `chroma below ${CHROMA}`, coloured: false },
  { name: "coloured", meaning: `chroma of ${CHROMA} or more`, coloured: true },
];

/** A kernel with a place in the quad. */
interface Known {
  readonly k: number;
  readonly blob: boolean;
  readonly coloured: boolean;
  readonly kept: number;
}

function listKnown({ dcGain, chroma }: KernelColumns, { keepsPicture }: AverageColumns): Known[] {
  return keepsPicture.flatMap((kept, k) => {
    const [gain, colour] = [dcGain[k] ?? null, chroma[k] ?? null];
    if (kept === null || gain === null || colour === null) return [];
    return [{ k, blob: gain >= BLOB_DC_GAIN.at, coloured: colour >= COLOUR_CHROMA.at, kept }];
  });
}

// As a share of a map's variance; the counter-examples have the same.
const KEPT = 0.5;

function viewCell(inside: readonly Known[], picture: Picture | null): QuadCellView {
  const links = viewKernelLinks(picture, inside.map(({ k }) => k));
  if (inside.length === 0) return { mean: null, words: "no kernel", keeps: false, links };
  const all = inside.map(({ kept }) => kept);
  const range = `${formatShare(Math.min(...all))} to ${formatShare(Math.max(...all))}`;
  const count = formatQuantity(inside.length, "kernel");
  const words = inside.length === 1 ? "R² of 1 kernel" : `mean R² of ${count}, ${range}`;
  const kept = mean(inside);
  return { mean: formatShare(kept), words, keeps: kept >= KEPT, links };
}

function mean(inside: readonly Known[]): number {
  return inside.reduce((sum, { kept }) => sum + kept, 0) / inside.length;
}
