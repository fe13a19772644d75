import { LANGUAGES, nameCompareScript, nameScript } from "../plan/language.ts";
import type { PictureKind } from "../plan/picture_kind.ts";

/** The pictures of a kind, as a forecast tells of them. */
interface PictureBytes {
  readonly name: string;
  /** How many bytes a pixel takes: one of a tile, and one of the gaps between them. */
  readonly tile: number;
  readonly gap: number;
}

const PICTURE: Readonly<Record<PictureKind, PictureBytes>> = {
  kernels: { name: "kernels, in colour or grey", tile: 0.95, gap: 0.03 },
  strongest: { name: "kernels, their strongest slices", tile: 0.95, gap: 0.03 },
  slices: { name: "kernels, slice by slice", tile: 0.95, gap: 0.03 },
  maps: { name: "feature maps", tile: 0.95, gap: 0.05 },
  activated: { name: "feature maps behind what follows", tile: 0.6, gap: 0.05 },
  inputs: { name: "the maps that layers read", tile: 0.6, gap: 0.05 },
  effective: { name: "kernels composed down to the pixels", tile: 0.95, gap: 0.03 },
  projections: { name: "activations projected to the pixels", tile: 0.6, gap: 0.03 },
};

/** How many bytes things take in the files of a report, as measured on networks of all sizes. */
export const BYTES = {
  picture: PICTURE,
  photoPixel: 2,
  thumbPixel: 0.8,
  /** A number of a kernel or a map, as the pages read them. */
  value: { compact: 1.52, exact: 3.55 },
  /** The page of a layer: itself, a pair, a pair on a photo. */
  page: { layer: 20_000, pair: 400, pairPhoto: 200 },
  /** The measures of a layer. */
  measures: { layer: 10_000, pair: 500, pairPhoto: 500 },
  /** What `layer.js` takes of `layer.json`. */
  packed: 0.33,
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
