import type { Picture } from "../../plan/picture.ts";
import type { Size } from "../../raster/raster.ts";
import { firstInputOf } from "../../tensor/first_input.ts";
import { STRONGEST, STRONGEST_WEIGHTS } from "../../tensor/strongest_slices.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import { type KernelView, listKernelViews } from "./kernel_view.ts";

/** How large the tiles of the grids are shown. */
export const GRID_SIZES = ["s", "m", "l"] as const;

/** A size of the tiles of the grids. */
export type GridSize = typeof GRID_SIZES[number];

/** How large a pixel of a picture stands, in CSS pixels: as wide as high but in strips. */
export interface Zoom {
  readonly x: number;
  readonly y: number;
}

/** A zoom for each size. */
export type Zooms = Readonly<Record<GridSize, Zoom>>;

/** A picture of tiles and the zooms at which its tiles are shown. */
export interface Sprite {
  readonly picture: Picture;
  /** Whole to enlarge, below 1 to shrink. */
  readonly zooms: Zooms;
  readonly miniZoom: Zoom;
}

/** A sprite of the kernels in one of their views. */
export interface KernelSprite extends Sprite {
  readonly view: KernelView;
}

/** The sprites of a layer; its kernels and maps stand at sizes that are as alike as pixels allow. */
export interface LayerSprites {
  /** One for each view, the first choice first; none where no kernels are drawn. */
  readonly kernels: readonly KernelSprite[];
  /** One for each photo, in the order of the layer's maps. */
  readonly maps: readonly Sprite[];
}

/** The side of a tile, in CSS pixels. */
export interface Fit {
  /** What is aimed at. */
  readonly near: number;
  /** What is not exceeded. */
  readonly most: number;
  /** What a larger tile is shrunk to. */
  readonly shrunk: number;
}

/** How large the tiles of the grids stand at each size. */
export const GRID_FITS: Readonly<Record<GridSize, Fit>> = {
  s: { near: 27, most: 36, shrunk: 33 },
  // 11 × 5 and 55 × 1: kernels and maps of an AlexNet's first layer meet there.
  m: { near: 55, most: 66, shrunk: 55 },
  l: { near: 110, most: 112, shrunk: 110 },
};
const MINI: Fit = { near: 22, most: 28, shrunk: 24 };

// Tiles of slices with gaps between them stand smaller: the gap between tiles is to be the wider.
const SLICED = .8;

/** Lays out the sprites of a layer. */
export function layoutSprites(layer: ReportLayer): LayerSprites {
  return {
    kernels: listKernelViews(layer).map(({ view, picture }) => {
      return { view, ...layoutSprite(picture) };
    }),
    maps: layer.maps.map(({ picture }) => layoutSprite(picture)),
  };
}

/** Tiles that stand for kernels outside of the grids, in whichever view. */
export interface MiniTiles {
  readonly columns: number;
  /** What holds a tile of each view, in CSS pixels. */
  readonly size: Size;
}

/** Finds the small tiles of a layer's kernels; null where no kernels are drawn. */
export function findMiniTiles(layer: ReportLayer): MiniTiles | null {
  const tiles = listKernelViews(layer).map(({ picture }) => picture);
  const [first] = tiles;
  if (first === undefined) return null;
  const zooms = tiles.map((picture) => fitTile(picture, MINI));
  const most = (sides: readonly number[]): number => Math.ceil(Math.max(...sides));
  const size = {
    width: most(tiles.map(({ tileWidth }, i) => tileWidth * zooms[i]!.x)),
    height: most(tiles.map(({ tileHeight }, i) => tileHeight * zooms[i]!.y)),
  };
  return { columns: first.columns, size };
}

/** Lists the sprites of a layer, kernels first. */
export function listSprites({ kernels, maps }: LayerSprites): readonly Sprite[] {
  return [...kernels, ...maps];
}

/** Finds the picture of all of the kernels, kernel k in a tile or a row; null where there is none. */
export function findWholeKernels(layer: ReportLayer): Picture | null {
  return findPicture(layer, "kernels") ?? findPicture(layer, "slices");
}

