import type { Picture } from "../../plan/picture.ts";

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
}

/** What a tile that is cut out says, and how large it stands. */
export interface CutOptions {
  /** The way to the picture. */
  readonly href: string;
  readonly alt: string;
  /** The longer side on the page, in CSS pixels. */
  readonly side: number;
}

/** Cuts tile k out of a picture. */
export function cutTile(
  picture: Omit<Picture, "kind" | "file" | "scale">,
  k: number,
  { href, alt, side }: CutOptions,
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
  };
}

// What would stand thinner, such as a map of sound, is drawn out.
const THIN = 12;
