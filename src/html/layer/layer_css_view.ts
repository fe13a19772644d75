import type { Picture } from "../../plan/picture.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import { encodePath } from "../../site/address.ts";
import { type FrameView, viewFrames } from "../../site/tile/frame_view.ts";
import {
  type GridSize,
  type KernelSprite,
  layoutSprites,
  listSprites,
  type Sprite,
  type Zoom,
} from "../../site/tile/sprite.ts";

/** The geometry of a layer's page: the view of `layer_css.hbs`. No name of a user stands in it. */
export interface LayerCssView {
  readonly frames: readonly FrameView[];
  /** One for each view of the kernels. */
  readonly kernels: readonly KernelSpriteView[];
  readonly maps: readonly MapSpriteView[];
  /** The places of tiles in a row and in a column of the sprites. */
  readonly across: readonly number[];
  readonly down: readonly number[];
}

/** A sprite as CSS wants it. */
export interface SpriteView {
  readonly url: string;
  readonly zooms: readonly (TileView & { readonly size: GridSize })[];
  readonly mini: TileView;
}

/** The sprite of the kernels in one of their views. */
export interface KernelSpriteView extends SpriteView {
  readonly view: string;
  /** Whether it is the first choice. */
  readonly first: boolean;
}

/** How the tiles of a sprite are cropped at one zoom: the view of `tile_css.hbs`. In CSS lengths. */
export interface TileView {
  readonly width: string;
  readonly height: string;
  readonly sheetWidth: string;
  readonly sheetHeight: string;
  /** Where the sprite's corner lies for the first tile, and how far it moves for the next. */
  readonly firstX: string;
  readonly firstY: string;
  readonly stepX: string;
  readonly stepY: string;
  readonly rendering: "pixelated" | "auto";
  /** How far a tile stands from the corner of its cell. */
  readonly insetX: string;
  readonly insetY: string;
}

/** The sprite of the maps of one photo. */
export interface MapSpriteView extends Omit<SpriteView, "mini"> {
  /** Counts from 1, as the photos do. */
  readonly number: number;
  readonly first: boolean;
  /** The picture of the same tiles behind the activation; null where there is none. */
  readonly activated: string | null;
}

/** Views the geometry of a layer's page. */
export function viewLayerCss(layer: ReportLayer): LayerCssView {
  const sprites = layoutSprites(layer);
  const frames = viewFrames(sprites);
  const pictures = listSprites(sprites).map(({ picture }) => picture);
  const rows = pictures.map(({ height, tileHeight, padding }) =>
    Math.max(1, Math.floor((height - padding) / (tileHeight + padding)))
  );
  return {
    frames,
    kernels: sprites.kernels.map((sprite, i) => viewKernels(sprite, i === 0, frames)),
    maps: sprites.maps.map((sprite, i) => viewMaps(layer, sprites.maps, { sprite, i, frames })),
    across: range(Math.max(0, ...pictures.map(({ columns }) => columns))),
    down: range(Math.max(0, ...rows)),
  };
}

function viewKernels(
  { view, ...sprite }: KernelSprite,
  first: boolean,
  frames: readonly FrameView[],
): KernelSpriteView {
  const mini = viewTile(sprite.picture, sprite.miniZoom, null);
  return { view, first, ...viewSprite(sprite, frames), mini };
}

function viewMaps(
  layer: ReportLayer,
  [first]: readonly Sprite[],
  { sprite, i, frames }: {
    readonly sprite: Sprite;
    readonly i: number;
    readonly frames: readonly FrameView[];
  },
): MapSpriteView {
  const { url, zooms } = viewSprite(sprite, frames);
  const alike = i > 0 && isLaidOutAlike(sprite.picture, first!.picture);
  return {
    url,
    number: i + 1,
    first: i === 0,
    activated: viewActivated(layer, i),
    zooms: alike ? [] : zooms, // those of the first photo serve
  };
}

function isLaidOutAlike(one: Picture, other: Picture): boolean {
  const names = ["tileWidth", "tileHeight", "width", "height", "padding"] as const;
  return names.every((name) => one[name] === other[name]);
}

// What follows changes each cell by itself, so the tiles stand where they stood.
function viewActivated({ maps }: ReportLayer, i: number): string | null {
  const { activated } = maps[i]!;
  return activated && encodePath(activated.file);
}

function viewSprite(
  { picture, zooms }: Sprite,
  frames: readonly FrameView[],
): Omit<SpriteView, "mini"> {
  return {
    url: encodePath(picture.file),
    zooms: frames.map((frame) => {
      return { size: frame.size, ...viewTile(picture, zooms[frame.size], frame) };
    }),
  };
}

function viewTile(
  { tileWidth, tileHeight, width, height, padding }: Picture,
  zoom: Zoom,
  frame: FrameView | null,
): TileView {
  const inset = (cell: number, side: number): string => formatLength((cell - side) / 2);
  return {
    width: formatLength(tileWidth * zoom.x),
    height: formatLength(tileHeight * zoom.y),
    sheetWidth: formatLength(width * zoom.x),
    sheetHeight: formatLength(height * zoom.y),
    firstX: formatLength(-padding * zoom.x),
    firstY: formatLength(-padding * zoom.y),
    stepX: formatLength(-(tileWidth + padding) * zoom.x),
    stepY: formatLength(-(tileHeight + padding) * zoom.y),
    rendering: zoom.x < 1 || zoom.y < 1 ? "auto" : "pixelated",
    insetX: inset(frame?.cellWidth ?? 0, tileWidth * zoom.x),
    insetY: inset(frame?.cellHeight ?? 0, tileHeight * zoom.y),
  };
}

function formatLength(pixels: number): string {
  return `${Number(pixels.toFixed(4))}px`;
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}
