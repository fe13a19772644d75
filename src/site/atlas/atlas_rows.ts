import { measureColumnSpread } from "../../analysis/column_spread.ts";
import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import type { LayerReport } from "../../report/layer_report.ts";
import type { ReportComparedLayer } from "../../report/report_comparison.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import type { LayerAddress } from "../address.ts";

/** What the atlas shows of every layer, a row each, in their order. */
export type AtlasRowName =
  | "side"
  | "photo"
  | "colour"
  | "detail"
  | "on"
  | "never"
  | "border"
  | "duplicate"
  | "family"
  | "damage";

/** The number of a layer in a row. */
export interface LayerNumber {
  /** The number itself, or the median of those of its maps. */
  readonly value: number;
  /** Where eight of ten of its maps begin; null where the layer has one number. */
  readonly low: number | null;
  /** Where they end; null likewise. */
  readonly high: number | null;
  /** The kernel that shows it best; null where none does more than another. */
  readonly k: number | null;
  /** The number of that kernel; null where only the layer has one. */
  readonly most: number | null;
}

/** A layer, and what was measured of it. */
export interface MeasuredLayer {
  readonly layer: ReportLayer;
  readonly measures: LayerReport | null;
  /** How far it is from the layer of the model that its own is compared with; null where none is. */
  readonly compared: ReportComparedLayer | null;
}

/** A row of the atlas. */
export interface AtlasRow {
  /**
   * How it is drawn: the side of the maps on a logarithmic scale, the spread of a number of the maps
   * around its median, a share as a bar from zero, or the spread of an error below its worst.
   */
  readonly drawn: "side" | "spread" | "share" | "worst";
  readonly find: (layer: MeasuredLayer) => LayerNumber | null;
  /** What the page of a layer shows of its kernels there, beside the pair. */
  readonly shown: LayerAddress;
}

/** The rows of the atlas, in their order. */
export const ATLAS_ROWS: Readonly<Record<AtlasRowName, AtlasRow>> = {
  side: { drawn: "side", find: findSide, shown: {} },
  photo: {
    drawn: "spread",
    find: ({ measures }) => spread(listPhotoExcess(measures)),
    shown: { sort: "keepsPicture" },
  },
  colour: {
    drawn: "spread",
    find: ({ measures }) => spread(measures?.experiments?.colourDependence.mean),
    shown: { sort: "colourDependence" },
  },
  detail: {
    drawn: "spread",
    find: ({ measures }) => spread(measures?.experiments?.detailDependence.mean),
    shown: { sort: "detailDependence" },
  },
  on: {
    drawn: "spread",
    find: ({ measures }) => spread(measures?.activity?.on),
    shown: { sort: "on" },
  },
  never: {
    drawn: "share",
    find: ({ layer, measures }) =>
      measures?.activity ? share(layer, measures.condition?.dead ?? []) : null,
    shown: { q: "is:never-on" },
  },
  border: {
    drawn: "share",
    find: ({ layer, measures }) => measures?.onPadding ? share(layer, measures.onPadding) : null,
    shown: { q: "is:border" },
  },
  duplicate: {
    drawn: "share",
    find: ({ layer, measures }) =>
      measures?.kernels ? share(layer, listKnown(measures.kernels.duplicateOf)) : null,
    shown: { q: "is:duplicate" },
  },
  family: {
    drawn: "share",
    find: ({ layer, measures }) => findFamilies(layer, measures),
    shown: { sort: "family" },
  },
  damage: { drawn: "worst", find: ({ compared }) => findDamage(compared), shown: {} },
};

/** The names of the rows, in their order. */
export const ATLAS_ROW_NAMES = Object.keys(ATLAS_ROWS) as readonly AtlasRowName[];

const UNSPREAD = { low: null, high: null, k: null, most: null };

function findSide({ layer: { maps } }: MeasuredLayer): LayerNumber | null {
  const [first] = maps;
  return first ? { value: Math.max(...first.space), ...UNSPREAD } : null;
}

/**
 * Lists how much of each map of a layer is photo, less what comes about by chance: three colours fit
 * a small map of a photo that is turned, too.
 */
export function listPhotoExcess(measures: LayerReport | null): Values {
  const { keepsPicture = [], turnedPicture = [] } = measures?.averages ?? {};
  return keepsPicture.map((share, k) => {
    const chance = turnedPicture[k] ?? null;
    return share === null || chance === null ? null : share - chance;
  });
}

function spread(values: Values = []): LayerNumber | null {
  const { low, median, high } = measureColumnSpread(values);
  if (median === null) return null;
  const most = values.reduce((most: number, value) => Math.max(most, value ?? most), -Infinity);
  return { value: median, low, high, k: values.indexOf(most), most };
}

function share({ pairs }: ReportLayer, kernels: readonly number[]): LayerNumber | null {
  if (pairs === 0) return null;
  return { value: kernels.length / pairs, ...UNSPREAD, k: kernels[0] ?? null };
}

function listKnown(values: Values): number[] {
  return values.flatMap((value, k) => value === null ? [] : [k]);
}

function findFamilies(layer: ReportLayer, measures: LayerReport | null): LayerNumber | null {
  const families = measures?.families ?? null;
  if (families === null) return null;
  return { ...share(layer, listKnown(families.of))!, k: families.families[0]?.strongest ?? null };
}

// Nine of ten maps are below the bar's end, and no map on a photo is above the line.
function findDamage(compared: ReportComparedLayer | null): LayerNumber | null {
  const { worst = null, worstError = null, lowError = null, highError = null } = compared ?? {};
  if (worst === null || worstError === null) return null;
  return { value: worstError, low: lowError, high: highError, k: worst.other, most: worstError };
}
