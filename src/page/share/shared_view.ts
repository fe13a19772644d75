import { openCanvas } from "../tile/canvas.ts";

/** What is shared of a page: drawn into one picture, or written as a page of its own. */
export interface SharedView {
  readonly title: string;
  /** Lines below the title. */
  readonly facts: readonly string[];
  /** What its files are called, without an ending. */
  readonly file: string;
  readonly pictures: readonly SharedPicture[];
  readonly numbers: readonly SharedNumber[];
  /** What is told of each pair, where there are several; null for one. */
  readonly table: SharedTable | null;
}

/** A picture with what stands below it. */
export interface SharedPicture {
  readonly caption: string;
  readonly note: string;
  readonly canvas: HTMLCanvasElement;
  /** Whether its pixels are those of a photo. */
  readonly isPhoto: boolean;
}

/** A number with its name. */
export interface SharedNumber {
  readonly name: string;
  readonly value: string;
}

/** Numbers in rows. */
export interface SharedTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Leaves a picture blank that cannot be had, and says why. */
export function leaveBlank(caption: string, why: string): SharedPicture {
  const { canvas } = openCanvas({ width: 240, height: 40 });
  return { caption, note: why, canvas, isPhoto: false };
}

// From here on pixels of unlike sizes would show.
const FEW = 3;

/** Enlarges a picture up to a size, by whole pixels where they are large, or makes it smaller. */
export function fitCanvas(canvas: HTMLCanvasElement, most: number): HTMLCanvasElement {
  const whole = most / Math.max(canvas.width, canvas.height);
  const zoom = whole < FEW ? whole : Math.floor(whole);
  const width = Math.max(1, Math.round(canvas.width * zoom));
  const height = Math.max(1, Math.round(canvas.height * zoom));
  const context = openCanvas({ width, height });
  context.imageSmoothingEnabled = zoom < 1;
  context.drawImage(canvas, 0, 0, width, height);
  return context.canvas;
}

/** A tile of a grid that is shared, and what stands below it. */
export interface SharedTile {
  readonly canvas: HTMLCanvasElement;
  readonly label: string;
}

const LABEL = 14; // pixels
const GAP = 4;

/** Lays tiles out in rows, each as large as the width allows, with their labels below. */
export function joinTiles(
  tiles: readonly SharedTile[],
  { columns, width }: { readonly columns: number; readonly width: number },
): HTMLCanvasElement {
  const side = Math.floor((width + GAP) / columns) - GAP;
  const fitted = tiles.map(({ canvas }) => fitCanvas(canvas, side));
  const tall = Math.max(...fitted.map(({ height }) => height)) + LABEL + GAP;
  const context = openCanvas({ width, height: Math.ceil(tiles.length / columns) * tall });
  context.font = `11px ${SANS}`;
  context.fillStyle = GREY;
  tiles.forEach(({ label }, i) => {
    const [left, top] = [(i % columns) * (side + GAP), Math.floor(i / columns) * tall];
    const { width, height } = fitted[i]!;
    context.drawImage(fitted[i]!, left, top);
    context.fillText(label, left, top + height + LABEL - 3, Math.max(width, side));
  });
  return context.canvas;
}

/** The letters of what is drawn. */
export const SANS = 'system-ui, "Segoe UI", "PingFang SC", "Microsoft YaHei", sans-serif';

/** The colours of what is said, and of what is said beside it. */
export const INK = "#191b1e";
export const GREY = "#555b62";

/** How wide a picture is that takes the whole width, in pixels. */
export const INSIDE = 1128;
