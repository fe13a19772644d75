import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import { spreadDependence } from "../../tally/dependence_columns.ts";
import { measureMoments } from "../../tally/kernel_moments.ts";
import { measureLabels } from "../../tally/label_columns.ts";
import type { LayerTally } from "../../tally/layer_tally.ts";
import { compareMeans } from "../../tally/means_likeness.ts";
import { listMiddle } from "../../tally/middle_photos.ts";
import { readPlace } from "../../tally/photo_numbers.ts";
import { type Candidate, listStrongest } from "../../tally/strongest_photos.ts";
import type { Tally } from "../../tally/tally.ts";
import { BIN_COUNT, findBinnedQuantile } from "../../tally/value_bins.ts";
import type { DatasetColumns, NamedPhoto, PhotoCells, QuantileColumn } from "./dataset_columns.ts";
import type { ReportDataset } from "./report_dataset.ts";

/** The shares of the quantiles: the median, the quartiles, and what is rare. */
export const QUANTILE_SHARES: readonly number[] = [0.01, 0.25, 0.5, 0.75, 0.99, 0.999];

/** The columns of a layer, whose photos are known by their places in the list alone. */
export interface UnnamedColumns extends Omit<DatasetColumns, "named"> {
  /** The places of the photos, in rising order. */
  readonly places: readonly number[];
}

/** Assembles what a tally tells of a layer. */
export function assembleColumns(tally: LayerTally): UnnamedColumns {
  const kernels = Array.from({ length: tally.kernels }, (_, kernel) => kernel);
  const moments = measureMoments(tally);
  return {
    photos: tally.photos,
    cells: tally.cells,
    index: kernels,
    onPhotos: [...tally.onPhotos].map((count) => divide(count, tally.photos)),
    onCells: [...tally.onCells].map((count) => divide(count, tally.cells)),
    nonFinite: [...tally.nonFinite],
    mean: moments.map((each) => each?.mean ?? null),
    deviation: moments.map((each) => each?.deviation ?? null),
    min: [...tally.smallest].map(takeFinite),
    max: [...tally.largest].map(takeFinite),
    quantiles: assembleQuantiles(tally, kernels),
    labels: measureLabels(tally),
    likeness: compareMeans(tally, moments),
    colour: spreadDependence(tally, "colour"),
    detail: spreadDependence(tally, "detail"),
    ...assembleCells(tally),
  };
}

function divide(count: number, all: number): number | null {
  return all === 0 ? null : count / all;
}

function takeFinite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

const NO_COUNTS = new Float64Array(BIN_COUNT);

function assembleQuantiles(tally: LayerTally, kernels: readonly number[]): QuantileColumn[] {
  const found = kernels.map((kernel) => findQuantiles(tally, kernel));
  return QUANTILE_SHARES.map((share, i) => ({
    share,
    value: found.map((each) => each[i] ?? null),
  }));
}

function findQuantiles(
  { cells, nonFinite, above, below, smallest, largest }: LayerTally,
  kernel: number,
): Values {
  const cut = (bins: Float64Array | null): Float64Array =>
    bins?.subarray(kernel * BIN_COUNT, (kernel + 1) * BIN_COUNT) ?? NO_COUNTS;
  const bins = { above: cut(above), below: cut(below) };
  const other = [...bins.above, ...bins.below].reduce((sum, count) => sum + count, 0);
  const zeros = cells - nonFinite[kernel]! - other;
  return QUANTILE_SHARES.map((share) => {
    const found = findBinnedQuantile({ ...bins, zeros }, share);
    // A bin may reach beyond what was seen.
    return found && Math.min(largest[kernel]!, Math.max(smallest[kernel]!, found));
  });
}

function assembleCells(
  tally: LayerTally,
): Pick<UnnamedColumns, "strongest" | "middle" | "places"> {
  const list = (find: (kernel: number) => Candidate[]): Candidate[][] =>
    Array.from({ length: tally.kernels }, (_, kernel) => find(kernel));
  // A map that is 0 all over has no strongest cell.
  const strongest = list((kernel) =>
    listStrongest(tally.strongest, kernel).filter(({ value }) => value !== 0)
  );
  const middle = list((kernel) => listMiddle(tally, kernel));
  const cells = [...strongest, ...middle].flat();
  const places = [...new Set(cells.map(({ photo }) => photo))].sort((a, b) => a - b);
  const at = new Map(places.map((place, i) => [place, i]));
  return {
    strongest: placeCells(strongest, at),
    middle: placeCells(middle, at),
    places,
  };
}

function placeCells(
  kernels: readonly (readonly Candidate[])[],
  at: ReadonlyMap<number, number>,
): PhotoCells {
  const list = (read: (found: Candidate) => number): number[][] =>
    kernels.map((found) => found.map(read));
  return {
    photo: list(({ photo }) => at.get(photo)!),
    x: list(({ cell }) => readPlace(cell).x),
    y: list(({ cell }) => readPlace(cell).y),
    value: list(({ value }) => value),
  };
}

/** Names the photos of the columns of a layer. */
export function nameColumns(
  { places, ...columns }: UnnamedColumns,
  photos: Tally["photos"],
): DatasetColumns {
  const named = places.map((place): NamedPhoto => ({ place, ...photos.get(place)! }));
  return { ...columns, named };
}

/** Assembles what a report says of a dataset as a whole. */
export function describeDataset(
  { origin: { dataset }, broken }: Pick<Tally, "broken"> & {
    readonly origin: Pick<Tally["origin"], "dataset">;
  },
): ReportDataset {
  const { photos, bytes, sha256, labels } = dataset;
  return {
    ...{ photos, bytes, sha256, labels },
    broken: broken.toSorted((a, b) => a.place - b.place)
      .map(({ path, model, message }) => ({ path, model, message })),
  };
}
