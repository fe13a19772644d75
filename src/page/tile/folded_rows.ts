import type { Picture } from "../../plan/picture.ts";
import { layoutSheet, type SheetLayout } from "../../raster/sheet.ts";
import { create, find } from "../shell/dom.ts";

/** Rows of slices, each of which is folded to a tile. */
export interface FoldedRows {
  /** The picture of the slices, a row a tile. */
  readonly picture: Picture;
  readonly url: string;
  /** Loads it; null where it cannot be had. */
  readonly load: () => Promise<HTMLImageElement | null>;
}

/** Lays out the tiles that rows of slices are folded to. */
export function layoutFolded({ columns, tileWidth, tileHeight }: Picture): SheetLayout {
  return layoutSheet({ slices: columns, width: tileWidth, height: tileHeight });
}

/** Draws row k as a tile into an element: what is cut out of a picture cannot be wrapped by CSS. */
export async function drawFolded(
  element: HTMLElement,
  { picture, url, load }: FoldedRows,
  k: number,
): Promise<void> {
  const canvas = find<HTMLCanvasElement>("canvas", element) ?? create("canvas");
  if (canvas.parentElement === null) element.replaceChildren(canvas);
  element.classList.add("folded");
  const shown = `"${k} ${url}"`;
  element.style.setProperty("--shown", shown);
  const image = await load();
  // Another may be asked for before this one is there.
  if (image === null || element.style.getPropertyValue("--shown") !== shown) return;
  paintRow(canvas, image, { picture, k });
}

/** Takes away what was drawn into an element. */
export function unfold(element: HTMLElement): void {
  element.classList.remove("folded");
  element.style.removeProperty("--shown");
  find("canvas", element)?.remove();
}

interface Row {
  readonly picture: Picture;
  readonly k: number;
}

function paintRow(
  canvas: HTMLCanvasElement,
  image: HTMLImageElement,
  { picture, k }: Row,
): void {
  const { columns: slices, padding, tileWidth, tileHeight } = picture;
  const { width, height, columns, gap } = layoutFolded(picture);
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d")!;
  context.imageSmoothingEnabled = false;
  context.fillStyle = ZERO;
  context.fillRect(0, 0, width, height);
  const size = [tileWidth, tileHeight] as const;
  const top = padding + k * (tileHeight + padding);
  for (let slice = 0; slice < slices; slice++) {
    const left = padding + slice * (tileWidth + padding);
    const x = slice % columns * (tileWidth + gap);
    const y = Math.floor(slice / columns) * (tileHeight + gap);
    context.drawImage(image, left, top, ...size, x, y, ...size);
  }
}

// The level of zero: what lies between slices is no weight.
const ZERO = "rgb(128 128 128)";
