import type { AlikeKernels } from "../analysis/alike_kernels.ts";
import type { KernelStudy } from "../analysis/kernel_study.ts";
import type { MapActivity } from "../analysis/map_activity.ts";
import type { MapAverages } from "../analysis/map_averages.ts";
import type { MapCondition } from "../analysis/map_condition.ts";
import type { MapMeasures } from "../analysis/map_measures.ts";
import type { Neighbours } from "../analysis/neighbours.ts";

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
  /** The kernels of a depthwise layer that are one filter; null where they are not most of it. */
  readonly alike: AlikeKernels | null;
  /** The measures of the maps, for each photo. */
  readonly maps: readonly MapsReport[];
  /** The measures of the maps over all photos; null where no photo ran. */
  readonly averages: AverageColumns | null;
  /** How much of each map is on behind the layer's `activation`; null where nothing follows. */
  readonly activity: MapActivity | null;
  /** The channels whose maps show little or nothing; null where no photo ran. */
  readonly condition: MapCondition | null;
  /** What excites each kernel most; null where no photo ran. */
  readonly exciting: ExcitingColumns | null;
}

/** The strongest cells of each kernel over all photos, strongest first: a list a kernel. */
export interface ExcitingColumns {
  /** The ids of the photos. */
  readonly image: readonly (readonly string[])[];
  /** The column and row of the cell, counted from 0. */
  readonly x: readonly (readonly number[])[];
  readonly y: readonly (readonly number[])[];
  /** What the map holds there, behind the layer's `activation`. */
  readonly value: readonly (readonly number[])[];
}

/** The measures of the maps, averaged over the photos, a column a measure. */
export type AverageColumns = MapAverages & {
  /** The index of the channel, counted from 0. */
  readonly index: readonly number[];
};

/** The measures of the kernels of a layer, a column a measure. */
export interface KernelColumns extends Omit<KernelStudy, "neighbours" | "alike"> {
  /** The index of the kernel, counted from 0. */
  readonly index: readonly number[];
}

/** The measures of the maps of a layer for one photo. */
export interface MapsReport {
  /** The id of the photo. */
  readonly image: string;
  /** The size of a map, in cells. */
  readonly height: number;
  readonly width: number;
  /** The measures of the convolution's own output, in the order of the channels. */
  readonly channels: MapColumns;
  /** The measures behind the layer's `activation`; null where nothing follows. */
  readonly activated: MapColumns | null;
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
}
