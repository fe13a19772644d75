import type { Values } from "../analysis/kernel/kernel_measures.ts";
import type { KernelNumber } from "../analysis/kernel_study.ts";
import type { DatasetMeasure } from "../report/dataset/dataset_measures.ts";
import type { ExperimentMeasure } from "../analysis/trial/experiments.ts";
import type { TuningMeasure } from "../analysis/tuning/layer_tuning.ts";
import { openColumnFormat } from "./column_format.ts";
import { formatAngle, formatCount, formatPercent, formatRate, formatShare } from "./format.ts";
import { type MapNumber, tellValues } from "./map_numbers.ts";

/** How the values of a measure are written. */
export type MeasureStyle =
  | "amount"
  | "angle"
  | "count"
  | "gain"
  | "percent"
  | "pixels"
  | "rate"
  | "share";

/** How pages write the numbers of kernels, in the order in which they show them. */
export const KERNEL_STYLES: Readonly<Record<KernelNumber, MeasureStyle>> = {
  norm: "amount",
  bias: "amount",
  dcGain: "gain",
  lumaGain: "gain",
  chroma: "share",
  hue: "angle",
  centroid: "amount",
  orientation: "angle",
  coherence: "share",
  bandwidth: "amount",
  separability: "share",
  symmetry: "share",
  ownSymmetry: "share",
  roundness: "share",
  waves: "share",
  sparsity: "share",
  min: "amount",
  max: "amount",
  mean: "amount",
  nonFinite: "count",
};

/** How pages write what trials tell of maps. */
export const EXPERIMENT_STYLES: Readonly<Record<ExperimentMeasure, MeasureStyle>> = {
  colourDependence: "share",
  colourLoss: "percent",
  detailDependence: "share",
  detailLoss: "percent",
  detailPeriod: "pixels",
  coarseDependence: "share",
  coarseLoss: "percent",
  mirrorSymmetry: "share",
};

/** How pages write what gratings tell of kernels. */
export const TUNING_STYLES: Readonly<Record<TuningMeasure, MeasureStyle>> = {
  orientation: "angle",
  orientationBandwidth: "angle",
  orientationSelectivity: "share",
  frequency: "amount",
  frequencyBandwidth: "amount",
  frequencySelectivity: "share",
  hue: "angle",
  hueSelectivity: "share",
  response: "amount",
};

/** How pages write what kernels do in a dataset. */
export const DATASET_STYLES: Readonly<Record<DatasetMeasure, MeasureStyle>> = {
  onPhotos: "rate",
  onCells: "rate",
  mean: "amount",
  deviation: "amount",
  min: "amount",
  max: "amount",
  selectivity: "share",
  auc: "share",
  likest: "share",
  colour: "share",
  detail: "share",
};

/** Finds how a number of maps is written. */
export function findMapStyle(name: MapNumber): MeasureStyle {
  const told = tellValues(name);
  return told === "bits" ? "share" : told;
}

/** Opens the format of the values of a measure, without the unit unless it is a sign. */
export function openMeasureFormat(style: MeasureStyle, values: Values): (value: number) => string {
  switch (style) {
    case "amount":
      return openColumnFormat(values);
    case "angle":
      return formatAngle;
    case "count":
      return formatCount;
    case "gain":
      return openColumnFormat(values, { digits: 2, least: 2, most: 4 });
    case "percent":
      return formatPercent;
    case "pixels":
      return (pixels) => formatCount(Math.round(pixels));
    case "rate":
      return formatRate;
    case "share":
      return formatShare;
  }
}
