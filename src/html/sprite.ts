import type { ReportLayer } from "../report/report.ts";
import type { Picture } from "../plan/picture.ts";

/** A picture of tiles and the zooms at which its tiles are shown. */
export interface Sprite {
  readonly picture: Picture;
  /** CSS pixels for a pixel of the picture: whole to enlarge, below 1 to shrink. */
  readonly gridZoom: number;
  readonly pairZoom: number;
  readonly miniZoom: number;
}

/** The sprites of a layer; its kernels and maps stand at sizes that are as alike as pixels allow. */
export interface LayerSprites {
  readonly kernels: Sprite | null;
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

// 55 is 11 × 5 and 55 × 1: kernels and maps of an AlexNet's first layer meet there.
const GRID: Fit = { near: 55, most: 72, shrunk: 66 };
const PAIR: Fit = { near: 110, most: 112, shrunk: 112 };
const MINI: Fit = { near: 22, most: 28, shrunk: 24 };

/** Lays out the sprites of a layer. */
export function layoutSprites(layer: ReportLayer): LayerSprites {
  const maps = layer.maps.map(({ picture }) => layoutSprite(picture, GRID.near));
  const near = maps[0] ? longSide(maps[0].picture) * maps[0].gridZoom : GRID.near;
  const picture = findKernelPicture(layer);
  return { kernels: picture && layoutSprite(picture, near), maps };
}

/** Lists the sprites of a layer, kernels first. */
export function listSprites({ kernels, maps }: LayerSprites): readonly Sprite[] {
  return kernels ? [kernels, ...maps] : maps;
}

/** Finds the picture whose tile k is kernel k; null where there is none. */
export function findKernelPicture(layer: ReportLayer): Picture | null {
  return findPicture(layer, "kernels") ?? findPicture(layer, "sheets");
}

/** Finds a picture of the kernels; null where there is none of that kind. */
export function findPicture({ pictures }: ReportLayer, kind: Picture["kind"]): Picture | null {
  return pictures.find((picture) => picture.kind === kind) ?? null;
}

/** Finds the zoom of a sprite that stands beside a pair. */
export function fitBeside({ tileWidth, tileHeight }: Picture, fit: Fit = PAIR): number {
  return fitZoom(Math.max(tileWidth, tileHeight), fit);
}

/** Finds the zoom that brings a tile nearest to a size: whole where the tile fits, else below 1. */
export function fitZoom(side: number, { near, most, shrunk }: Fit): number {
  if (side > most) return shrunk / side;
  const zoom = Math.max(1, Math.round(near / side));
  return side * zoom > most ? Math.floor(most / side) : zoom;
}

/** Names the classes that place tile k in its sprite. */
export function placeTile(picture: Picture, k: number): string {
  return `x${k % picture.columns} y${Math.floor(k / picture.columns)}`;
}

function layoutSprite(picture: Picture, near: number): Sprite {
  const side = longSide(picture);
  const gridZoom = fitZoom(side, { ...GRID, near });
  return { picture, gridZoom, pairZoom: fitZoom(side, PAIR), miniZoom: fitZoom(side, MINI) };
}

function longSide({ tileWidth, tileHeight }: Picture): number {
  return Math.max(tileWidth, tileHeight);
}
