import type { Picture } from "../plan/picture.ts";
import type { ReportLayer } from "../report/report.ts";
import { encodePath } from "./address.ts";
import { type FrameView, viewFrame } from "./frame_view.ts";
import {
  findPicture,
  type Fit,
  fitBeside,
  layoutSprites,
  listSprites,
  type Sprite,
} from "./sprite.ts";

/** The geometry of a layer's page: the view of `layer.css.hbs`. No name of a user stands in it. */
export interface LayerCssView {
  readonly frame: FrameView;
  /** About how high a pair is, in CSS pixels. */
  readonly pairHeight: number;
  readonly kernels: SpriteView | null;
  readonly maps: readonly MapSpriteView[];
  /** The sprites that stand beside a pair only. */
  readonly extras: readonly ExtraSpriteView[];
  /** The places of tiles in a row and in a column of the sprites. */
  readonly across: readonly number[];
  readonly down: readonly number[];
  /** Which of every `columns` cells stands in which column. */
  readonly places: readonly { readonly nth: number }[];
}

/** A sprite as CSS wants it. */
export interface SpriteView {
  /** Counts from 1, as the photos do. */
  readonly number: number;
  readonly first: boolean;
  readonly url: string;
  readonly tileWidth: number;
  readonly tileHeight: number;
  readonly width: number;
  readonly height: number;
  readonly padding: number;
  readonly gridZoom: string;
  readonly gridRendering: "pixelated" | "auto";
  readonly pairZoom: string;
  readonly pairRendering: "pixelated" | "auto";
  readonly miniZoom: string;
  readonly miniRendering: "pixelated" | "auto";
}

/** A sprite that has one size on the page. */
export interface ExtraSpriteView
  extends Pick<SpriteView, "url" | "tileWidth" | "tileHeight" | "width" | "height" | "padding"> {
  /** The class of its tiles. */
  readonly name: string;
  readonly zoom: string;
  readonly rendering: "pixelated" | "auto";
}

/** The sprite of the maps of one photo. */
export interface MapSpriteView extends SpriteView {
  /** The picture of the same tiles behind the activation; null where there is none. */
  readonly activated: string | null;
}

const CAPTION = 64; // CSS pixels: the words below a map, and the margins

/** Views the geometry of a layer's page. */
export function viewLayerCss(layer: ReportLayer): LayerCssView {
  const sprites = layoutSprites(layer);
  const frame = viewFrame(sprites);
  const all = listSprites(sprites);
  const extras = listExtras(layer);
  const pictures = [...all, ...extras].map(({ picture }) => picture);
  const rows = pictures.map(({ height, tileHeight, padding }) =>
    Math.max(1, Math.floor((height - padding) / (tileHeight + padding)))
  );
  return {
    frame,
    pairHeight: CAPTION + Math.max(0, ...all.map(pairHeight)),
    kernels: sprites.kernels && viewSprite(sprites.kernels, 0),
    maps: sprites.maps.map((sprite, i) => ({
      ...viewSprite(sprite, i),
      activated: viewActivated(layer, i),
    })),
    extras: extras.map(viewExtra),
    across: range(Math.max(0, ...pictures.map(({ columns }) => columns))),
    down: range(Math.max(0, ...rows)),
    places: range(frame.columns).map((i) => ({ nth: i + 1 })),
  };
}

// What follows changes each cell by itself, so the tiles stand where they stood.
function viewActivated({ maps }: ReportLayer, i: number): string | null {
  const { activated } = maps[i]!;
  return activated && encodePath(activated.file);
}

/** A picture whose tiles stand beside a pair, and the class of its tiles. */
interface Extra {
  readonly name: string;
  readonly picture: Picture;
  readonly zoom: number;
}

const INPUT: Fit = { near: 55, most: 56, shrunk: 55 };

const SLICE: Fit = { near: 27, most: 36, shrunk: 32 };

function listExtras(layer: ReportLayer): readonly Extra[] {
  const slices = findPicture(layer, "slices");
  const { picture: effective } = layer.effective ?? { picture: null };
  const { picture: projection } = layer.projections;
  return [
    ...slices ? [{ name: "slice", picture: slices, zoom: fitBeside(slices, SLICE) }] : [],
    ...layer.maps.flatMap(({ inputs }, i) => {
      return inputs
        ? [{ name: `input-${i + 1}`, picture: inputs, zoom: fitBeside(inputs, INPUT) }]
        : [];
    }),
    ...effective ? [{ name: "effective", picture: effective, zoom: fitBeside(effective) }] : [],
    ...projection ? [{ name: "projection", picture: projection, zoom: fitBeside(projection) }] : [],
  ];
}

function viewExtra({ name, picture, zoom }: Extra): ExtraSpriteView {
  const { file, tileWidth, tileHeight, width, height, padding } = picture;
  return {
    name,
    url: encodePath(file),
    ...{ tileWidth, tileHeight, width, height, padding },
    zoom: formatZoom(zoom),
    rendering: zoom < 1 ? "auto" : "pixelated",
  };
}

function viewSprite({ picture, gridZoom, pairZoom, miniZoom }: Sprite, i: number): SpriteView {
  const { file, tileWidth, tileHeight, width, height, padding } = picture;
  return {
    number: i + 1,
    first: i === 0,
    url: encodePath(file),
    ...{ tileWidth, tileHeight, width, height, padding },
    gridZoom: formatZoom(gridZoom),
    gridRendering: gridZoom < 1 ? "auto" : "pixelated",
    pairZoom: formatZoom(pairZoom),
    pairRendering: pairZoom < 1 ? "auto" : "pixelated",
    miniZoom: formatZoom(miniZoom),
    miniRendering: miniZoom < 1 ? "auto" : "pixelated",
  };
}

function formatZoom(zoom: number): string {
  return `${Number(zoom.toFixed(6))}px`;
}

function pairHeight({ picture, pairZoom }: Sprite): number {
  return Math.ceil(picture.tileHeight * pairZoom);
}

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i);
}