/** Tells whether the tile that stands for a kernel shows some of its slices only. */
export function hidesSlices(layer: ReportLayer): boolean {
  const inputs = layer.inChannels / layer.group;
  const shown = isMix(layer) ? STRONGEST_WEIGHTS : STRONGEST;
  return findPicture(layer, "kernels") === null && shown < inputs;
}

/** Tells whether kernels are single weights of maps: they see no neighbourhood, and are no pictures. */
export function isMix(layer: ReportLayer): boolean {
  return findPicture(layer, "mix") !== null;
}

/** Finds the first input channel that a kernel reads: that of its group. */
export function findFirstInput(
  { inChannels, outChannels, group }: Pick<ReportLayer, "inChannels" | "outChannels" | "group">,
  k: number,
): number {
  return firstInputOf(k, { count: outChannels, read: inChannels / group, group });
}

/** Tells whether the kernels are drawn in colours: those of the photo that they read. */
export function hasColours(layer: ReportLayer): boolean {
  return findPicture(layer, "kernels") !== null && layer.inChannels === 3;
}

/** Finds a picture of the kernels; null where there is none of that kind. */
export function findPicture({ pictures }: ReportLayer, kind: Picture["kind"]): Picture | null {
  return pictures.find((picture) => picture.kind === kind) ?? null;
}

/** Finds the zoom that brings a tile nearest to a size: whole where the tile fits, else below 1. */
export function fitZoom(side: number, { near, most, shrunk }: Fit): number {
  if (side > most) return shrunk / side;
  const zoom = Math.max(1, Math.round(near / side));
  return side * zoom > most ? Math.floor(most / side) : zoom;
}

type Tile = Pick<Picture, "tileWidth" | "tileHeight">;

// In CSS pixels; what would stand thinner, such as a map of sound, is drawn out to a strip.
const THIN = 4;
// How thick it is beside a square tile, and how long in a grid.
const THICK = 1 / 4;
const LONG = 4;

/** Finds the zoom that brings a tile nearest to a size; a strip keeps no ratio. */
export function fitSides(tile: Tile, fit: Fit): Zoom {
  const zoom = fitZoom(Math.max(tile.tileWidth, tile.tileHeight), fit);
  const drawOut = (side: number): number =>
    side * zoom < THIN ? Math.max(zoom, fit.near * THICK / side) : zoom;
  return { x: drawOut(tile.tileWidth), y: drawOut(tile.tileHeight) };
}

/** Finds the zoom at which a picture's tiles stand among others. */
export function fitTile(picture: Picture, fit: Fit): Zoom {
  const own = scaleFit(fit, shareCell(picture));
  const zoom = fitSides(picture, own);
  if (zoom.x === zoom.y) return zoom;
  const long = fitZoom(Math.max(picture.tileWidth, picture.tileHeight), scaleFit(own, LONG));
  return picture.tileWidth > picture.tileHeight ? { ...zoom, x: long } : { ...zoom, y: long };
}

function scaleFit({ near, most, shrunk }: Fit, by: number): Fit {
  return { near: near * by, most: most * by, shrunk: shrunk * by };
}

/** Finds the size of the cell that a tile asks for at a zoom, in whole CSS pixels. */
export function measureCell(picture: Picture, zoom: Zoom): Size {
  const { tileWidth, tileHeight } = picture;
  const share = shareCell(picture);
  const side = (length: number): number => Math.ceil(length / share);
  return { width: side(tileWidth * zoom.x), height: side(tileHeight * zoom.y) };
}

function shareCell({ kind }: Picture): number {
  return kind === "strongest" ? SLICED : 1;
}

/** Names the classes that place tile k in its sprite. */
export function placeTile({ columns }: Pick<Picture, "columns">, k: number): string {
  return `x${k % columns} y${Math.floor(k / columns)}`;
}

function layoutSprite(picture: Picture): Sprite {
  const zooms = {
    s: fitTile(picture, GRID_FITS.s),
    m: fitTile(picture, GRID_FITS.m),
    l: fitTile(picture, GRID_FITS.l),
  };
  return { picture, zooms, miniZoom: fitTile(picture, MINI) };
}
