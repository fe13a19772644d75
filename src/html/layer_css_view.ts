import type { ReportLayer } from "../report/report.ts";
import { encodePath } from "./address.ts";
import { type FrameView, viewFrames } from "./frame_view.ts";
import { type GridSize, layoutSprites, listSprites, type Sprite } from "./sprite.ts";

/** The geometry of a layer's page: the view of `layer.css.hbs`. No name of a user stands in it. */
export interface LayerCssView {
  readonly frames: readonly FrameView[];
  readonly kernels: SpriteView | null;
  readonly maps: readonly MapSpriteView[];
  /** The places of tiles in a row and in a column of the sprites. */
  readonly across: readonly number[];
  readonly down: readonly number[];
}

/** A sprite as CSS wants it. */
export interface SpriteView {
  readonly url: string;
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly width: number;
  readonly height: number;
  readonly padding: number;
  readonly zooms: readonly ZoomView[];
  readonly mini: Omit<ZoomView, "size">;
}

/** How large a sprite is shown at one size of the grids. */
export interface ZoomView {
  readonly size: GridSize;
  readonly zoom: string;
  readonly rendering: "pixelated" | "auto";
}

/** The sprite of the maps of one photo. */
export interface MapSpriteView extends SpriteView {
  /** Counts from 1, as the photos do. */
  readonly number: number;
  readonly first: boolean;
  /** The picture of the same tiles behind the activation; null where there is none. */
  readonly activated: string | null;
}

/** Views the geometry of a layer's page. */
export function viewLayerCss(layer: ReportLayer): LayerCssView {
  const sprites = layoutSprites(layer);
  const pictures = listSprites(sprites).map(({ picture }) => picture);
  const rows = pictures.map(({ height, tileHeight, padding }) =>
    Math.max(1, Math.floor((height - padding) / (tileHeight + padding)))
  );
  return {
    frames: viewFrames(sprites),
    kernels: sprites.kernels && viewSprite(sprites.kernels),
    maps: sprites.maps.map((sprite, i) => ({
      ...viewSprite(sprite),
      number: i + 1,
      first: i === 0,
      activated: viewActivated(layer, i),
    })),
    across: range(Math.max(0, ...pictures.map(({ columns }) => columns))),
    down: range(Math.max(0, ...rows)),
  };
}

// What follows changes each cell by itself, so the tiles stand where they stood.
function viewActivated({ maps }: ReportLayer, i: number): string | null {
  const { activated } = maps[i]!;
  return activated && encodePath(activated.file);
}

function viewSprite({ picture, zooms, miniZoom }: Sprite): SpriteView {
  const { file, tileWidth, tileHeight, width, height, padding } = picture;
  const sizes = Object.entries(zooms) as [GridSize, number][];
  return {
    url: encodePath(file),
    ...{ tileWidth, tileHeight, width, height, padding },
    zooms: sizes.map(([size, zoom]) => ({ size, ...viewZoom(zoom) })),
    mini: viewZoom(miniZoom),
  };
}

function viewZoom(zoom: number): Omit<ZoomView, "size"> {
  return {
    zoom: `${Number(zoom.toFixed(6))}px`,
    rendering: zoom < 1 ? "auto" : "pixelated",
  };
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}
