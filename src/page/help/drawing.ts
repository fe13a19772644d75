import { DRAWING_SIDE, DRAWINGS, type Drawings, type WordDrawing } from "../../site/drawing.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { create } from "../shell/dom.ts";

/** Loads what words mean in pictures; none where their file is missing. */
export function loadDrawings({ data }: ReportFiles, root: string): Promise<Drawings> {
  return data.load(root, DRAWINGS, decode).catch(() => ({}));
}

function decode(bytes: Uint8Array): Drawings {
  return JSON.parse(new TextDecoder().decode(bytes));
}

/** Paints the tiles of a drawing, each above its label. */
export function paintDrawing(drawing: WordDrawing): HTMLElement {
  const tiles = drawing.map(([cells, label]) => create("span", {}, paintCells(cells), label));
  return create("span", { class: "drawing", "aria-hidden": "true" }, ...tiles);
}

function paintCells(cells: string): HTMLCanvasElement {
  const side = String(DRAWING_SIDE);
  const canvas = create("canvas", { width: side, height: side });
  const depth = cells.length / DRAWING_SIDE ** 2;
  const image = new ImageData(DRAWING_SIDE, DRAWING_SIDE);
  image.data.forEach((_, i) => {
    const channel = i % 4;
    const cell = cells[(i - channel) / 4 * depth + channel % depth]!;
    image.data[i] = channel === 3 ? 255 : 17 * parseInt(cell, 16);
  });
  canvas.getContext("2d")!.putImageData(image, 0, 0);
  return canvas;
}
