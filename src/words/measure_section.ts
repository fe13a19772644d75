import type { KernelNumber } from "../analysis/kernel_study.ts";
import type { ExperimentMeasure } from "../analysis/trial/experiments.ts";
import type { TuningMeasure } from "../analysis/tuning/layer_tuning.ts";
import type { DatasetMeasure } from "../report/dataset/dataset_measures.ts";
import type { MapAverages } from "../analysis/map/map_averages.ts";

/** A measure in words. */
export interface MeasureWords {
  readonly name: string;
  /** Its unit; null where it is a share or a plain number. */
  readonly unit: string | null;
}

type MeasuresWords<Name extends string> = Readonly<Record<Name, MeasureWords>>;

/** What pages alone say of measures: what each is, in one sentence that stands by itself. */
export interface MeasureMeanings {
  readonly kernels: Readonly<Record<keyof MeasureSection["kernels"], string>>;
  readonly maps: Readonly<Record<keyof MeasureSection["maps"], string>>;
  readonly experiments: Readonly<Record<keyof MeasureSection["experiments"], string>>;
  readonly tuning: Readonly<Record<keyof MeasureSection["tuning"], string>>;
  readonly dataset: Readonly<Record<keyof MeasureSection["dataset"], string>>;
  readonly columns: Readonly<Record<keyof MeasureSection["columns"], string>>;
}

/** The words of measures and of their table. */
export interface MeasureSection {
  /** The measures of kernels, in the order in which pages show them. */
  readonly kernels: MeasuresWords<KernelNumber>;
  /** The measures of maps, averaged over the photos, in the order in which pages show them. */
  readonly maps: MeasuresWords<keyof MapAverages | "on">;
  /** What trials tell of maps, in the order in which pages show them. */
  readonly experiments: MeasuresWords<ExperimentMeasure>;
  /** What gratings tell of kernels, in the order in which pages show them. */
  readonly tuning: MeasuresWords<TuningMeasure>;
  /** What kernels do in a dataset, in the order in which pages show them. */
  readonly dataset: MeasuresWords<DatasetMeasure>;
  /** What else the table has of a kernel. */
  readonly columns: MeasuresWords<"class" | "confidence" | "nearest" | "similarity" | "likeness">;
  /** What the share of cells that are on is called, with what follows the convolution. */
  readonly onAfter: (activation: string) => string;
  /** What measures are about. */
  readonly groups: Readonly<
    Record<"size" | "shape" | "colour" | "map" | "tried" | "tuned" | "dataset", string>
  >;
  /** The map, where its measures are a mean. */
  readonly meanMap: (inputs: string) => string;
  /** What trials tell, where it is a mean over so many photos. */
  readonly meanTried: (photos: string) => string;
  /** What is measured in a dataset of so many photos. */
  readonly inDataset: (photos: string) => string;
  readonly kernel: string;
  readonly table: string;
  readonly ofKernels: (kernels: number) => string;
  readonly ofMaps: (maps: number, over: string) => string;
  readonly ofBoth: (kernels: number, over: string) => string;
  /** What maps were measured on: so many photos or arrays, in words. */
  readonly over: (inputs: string, count: number) => string;
  readonly without: (names: string) => string;
  /** How many of the kernels stand in the table, where the script does not add the others. */
  readonly first: (shown: string, all: string) => string;
  readonly allDigits: string;
}
