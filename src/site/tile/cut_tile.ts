import type { Picture } from "../../plan/picture.ts";
import type { Veil } from "./tile_range.ts";

/** One tile of a picture, cut out by an SVG: the view of `cut_tile.hbs`. */
export interface CutTileView {
  readonly href: string;
  /** What it shows, for those who listen. */
  readonly alt: string;
  /** The rectangle of the tile in the picture. */
  readonly box: string;
  /** The size of the picture, in pixels. */
  readonly width: number;
  readonly height: number;
  /** The size of the tile on the page, in CSS pixels. */
  readonly shownWidth: number;
  readonly shownHeight: number;
  /** Whether it is made smaller; else its pixels stay pixels. */
  readonly soft: boolean;
  /** The grey that lies over it, so that it shows a range which it shares; null for its own. */
  readonly veil: { readonly colour: string; readonly share: number } | null;
}

/** What a tile that is cut out says, and how large it stands. */
export interface CutOptions {
  /** The way to the picture. */
  readonly href: string;
  readonly alt: string;
  /** The longer side on the page, in CSS pixels. */
  readonly side: number;
  /** @default null */
  readonly veil?: Veil | null;
}

/** Cuts tile k out of a picture. */
export function cutTile(
  picture: Omit<Picture, "kind" | "file" | "scale">,
  k: number,
  { href, alt, side, veil = null }: CutOptions,
): CutTileView {
  const { columns, padding, tileWidth, tileHeight } = picture;
  const x = padding + (k % columns) * (tileWidth + padding);
  const y = padding + Math.floor(k / columns) * (tileHeight + padding);
  const zoom = side / Math.max(tileWidth, tileHeight);
  return {
    ...{ href, alt, width: picture.width, height: picture.height },
    box: `${x} ${y} ${tileWidth} ${tileHeight}`,
    shownWidth: Math.max(THIN, Math.round(tileWidth * zoom)),
    shownHeight: Math.max(THIN, Math.round(tileHeight * zoom)),
    soft: zoom < 1,
    veil: veil && { colour: shade(veil.grey), share: Number(veil.share.toFixed(4)) },
  };
}

function shade(grey: number): string {
  const level = Math.round(grey);
  return `rgb(${level} ${level} ${level})`;
}

// What would stand thinner, such as a map of sound, is drawn out.
const THIN = 12;
