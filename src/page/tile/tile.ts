import { drawFolded, type FoldedRows, layoutFolded, unfold } from "./folded_rows.ts";
import { encodePath } from "../../site/address.ts";
import type { ReportFiles } from "../files/report_files.ts";
import type { LayerData } from "../../site/layer_data.ts";
import { findWholeKernels, type Fit, fitSides, isMix } from "../../site/tile/sprite.ts";
import type { Picture } from "../../plan/picture.ts";
import type { Size } from "../../raster/raster.ts";
import { findAll } from "../shell/dom.ts";

/** A picture of tiles, and where a page finds it. */
export interface Sheet {
  /** How the tiles are shown; that of the file, where they are not folded. */
  readonly picture: Picture;
  readonly url: string;
  /** The rows that its tiles are folded from; null where they stand in it as they are shown. */
  readonly rows: FoldedRows | null;
}

/** Finds the sheet of a picture; its file lies in a folder, relative to the page that is shown. */
export function findSheet<Found extends Picture | null>(
  { urlOf }: ReportFiles,
  picture: Found,
  folder: string = "",
): Sheet | Extract<Found, null> {
  if (picture === null) return null as Extract<Found, null>;
  return { picture, url: urlOf(folder + encodePath(picture.file)), rows: null };
}

/** Finds the sheet of all of a layer's kernels, whose rows of slices are folded; null where there is none. */
export function findWhole(
  files: ReportFiles,
  layer: LayerData["layer"],
  folder: string = "",
): Sheet | null {
  const sheet = findSheet(files, findWholeKernels(layer), folder);
  if (sheet === null || sheet.picture.kind === "kernels" || sheet.picture.columns === 1) {
    return sheet;
  }
  const { picture, url } = sheet;
  if (isMix(layer)) { // single weights have no gaps between them: a row is a strip
    return { ...sheet, picture: { ...picture, tileWidth: picture.columns, columns: 1 } };
  }
  const { width: tileWidth, height: tileHeight } = layoutFolded(picture);
  const rows = { picture, url, load: () => files.loadPicture(url) };
  return { picture: { ...picture, tileWidth, tileHeight }, url, rows };
}

/** Shows tile k of a sheet in an element, at a whole zoom where it fits. */
export function showTile(
  element: HTMLElement,
  { picture, url, rows }: Sheet,
  k: number,
  fit: Fit,
): void {
  const { tileWidth, tileHeight, width, height, padding, columns } = picture;
  const zoom = fitSides(picture, fit);
  const { style } = element;
  for (
    const [name, value] of Object.entries({
      "--w": tileWidth,
      "--h": tileHeight,
      "--sheet-w": width,
      "--sheet-h": height,
      "--padding": padding,
      "--x": k % columns,
      "--y": Math.floor(k / columns),
      "--zoom": `${zoom.x}px`,
      "--zoom-y": `${zoom.y}px`,
    })
  ) {
    style.setProperty(name, String(value));
  }
  const image = rows === null ? `url("${url}")` : "";
  if (style.backgroundImage !== image) style.backgroundImage = image;
  style.imageRendering = zoom.x < 1 || zoom.y < 1 ? "auto" : "pixelated";
  if (rows === null) unfold(element);
  else void drawFolded(element, rows, k);
}

/** A tile of a sheet, shown through a filter or `none`. */
export interface PlacedTile {
  readonly sheet: Sheet;
  readonly k: number;
  readonly fit: Fit;
  readonly look: string;
}

/** Lays tiles in the places that a template left for them, in their order. */
export function layTiles(row: Element, tiles: readonly PlacedTile[]): void {
  findAll("i", row).forEach((place, i) => {
    const { sheet, k, fit, look } = tiles[i]!;
    showTile(place, sheet, k, fit);
    place.style.setProperty("--look", look);
  });
}

/** Finds how wide and high a tile stands, in CSS pixels. */
export function measureTile(
  tile: Pick<Picture, "tileWidth" | "tileHeight">,
  fit: Fit,
): Size {
  const zoom = fitSides(tile, fit);
  return { width: tile.tileWidth * zoom.x, height: tile.tileHeight * zoom.y };
}

/** A fit that fills a side as well as whole zooms do. */
export function fitSide(side: number): Fit {
  return { near: side, most: side, shrunk: side };
}
