import { encodePath } from "../../site/address.ts";
import { formatCount, formatNumber, formatSize } from "../../site/format.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { layoutMatrix, type MatrixLayout, NORMS } from "../../site/plot/matrix_layout.ts";
import { findPicture } from "../../site/tile/sprite.ts";
import type { Size } from "../../raster/raster.ts";
import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import type { WeightMatrix } from "../../analysis/matrix/mixing.ts";
import type { MatrixWords } from "../../words/en_page/matrix_words.ts";

/** The weights of a layer as a matrix, with the norms of rows and columns beside: the view of `matrix.hbs`. */
export interface MatrixView {
  readonly heading: string;
  /** What runs down and across. */
  readonly axes: readonly string[];
  readonly href: string;
  /** The size of the picture's file, in words. */
  readonly size: string;
  readonly alt: string;
  readonly matrix: Size;
  readonly whole: Size;
  /** The bars of the norms of rows and of columns, as paths. */
  readonly rows: string;
  readonly columns: string;
  readonly caption: readonly string[];
  readonly hint: string;
}

/** Views the matrix of a layer; null where it has none. */
export function viewMatrix({ layer, measures, words }: LayerSubject): MatrixView | null {
  const picture = findPicture(layer, "matrix");
  const matrix = measures?.matrix ?? null;
  const kernels = measures?.kernels ?? null;
  if (picture === null || matrix === null || kernels === null) return null;
  const layout = layoutMatrix(picture);
  const size = formatSize(picture.width, picture.height);
  const axes = [words.matrix.rows(matrix.output.length), words.matrix.columns(matrix.input.length)];
  return {
    heading: words.matrix.heading,
    axes,
    href: encodePath(picture.file),
    size,
    alt: words.matrix.alt(formatCount(matrix.output.length), formatCount(matrix.input.length)),
    ...layout,
    rows: drawRows(average(matrix.output, kernels.norm, matrix.averaged[0]), layout),
    columns: drawColumns(average(matrix.input, matrix.inputNorm, matrix.averaged[1]), layout),
    caption: describeMatrix(matrix, layer.group, words.matrix),
    hint: words.matrix.hint,
  };
}

function describeMatrix(
  { output, input, averaged: [rows, columns], limit }: WeightMatrix,
  group: number,
  words: MatrixWords,
): string[] {
  const isOwn = [output, input].every((order) => order.every((place, i) => place === i));
  return [
    isOwn ? words.inOrder : group === 1 ? words.ordered : words.orderedInGroups,
    words.limit(formatNumber(limit)),
    ...rows * columns > 1 ? [words.averaged(rows, columns)] : [],
    words.norms,
  ];
}

// The means of as many in a row as a pixel of the picture stands for.
function average(order: readonly number[], norms: Values, step: number): number[] {
  return Array.from({ length: Math.ceil(order.length / step) }, (_, i) => {
    const own = order.slice(i * step, (i + 1) * step);
    return own.reduce((sum, place) => sum + (norms[place] ?? 0), 0) / own.length;
  });
}

function drawRows(norms: readonly number[], { matrix: { width, height } }: MatrixLayout): string {
  const [left, each] = [width + NORMS.gap, height / norms.length];
  return `M${left} 0${
    scaleNorms(norms).map((length) => `H${left + length}v${each}`).join("")
  }H${left}Z`;
}

function drawColumns(
  norms: readonly number[],
  { matrix: { width, height } }: MatrixLayout,
): string {
  const [top, each] = [height + NORMS.gap, width / norms.length];
  return `M0 ${top}${
    scaleNorms(norms).map((length) => `V${top + length}h${each}`).join("")
  }V${top}Z`;
}

function scaleNorms(norms: readonly number[]): number[] {
  const most = Math.max(...norms) || 1;
  return norms.map((norm) => Math.round(norm / most * NORMS.length));
}
