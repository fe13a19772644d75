import { carryDigits, createExactSums, type ExactSums } from "./exact_sums.ts";
import { LABEL_BINS } from "./label_bins.ts";
import { createLabelTally, type LabelTally } from "./label_tally.ts";
import { KEPT_STRONGEST, type LayerTally, type SampledPhoto } from "./layer_tally.ts";
import type { PhotoDependence } from "./photo_dependence.ts";
import { packColumn, type PackedColumn, unpackColumn } from "./packed_column.ts";
import { BIN_COUNT } from "./value_bins.ts";

/** A layer's tally as plain JSON: what it counts, and its columns, the kernel being the first axis. */
export interface TallyColumns {
  readonly kernels: number;
  readonly photos: number;
  readonly cells: number;
  readonly columns: Readonly<Record<string, PackedColumn | null>>;
  readonly sampled: readonly WrittenPhoto[];
  readonly tried: readonly WrittenTrial[];
  readonly labels: readonly WrittenLabel[];
}

interface WrittenPhoto {
  readonly photo: number;
  readonly means: PackedColumn;
  readonly strongest: PackedColumn;
  readonly cells: PackedColumn;
}

interface WrittenTrial {
  readonly photo: number;
  readonly colour: PackedColumn | null;
  readonly detail: PackedColumn | null;
}

interface WrittenLabel {
  readonly label: number;
  readonly photos: number;
  readonly sums: PackedColumn;
  readonly bins: PackedColumn | null;
}

/** Writes a tally as plain JSON: equal tallies give equal text. */
export function packLayer(tally: LayerTally): TallyColumns {
  const { kernels, photos, cells, strongest, below } = tally;
  return {
    ...{ kernels, photos, cells },
    columns: {
      sums: packSums(tally.sums),
      squares: packSums(tally.squares),
      onPhotos: packColumn("float64", tally.onPhotos),
      onCells: packColumn("float64", tally.onCells),
      nonFinite: packColumn("float64", tally.nonFinite),
      largest: packColumn("float32", tally.largest),
      smallest: packColumn("float32", tally.smallest),
      above: packColumn("float64", tally.above),
      below: below && packColumn("float64", below),
      held: packColumn("uint8", strongest.held),
      strongest: packColumn("float32", strongest.values),
      strongestPhotos: packColumn("uint32", strongest.photos),
      strongestCells: packColumn("uint32", strongest.cells),
    },
    sampled: sortEntries(tally.sampled).map(([photo, own]) => ({ photo, ...writeSampled(own) })),
    tried: sortEntries(tally.tried).map(([photo, own]) => ({ photo, ...writeTried(own) })),
    labels: sortEntries(tally.labels).map(([label, own]) => ({ label, ...writeLabel(own) })),
  };
}

function sortEntries<Value>(map: ReadonlyMap<number, Value>): [number, Value][] {
  return [...map].sort(([a], [b]) => a - b);
}

function packSums(sums: ExactSums): PackedColumn {
  carryDigits(sums);
  return packColumn("float64", sums.digits);
}

function writeSampled({ means, strongest, cells }: SampledPhoto): Omit<WrittenPhoto, "photo"> {
  return {
    means: packColumn("float32", means),
    strongest: packColumn("float32", strongest),
    cells: packColumn("uint32", cells),
  };
}

function writeTried({ colour, detail }: PhotoDependence): Omit<WrittenTrial, "photo"> {
  return {
    colour: colour && packColumn("float32", colour),
    detail: detail && packColumn("float32", detail),
  };
}

function writeLabel({ photos, sums, bins }: LabelTally): Omit<WrittenLabel, "label"> {
  return { photos, sums: packSums(sums), bins: bins && packColumn("uint32", bins) };
}

/**
 * Reads it again.
 *
 * @throws {TypeError} If a column is not what it should be.
 */
export function unpackLayer(written: TallyColumns): LayerTally {
  const { kernels, photos, cells, columns } = written;
  const read = <Type extends "float32" | "float64" | "uint32" | "uint8">(
    name: string,
    type: Type,
    each = 1,
  ) => unpackColumn(columns[name], type, kernels * each);
  return {
    ...{ kernels, photos, cells },
    sums: readSums(createExactSums(kernels), columns["sums"]),
    squares: readSums(createExactSums(kernels), columns["squares"]),
    onPhotos: read("onPhotos", "float64"),
    onCells: read("onCells", "float64"),
    nonFinite: read("nonFinite", "float64"),
    largest: read("largest", "float32"),
    smallest: read("smallest", "float32"),
    above: read("above", "float64", BIN_COUNT),
    below: columns["below"] === null ? null : read("below", "float64", BIN_COUNT),
    strongest: {
      ...{ kernels, most: KEPT_STRONGEST },
      held: read("held", "uint8"),
      values: read("strongest", "float32", KEPT_STRONGEST),
      photos: read("strongestPhotos", "uint32", KEPT_STRONGEST),
      cells: read("strongestCells", "uint32", KEPT_STRONGEST),
    },
    sampled: new Map(written.sampled.map((own) => [own.photo, readSampled(own, kernels)])),
    tried: new Map(written.tried.map((own) => [own.photo, readTried(own, kernels)])),
    labels: new Map(written.labels.map((own) => [own.label, readLabel(own, kernels)])),
  };
}

function readSums({ count, span, left }: ExactSums, packed: unknown): ExactSums {
  const digits = unpackColumn(packed, "float64", count * span.digits);
  return { count, span, digits, left };
}

function readSampled(own: WrittenPhoto, kernels: number): SampledPhoto {
  return {
    means: unpackColumn(own.means, "float32", kernels),
    strongest: unpackColumn(own.strongest, "float32", kernels),
    cells: unpackColumn(own.cells, "uint32", kernels),
  };
}

function readTried({ colour, detail }: WrittenTrial, kernels: number): PhotoDependence {
  return {
    colour: colour && unpackColumn(colour, "float32", kernels),
    detail: detail && unpackColumn(detail, "float32", kernels),
  };
}

function readLabel({ photos, sums, bins }: WrittenLabel, kernels: number): LabelTally {
  const empty = createLabelTally(kernels, false);
  return {
    photos,
    sums: readSums(empty.sums, sums),
    bins: bins && unpackColumn(bins, "uint32", kernels * LABEL_BINS),
  };
}
