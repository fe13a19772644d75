import type { Picture } from "../../plan/picture.ts";

/** Where the first rows of a grid stand, and how large they may be. */
export interface ThumbOptions {
  readonly src: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

/** The first rows of a grid in the size that is shown, whole rows: the view of `thumb.hbs`. */
export interface ThumbView extends ThumbOptions {
  /** Whether the picture is shrunk, and so smoothed. */
  readonly soft: boolean;
}

/** Views the first rows of a grid, as many as the height holds. */
export function viewThumb(picture: Picture, options: ThumbOptions): ThumbView {
  const { src, alt } = options;
  const { padding, tileHeight } = picture;
  const row = tileHeight + padding;
  const zoom = fitBox(options.width / picture.width, options.height / (row + padding));
  const rows = Math.max(1, Math.floor((options.height / zoom - padding) / row + 1e-9));
  const height = Math.min(picture.height, padding + rows * row);
  return {
    src,
    alt,
    width: Math.max(1, Math.round(picture.width * zoom)),
    height: Math.max(1, Math.round(height * zoom)),
    soft: zoom < 1,
  };
}

// Enlarged by whole steps only, so that pixels stay alike.
function fitBox(across: number, down: number): number {
  const zoom = Math.min(across, down);
  return zoom >= 1 ? Math.floor(zoom) : zoom;
}
