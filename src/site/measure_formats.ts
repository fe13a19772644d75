import type { KernelNumber } from "../analysis/kernel_study.ts";
import type { ExperimentMeasure } from "../analysis/trial/experiments.ts";
import type { TuningMeasure } from "../analysis/tuning/layer_tuning.ts";
import {
  formatAngle,
  formatCount,
  formatGain,
  formatNumber,
  formatPercent,
  formatShare,
} from "./format.ts";
import { type MapNumber, tellValues } from "./map_numbers.ts";

/** Formats the value of a measure, without the unit unless it is a sign. */
export type MeasureFormat = (value: number) => string;

/** The formats of the numbers of kernels, in the order in which pages show them. */
export const KERNEL_FORMATS: Readonly<Record<KernelNumber, MeasureFormat>> = {
  norm: formatNumber,
  bias: formatNumber,
  dcGain: formatGain,
  lumaGain: formatGain,
  chroma: formatShare,
  hue: formatAngle,
  centroid: formatNumber,
  orientation: formatAngle,
  coherence: formatShare,
  bandwidth: formatNumber,
  separability: formatShare,
  symmetry: formatShare,
  ownSymmetry: formatShare,
  roundness: formatShare,
  waves: formatShare,
  sparsity: formatShare,
  min: formatNumber,
  max: formatNumber,
  mean: formatNumber,
  nonFinite: formatCount,
};

/** The formats of what trials tell of maps. */
export const EXPERIMENT_FORMATS: Readonly<Record<ExperimentMeasure, MeasureFormat>> = {
  colourDependence: formatShare,
  colourLoss: formatPercent,
  detailDependence: formatShare,
  detailLoss: formatPercent,
  detailPeriod: (pixels) => formatNumber(Math.round(pixels)),
  coarseDependence: formatShare,
  coarseLoss: formatPercent,
  mirrorSymmetry: formatShare,
};

/** The formats of what gratings tell of kernels. */
export const TUNING_FORMATS: Readonly<Record<TuningMeasure, MeasureFormat>> = {
  orientation: formatAngle,
  orientationBandwidth: formatAngle,
  orientationSelectivity: formatShare,
  frequency: formatNumber,
  frequencyBandwidth: formatNumber,
  frequencySelectivity: formatShare,
  hue: formatAngle,
  hueSelectivity: formatShare,
  response: formatNumber,
};

const MAP_FORMATS: Readonly<Record<ReturnType<typeof tellValues>, MeasureFormat>> = {
  share: formatShare,
  percent: formatPercent,
  bits: formatShare,
  amount: formatNumber,
  count: formatCount,
};

/** Finds the format of a number of maps. */
export function findMapFormat(name: MapNumber): MeasureFormat {
  return MAP_FORMATS[tellValues(name)];
}
