import type { LayerData } from "../../site/layer_data.ts";
import { formatWithin } from "../../site/format_within.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import {
  findRow,
  findWeight,
  layoutMatrix,
  type MatrixLayout,
  type MatrixWeight,
} from "../../site/plot/matrix_layout.ts";
import type { WeightMatrix } from "../../analysis/matrix/mixing.ts";
import { findFirstInput, findPicture } from "../../site/tile/sprite.ts";
import type { Words } from "../../words/words.ts";
import { loadKernel } from "../files/layer_values.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { find, findPart, tell } from "../shell/dom.ts";
import type { PlotListener } from "./plot.ts";

/** The matrix of a layer's weights. */
export interface MatrixPlot {
  /** Marks the row of a kernel. */
  mark(k: number): void;
}

/** What the matrix knows of a layer, and whom it tells. */
export interface MatrixOptions extends Pick<PlotListener, "select" | "preview"> {
  readonly data: LayerData;
  readonly words: Pick<Words, "panel">;
  readonly files: ReportFiles;
  readonly root: string;
  readonly signal: AbortSignal;
}

/** Takes hold of the matrix of the page; on a page without one it does nothing. */
export function openMatrix(options: MatrixOptions): MatrixPlot {
  const svg = find<SVGSVGElement>(HOOKS.matrix);
  const { layer, measures } = options.data;
  const picture = findPicture(layer, "matrix");
  const matrix = measures?.matrix ?? null;
  if (svg === null || picture === null || matrix === null) {
    return { mark: () => {} };
  }
  const layout = layoutMatrix(picture);
  listenToMatrix(svg, { matrix, layout }, options);
  return {
    mark: (k) =>
      markRow(findPart<SVGRectElement>(HOOKS.matrixRow, svg), findRow(matrix, layout, k)),
  };
}

// So that a row of a pixel is seen between the lines.
const AROUND = 2;

function markRow(mark: SVGRectElement, row: ReturnType<typeof findRow>): void {
  mark.toggleAttribute("hidden", row === null);
  if (row === null) return;
  mark.setAttribute("y", String(row.top - AROUND));
  mark.setAttribute("height", String(row.height + 2 * AROUND));
}

interface ShownMatrix {
  readonly matrix: WeightMatrix;
  readonly layout: MatrixLayout;
}

function listenToMatrix(svg: SVGSVGElement, shown: ShownMatrix, options: MatrixOptions): void {
  const { select, preview, signal } = options;
  let pointed: MatrixWeight | null = null;
  svg.addEventListener("pointermove", (event) => {
    pointed = findPointed(svg, event, shown);
    if (event.pointerType === "mouse") preview(pointed && pointed.k);
    if (pointed) void tellWeight(pointed, options, () => pointed);
  }, { signal });
  svg.addEventListener("pointerleave", () => preview(null), { signal });
  svg.addEventListener("click", (event) => {
    const place = findPointed(svg, event, shown);
    if (place) select(place.k);
  }, { signal });
}

function findPointed(
  svg: SVGSVGElement,
  { clientX, clientY }: MouseEvent,
  { matrix, layout: { matrix: size, whole } }: ShownMatrix,
): MatrixWeight | null {
  const frame = svg.getBoundingClientRect();
  return findWeight(matrix, {
    x: (clientX - frame.left) / frame.width * whole.width / size.width,
    y: (clientY - frame.top) / frame.height * whole.height / size.height,
  });
}

// At once without the number; with it as soon as that is there, unless another place is pointed at.
async function tellWeight(
  place: MatrixWeight,
  options: MatrixOptions,
  pointed: () => MatrixWeight | null,
): Promise<void> {
  const { words: { panel } } = options;
  const [kernel, input] = [String(place.k), String(place.input)];
  tell("matrix-weight", panel.weightAt(kernel, input, null));
  const value = await readWeight(place, options);
  if (pointed() === place) tell("matrix-weight", panel.weightAt(kernel, input, value));
}

// What a kernel of another group reads is no weight of its own.
async function readWeight(
  { k, input }: MatrixWeight,
  options: MatrixOptions,
): Promise<string | null> {
  const { layer } = options.data;
  const { values } = layer;
  const slice = input - findFirstInput(layer, k);
  if (slice < 0 || slice >= layer.inChannels / layer.group) return "–";
  if (values === null) return null;
  try {
    const { numbers, error } = await loadKernel(options, values, k);
    return formatWithin([numbers[slice]!], error);
  } catch {
    return null; // the file is missing: the panel says so where a weight is asked for
  }
}
