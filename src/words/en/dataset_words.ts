import { formatCount, plural } from "../quantity.ts";

/** A photo of a dataset with the cell that answers to it, in words. */
export interface PhotoText {
  readonly photo: string;
  /** Null where it has none. */
  readonly label: string | null;
  readonly value: string;
  readonly row: string;
  readonly column: string;
}

/** The words of what kernels answer to in a dataset, in English. */
export const DATASET_EN = {
  heading: (photos: number) => `In ${plural(photos, "photo")} of the dataset`,
  on: (rate: string, photos: number) => `On in ${rate} of ${plural(photos, "photo")}`,
  never: (photos: number) => `Never on in ${plural(photos, "photo")}`,
  cells: (rate: string) => `${rate} of all cells`,
  level: (mean: string, deviation: string) => `mean ${mean} ± ${deviation}`,
  notFinite: (cells: number) => `${plural(cells, "cell")} ${cells === 1 ? "is" : "are"} not finite`,
  strongest: "Excited most by",
  middle: "In the middle of its range",
  /** What opens the photo of a patch. */
  patch: ({ photo, label, value }: PhotoText) =>
    `${value} in ${photo}${label === null ? "" : `, ${label}`}`,
  cell: ({ value, row, column }: PhotoText) => `${value} at row ${row}, column ${column}`,
  noPicture: "The photo was not there when the report was made.",
  noField: "Which part of it the cell reads is not known.",
  photo: "Photo of the dataset, as the network saw it",
  /** Of all cells: how many are at most which number. */
  quantiles: "All cells",
  quantile: (share: string, value: string) => `${share} at most ${value}`,
  between: (least: string, most: string, parts: readonly string[]) =>
    `${least} to ${most}; ${parts.join(", ")}`,
  labels: "Labels that it tells from all others: AUC, and the mean of its strongest cells",
  noLabel: "It tells no label from all others more than chance does",
  overall: (mean: string) => `mean of all labels ${mean}`,
  selectivity: (share: string) => `selectivity ${share}`,
  likest: (photos: number) => `Goes best, over ${plural(photos, "photo")}, with`,
  correlation: (r: string) => `r ${r}`,
  merged: "In all that was counted the same as",
  depends: (photos: number) => `How much of its maps needs, median of ${plural(photos, "photo")}`,
  colour: "colour",
  detail: "fine detail",
  explained: "What these are:",
  wall: {
    heading: (kernels: number, layer: string, photos: number) =>
      `What excites the ${plural(kernels, "kernel")} of ${layer} in ${plural(photos, "photo")}`,
    alone: (layer: string, photos: number) =>
      `What excites the kernel of ${layer} in ${plural(photos, "photo")}`,
    says:
      "The photos that excite each kernel most, each cut to what its strongest cell reads, as far as " +
      "that is known, the strongest first.",
    sorted: "They are sorted and searched with the grids.",
    patches: "the patches that excite it most",
    tells: (label: string, auc: string) => `${label} ${auc}`,
    first: (shown: string, all: string) =>
      `Without script the first ${shown} of ${all} kernels stand here; the pictures hold all.`,
    missing: (tiles: number) =>
      (tiles === 1 ? "One patch is" : `${formatCount(tiles)} patches are`) +
      " empty: the photo was not there, or could not be read, when the report was made.",
    none: "No kernel fits the search.",
  },
};

/** The words of what kernels answer to in a dataset. */
export type DatasetWords = typeof DATASET_EN;
