import {
  LANGUAGES,
  nameCompareScript,
  nameDatasetScript,
  nameOverviewScript,
  nameRuleScript,
  nameScript,
  nameShareScript,
} from "../plan/language.ts";
import type { PictureKind } from "../plan/picture_kind.ts";

/** The pictures of a kind, as a forecast tells of them. */
interface PictureBytes {
  readonly name: string;
  /** How many bytes a pixel takes in a tile of 8 x 8 pixels. */
  readonly pixel: number;
  /** How many fewer it takes where the side is twice as long: there the pixels are more alike. */
  readonly fall: number;
}

const PICTURE: Readonly<Record<PictureKind, PictureBytes>> = {
  kernels: { name: "kernels, in colour or grey", pixel: 1.1, fall: 0.05 },
  strongest: { name: "kernels, their strongest slices", pixel: 1.05, fall: 0.05 },
  mix: { name: "kernels of single weights, as bars", pixel: 0.055, fall: 0 },
  slices: { name: "kernels, slice by slice", pixel: 1.05, fall: 0.08 },
  matrix: { name: "kernels of single weights, as a matrix", pixel: 0.75, fall: 0 },
  leading: { name: "kernels, their leading patterns", pixel: 1, fall: 0.1 },
  maps: { name: "feature maps", pixel: 1.13, fall: 0.13 },
  activated: { name: "feature maps behind what follows", pixel: 0.69, fall: 0.06 },
  inputs: { name: "the maps that layers read", pixel: 0.72, fall: 0.06 },
  effective: { name: "kernels composed down to the pixels", pixel: 0.67, fall: 0.1 },
  projections: { name: "activations projected to the pixels", pixel: 0.9, fall: 0.14 },
};

/** How many bytes things take in the files of a report, as measured on networks of all sizes. */
export const BYTES = {
  picture: PICTURE,
  /** What a picture that is shared in fewer levels takes of the picture itself. */
  roundedPicture: 0.75,
  photoPixel: 1.6,
  thumbPixel: 0.8,
  previewPixel: 0.4,
  /** A number of a kernel or a map, as the pages read them. */
  value: { compact: 1.45, coarse: 0.82, exact: 3.55 },
  /** A number of a kernel whose cosines are told; those of two such kernels. */
  looseValue: 1.05,
  toldPair: 7,
  /** The page of a layer: itself, a pair, of which it has some; less where kernels have one place each. */
  page: { layer: 102_000, pair: 470, pointwisePair: 320, pairs: 64 },
  /** The measures of a layer. */
  measures: { layer: 35_000, pair: 880, pairPhoto: 380 },
  /** What is told of a kernel in a dataset; the photos that are named, of each as many at most. */
  dataset: { pair: 850, photo: 45, named: 32 },
  /** What is told of the cells of a dataset, packed: of a kernel. */
  datasetPair: 260,
  /** A table of measures: its head, a row of each. */
  table: {
    head: 1000,
    csv: { kernels: 326, maps: 294 },
    parquet: { kernels: 195, maps: 154 },
  },
  /** What `layer.js` takes of `layer.json`. */
  packed: 0.2,
  /** `layer.css`. */
  style: 7000,
  /** `report.json`. */
  head: { layer: 13_000, layerPhoto: 6500, photo: 300, comparedLayer: 800 },
  /** What is told of each kernel of two models that are compared. */
  comparison: { layer: 200, pair: 29 },
  /** A layer on a page that lists them; a photo on one. */
  overview: 1500,
  photoCard: 500,
  /** A layer in the list of a model's, `layers.js`. */
  listedLayer: 150,
  /** A file in the list of the report's own. */
  listed: 120,
} as const;

/** What all pages share, by its path. */
export const ASSETS: readonly (readonly [path: string, bytes: number])[] = [
  ["assets/style.css", 86_000],
  ["assets/head.js", 2000],
  ["assets/drawings.js", 6000],
  ...LANGUAGES.flatMap((language) =>
    [
      [`assets/${nameScript(language)}`, 138_000],
      [`assets/${nameRuleScript(language)}`, 47_000],
      [`assets/${nameOverviewScript(language)}`, 60_000],
      [`assets/${nameShareScript(language)}`, 58_000],
      [`assets/${nameCompareScript(language)}`, 103_000],
    ] as const
  ),
];

/** What they share beside that in reports of a dataset. */
export const DATASET_ASSETS: typeof ASSETS = [
  ["assets/dataset.css", 3000],
  ...LANGUAGES.map((language) => [`assets/${nameDatasetScript(language)}`, 23_000] as const),
];
