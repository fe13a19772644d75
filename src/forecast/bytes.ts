import { LANGUAGES, nameCompareScript, nameScript } from "../plan/language.ts";
import type { PictureKind } from "../plan/picture_kind.ts";

/** How many bytes a pixel of a picture takes: one of a tile, and one of the gaps between them. */
interface PixelBytes {
  readonly tile: number;
  readonly gap: number;
}

const SIGNED: PixelBytes = { tile: 0.95, gap: 0.03 };
const MAPS: PixelBytes = { tile: 0.95, gap: 0.05 };

const PICTURE: Readonly<Record<PictureKind, PixelBytes>> = {
  kernels: SIGNED,
  strongest: SIGNED,
  slices: SIGNED,
  maps: MAPS,
  activated: { tile: 0.6, gap: 0.05 },
  inputs: { tile: 0.6, gap: 0.05 },
  effective: SIGNED,
  projections: { tile: 0.6, gap: 0.03 },
};

/** How many bytes things take in the files of a report, as measured on networks of all sizes. */
export const BYTES = {
  picture: PICTURE,
  photoPixel: 2,
  thumbPixel: 0.8,
  /** A number of a kernel, a number of a map, as the pages read them. */
  kernelValue: 5.34,
  mapValue: 5.34,
  /** The page of a layer: itself, a pair, a pair on a photo. */
  page: { layer: 20_000, pair: 400, pairPhoto: 200 },
  /** The measures of a layer. */
  measures: { layer: 10_000, pair: 500, pairPhoto: 500 },
  /** What `layer.js` takes of `layer.json`. */
  packed: 1,
  /** `layer.css`. */
  style: 6000,
  /** `report.json`. */
  head: { layer: 6000, layerPhoto: 3000, photo: 300 },
  /** A layer on a page that lists them; a photo on one. */
  overview: 1500,
  photoCard: 500,
  /** A file in the list of the report's own. */
  listed: 120,
  /** One of the scripts and styles of all pages. */
  asset: 70_000,
} as const;

/** What all pages share. */
export const ASSETS: readonly string[] = [
  "style.css",
  "head.js",
  ...LANGUAGES.flatMap((language) => [nameScript(language), nameCompareScript(language)]),
].map((name) => `assets/${name}`);
