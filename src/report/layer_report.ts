import type { Families } from "../analysis/family/families.ts";
import type { Labels } from "../config/label/label_file.ts";
import type { AlikeKernels } from "../analysis/kind/alike_kernels.ts";
import type { ComposedMeasures } from "../analysis/kernel/composed_measures.ts";
import type { KernelClasses } from "../analysis/class/kernel_classes.ts";
import type { KernelTraits } from "../analysis/kernel_study.ts";
import type { Values } from "../analysis/kernel/kernel_measures.ts";
import type { MapActivity } from "../analysis/map/map_activity.ts";
import type { MapAverages } from "../analysis/map/map_averages.ts";
import type { MapCondition } from "../analysis/map/map_condition.ts";
import type { MixColumns, WeightMatrix } from "../analysis/matrix/mixing.ts";
import type { MapMeasures } from "../analysis/map/map_measures.ts";
import type { GratingAxes } from "../analysis/tuning/grating_axes.ts";
import type { LayerTuning } from "../analysis/tuning/layer_tuning.ts";
import type { Neighbours } from "../analysis/likeness/neighbours.ts";
import type { Experiments } from "../analysis/trial/experiments.ts";
import type { TrialName } from "../analysis/trial/trial.ts";
import type { DatasetColumns } from "./dataset/dataset_columns.ts";
import type { ShownSamples } from "./shown_samples.ts";

/** The measures of one layer, `layer.json`, in columns. */
export interface LayerReport {
  /** What this file is. */
  readonly format: "convatlas-layer";
  /** The version of the format; a reader refuses one it does not know. */
  readonly version: 1;
  /** The id of the model. */
  readonly model: string;
  /** The id of the layer. */
  readonly layer: string;
  /** The measures of the kernels, in the order of the kernels; null where they are not drawn. */
  readonly kernels: KernelColumns | null;
  /** The kernels most like each kernel and its negative; null where they are not compared. */
  readonly neighbours: Neighbours | null;
  /** The inputs that kernels of single weights weigh most; null where they are larger, or not drawn. */
  readonly mix: MixColumns | null;
  /**
   * How the weights stand as a matrix, and in its picture; null where kernels are larger or not drawn,
   * have one weight each, or are one.
   */
  readonly matrix: WeightMatrix | null;
  /** The kernels of a depthwise layer that are one filter; null where they are not most of it. */
  readonly alike: AlikeKernels | null;
  /**
   * The measures of the kernels composed with those of the layers before, in the space of the
   * photo's pixels; null where they read the photo, and where they are not composed.
   */
  readonly composed: ComposedMeasures | null;
  /**
   * The pattern that the slices of each kernel have most in common; null where slices are single
   * weights or colours of the photo, and where kernels are not drawn.
   */
  readonly leading: LeadingColumns | null;
  /** The measures of the maps, for each photo. */
  readonly maps: readonly MapsReport[];
  /** The measures of the maps over all photos; null where no photo ran. */
  readonly averages: AverageColumns | null;
  /** How much of each map is on behind the layer's `activation`; null where nothing follows. */
  readonly activity: MapActivity | null;
  /** The channels whose maps show little or nothing; null where no photo ran. */
  readonly condition: MapCondition | null;
  /** The kernels whose maps go together over the photos; null where that is not known. */
  readonly families: Families | null;
  /** What each kernel looks for, when it fires and the like; null where nothing is drawn. */
  readonly classes: KernelClasses | null;
  /** How maps change where photos are fed in other ways; null where none were. */
  readonly experiments: LayerExperiments | null;
  /** The words of the classes that the maps stand for; null where they stand for none that is named. */
  readonly labels: Labels | null;
  /** What excites each kernel most; null where no photo ran. */
  readonly exciting: ExcitingColumns | null;
  /** The same, with cells on the padding behind all others. */
  readonly excitingInside: ExcitingColumns | null;
  /**
   * The channels whose strongest cell over all photos reads padding; null where no photo ran, or
   * padding is not known.
   */
  readonly onPadding: readonly number[] | null;
  /** What the kernels respond to gratings; null where that is not known. */
  readonly tuning: TuningColumns | null;
  /** What the kernels answer to in the photos of a dataset; null where there is none. */
  readonly dataset: DatasetColumns | null;
}

/** What the kernels of a layer respond to gratings, behind its `activation`, a column a measure. */
export interface TuningColumns extends GratingAxes, LayerTuning {
  /** Whether the cells that count read gratings alone; else they may read padding. */
  readonly inside: boolean;
}

/** What trials tell of the maps of a layer, and the ids of the photos on which they were run. */
export interface LayerExperiments extends Experiments {
  /** The ids of the photos. */
  readonly images: readonly string[];
  /** The trials that were run on any of them. */
  readonly trials: readonly TrialName[];
}

/** The pattern that the slices of each kernel have most in common, a column each. */
export interface LeadingColumns {
  /** Its share of the kernel's energy, 0 to 1; null for a kernel of zeros, or one that is not finite. */
  readonly share: Values;
  /** Whether its picture is tinted by what the kernels read; else it is grey, as that is not known. */
  readonly tinted: boolean;
}

/** The strongest cells of each kernel over all photos, strongest first: a list a kernel. */
export interface ExcitingColumns {
  /** The ids of the photos. */
  readonly image: readonly (readonly string[])[];
  /** The column and row of the cell, counted from 0. */
  readonly x: readonly (readonly number[])[];
  /** Its row, counted from 0. */
  readonly y: readonly (readonly number[])[];
  /** What the map holds there, behind the layer's `activation`. */
  readonly value: readonly (readonly number[])[];
  /** Whether the cell reads padding; null where that is not known. */
  readonly onPadding: readonly (readonly (boolean | null)[])[];
}

/** The measures of the maps, averaged over the photos, a column a measure. */
export type AverageColumns = MapAverages & {
  /** The index of the channel, counted from 0. */
  readonly index: readonly number[];
};

/** The measures of the kernels of a layer, a column a measure. */
export interface KernelColumns extends Omit<KernelTraits, "alike"> {
  /** The index of the kernel, counted from 0. */
  readonly index: readonly number[];
}

/** The measures of the maps of a layer for one photo. */
export interface MapsReport {
  /** The id of the photo. */
  readonly image: string;
  /** The size of a map, in cells. */
  readonly height: number;
  /** The width of a map, in cells. */
  readonly width: number;
  /** Of how many samples that the layer made of the photo these are the maps of the first. */
  readonly samples: ShownSamples;
  /** The measures of the convolution's own output, in the order of the channels. */
  readonly channels: MapColumns;
  /** The measures behind the layer's `activation`; null where nothing follows. */
  readonly activated: MapColumns | null;
  /** The cell that stands for each map, and what adds up to its value. */
  readonly strongest: StrongestColumns;
  /** What makes each map; null where the layer reads the photo, or is of another operator. */
  readonly circuit: CircuitColumns | null;
}

/** The input slices that make most of each map, largest share first: a list a map. */
export interface CircuitColumns {
  /** The input channels; empty for a map that is the same everywhere. */
  readonly input: readonly (readonly number[])[];
  /** Their shares in the map's variance; those of all inputs add up to 1. */
  readonly share: readonly (readonly number[])[];
}

/** The measures of the maps, a column a measure. */
export interface MapColumns extends MapMeasures {
  /** The index of the channel, counted from 0. */
  readonly index: readonly number[];
  /**
   * The column and row of the cell that holds `max`, counted from 0; of equal ones the first in
   * reading order. Where a map has depths, the rows of each follow those before.
   */
  readonly strongestX: Values;
  /** Its row; null where there is none. */
  readonly strongestY: Values;
  /**
   * Whether that cell reads padding, the layer's own or that of a Pad right before it; null for a map
   * that is the same everywhere, and where it is not known.
   */
  readonly onPadding: readonly (boolean | null)[];
}

/**
 * The cell that stands for each map: the strongest behind the layer's `activation` where one is above
 * 0 there, else the strongest of the convolution's own output.
 *
 *     Σ term + rest + bias = total
 */
export interface StrongestColumns {
  /** The column and row of the cell, counted from 0. */
  readonly x: Values;
  /** Its row; null where there is none. */
  readonly y: Values;
  /** What the convolution's own output holds there. */
  readonly value: Values;
  /** What is there behind the layer's `activation`; null where nothing follows. */
  readonly activated: Values;
  /** Whether the cell reads padding. */
  readonly onPadding: readonly (boolean | null)[];
  /** The input channels that give most to the value; none where the layer reads the photo. */
  readonly input: readonly (readonly number[])[];
  /** What each gives: the sum of its slice of the kernel times the cells that it meets. */
  readonly term: readonly (readonly number[])[];
  /** What all other inputs give together; null where there is none, or it is not known. */
  readonly rest: Values;
  /** The value, or the number that it was rounded from; null where it is not known. */
  readonly total: Values;
}
