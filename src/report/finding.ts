import type { ClassAnswer } from "../analysis/class_answer.ts";
import type { Families } from "../analysis/family/families.ts";
import type { CellSum } from "../analysis/map/cell_sum.ts";
import type { KernelClasses } from "../analysis/class/kernel_classes.ts";
import type { Contributions } from "../analysis/map/contribution.ts";
import type { ComposedMeasures } from "../analysis/kernel/composed_measures.ts";
import type { KernelTraits } from "../analysis/kernel_study.ts";
import type { LayerStudy } from "../analysis/layer_study.ts";
import type { Mixing } from "../analysis/matrix/mixing.ts";
import type { Neighbours } from "../analysis/likeness/neighbours.ts";
import type { MapMeasures } from "../analysis/map/map_measures.ts";
import type { StandingCell } from "../analysis/map/on_padding.ts";
import type { MarkedCell, PhotoCell } from "../analysis/map/top_cells.ts";
import type { TriedPhoto } from "../analysis/trial/experiments.ts";
import type { FoundField } from "../onnx/field/receptive_field.ts";
import type { MapStage } from "../plan/comparison_plan.ts";
import type { Picture } from "../plan/picture.ts";
import type { PlannedModel } from "../plan/plan.ts";
import type { ValueFiles } from "../plan/value_files.ts";
import type { Size } from "../raster/raster.ts";
import type { Reason } from "../reason/reason.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type {
  LayerExperiments,
  LeadingColumns,
  MapsReport,
  TuningColumns,
} from "./layer_report.ts";
import type { DatasetColumns } from "./dataset/dataset_columns.ts";
import type { DatasetPhotos, LayerPatches } from "./dataset/dataset_pictures.ts";
import type { ReportDataset } from "./dataset/report_dataset.ts";
import type { PackedCells } from "./packed_cells.ts";
import type { ShownSamples } from "./shown_samples.ts";

/** What was found about a model while its pictures were painted. */
export interface ModelFinding {
  /** The photos that it was shown. */
  readonly inputs: readonly InputFinding[];
  /** The classes that it gives each photo, as far as it does. */
  readonly answers: readonly AnswerFinding[];
  /** What was found about its layers, in the order of the plan. */
  readonly layers: readonly LayerFinding[];
  /** The gratings that it was run on, or why there were none. */
  readonly tuning: PlannedModel["tuning"];
}

/** What a dataset tells of the models of a report. */
export interface DatasetFinding {
  /** The dataset; null where there is none. */
  readonly report: ReportDataset | null;
  /** Read what it tells of layers, out of memory until then, by the folders of these. */
  readonly layers: ReadonlyMap<string, () => DatasetColumns>;
}

/** What is shown of a dataset. */
export interface ShownDataset {
  /** The patches of layers, by the folders of these. */
  readonly patches: ReadonlyMap<string, LayerPatches>;
  /** The photos that they are cut from, by the ids of models. */
  readonly photos: ReadonlyMap<string, DatasetPhotos>;
}

/** The classes that a network gives a photo. */
export interface AnswerFinding extends ClassAnswer {
  /** The id of the photo. */
  readonly photo: string;
}

/** A photo or an array as a network saw it; its size is that of the picture. */
export interface InputFinding extends Size {
  /** The id of the photo. */
  readonly photo: string;
  /** The picture, relative to the report's folder. */
  readonly file: string;
  /** The same made small; null where it is small already. */
  readonly thumb: string | null;
  /** The dims of an array as it was fed; null for a photo. */
  readonly dims: readonly number[] | null;
  readonly events: KeptEvents;
}

/** What was found about a layer. */
export interface LayerFinding {
  /** What was found about its kernels; null where they are not drawn. */
  readonly kernels: KernelTraits | null;
  /** Reads the kernels that are like each, which are out of memory until then; null where there are none. */
  readonly neighbours: () => Neighbours | null;
  /** Reads what kernels of single weights mix, out of memory until then; null where they are larger. */
  readonly mixing: () => Mixing | null;
  /** The pictures that were written of them. */
  readonly pictures: readonly Picture[];
  /** The files of their numbers; null where there are none. */
  readonly values: ValueFiles | null;
  /** The ids of the layers of the model of which it is told how alike their kernels are. */
  readonly cosines: readonly string[];
  /** Of the kernels alone. */
  readonly events: KeptEvents;
  /** Why the kernels are not drawn; null where they are. */
  readonly kernelsMissing: Reason | null;
  /** Why no map is drawn; null where one is. */
  readonly mapsMissing: Reason | null;
  /** The measures of its maps on each photo that ran. */
  readonly maps: readonly MapsFinding[];
  /** What the two have to do with each other; null where no photo ran. */
  readonly study: LayerStudy | null;
  /** Which kernels go together over all photos; null where that is not known. */
  readonly families: Families | null;
  /** The classes of its kernels and maps; null where neither are drawn. */
  readonly classes: KernelClasses | null;
  /** Reads what excites each kernel most, which is out of memory until then; null where no photo ran. */
  readonly excited: () => ExcitedKernels | null;
  /** Reads what trials tell of its maps, which is out of memory until then; null where none were run. */
  readonly experiments: () => LayerExperiments | null;
  /** The kernels whose strongest cell over all photos reads padding; null where that is not known. */
  readonly onPadding: readonly number[] | null;
  /** Its kernels composed down to the pixels; null where they read the photo. */
  readonly effective: ViewFinding | null;
  /** What was measured of these; null where they are not there. */
  readonly composed: ComposedMeasures | null;
  /** The pattern that leads in each kernel; null where kernels have none, or it could not be drawn. */
  readonly leading: LeadingFinding | null;
  /** The strongest activation of each kernel projected back to the pixels. */
  readonly projections: ViewFinding;
  /** Reads what its kernels are tuned to, which is out of memory until then; null where it is not known. */
  readonly tuning: (() => TuningColumns) | null;
}

/** The strongest cells of each kernel over all photos. */
export interface ExcitedKernels {
  readonly exciting: readonly (readonly PhotoCell[])[];
  /** The same, with cells on the padding behind all others. */
  readonly excitingInside: readonly (readonly PhotoCell[])[];
}

/** Reads records of TensorBoard's events, which are out of memory until then; null where none are made. */
export type KeptEvents = (() => Uint8Array) | null;

/** The pictures of what kernels mean in pixels, or why they are missing. */
export type ViewFinding =
  | {
    readonly pictures: readonly Picture[];
    readonly events: KeptEvents;
    /** The height and width of the fields that tiles show averaged; null where as they are. */
    readonly averagedFrom: readonly number[] | null;
  }
  | { readonly missing: Reason };

/** The pictures of the patterns that lead in kernels. */
export interface LeadingFinding {
  readonly pictures: readonly Picture[];
  readonly events: KeptEvents;
  readonly measures: LeadingColumns;
}

/** Lists all pictures that were written of a layer, or refer to those of another. */
export function listPictures(
  { pictures, leading, effective, projections, maps }: LayerFinding,
): Picture[] {
  const views = [leading, effective, projections].flatMap((view) =>
    view !== null && "pictures" in view ? view.pictures : []
  );
  return [...pictures, ...views, ...maps.flatMap((each) => each.pictures)];
}

/** What was found about the maps of a layer on one photo; its size is that of a map, in cells. */
export interface MapsFinding extends Size {
  /** The id of the photo. */
  readonly photo: string;
  /** The dims of the maps: [channels, …space]. */
  readonly dims: readonly number[];
  /** Of how many samples that the photo became these are the maps of one. */
  readonly samples: ShownSamples;
  /** All pictures that were written of them. */
  readonly pictures: readonly Picture[];
  /** The files of the numbers of the convolution's own output; null where there are none. */
  readonly values: ValueFiles | null;
  /** The same behind what follows cell by cell; null too where those are told by the former. */
  readonly activatedValues: ValueFiles | null;
  /** What its cells read of the photo. */
  readonly field: FoundField;
  /** Whether products and bias added up to every cell for which that was looked at. */
  readonly addsUp: boolean;
  /** Reads what was measured of them, which is out of memory for as long as other layers are drawn. */
  readonly measured: () => KeptMaps;
  /** Reads the maps made coarse, which are out of memory; null where they are not compared on this photo. */
  readonly coarse: (() => Tensor) | null;
  /** Reads how they changed in trials, which is out of memory too; null where none were run. */
  readonly tried: (() => TriedPhoto) | null;
  readonly events: KeptEvents;
  /** Whether a picture was made of them that stands for the page of the layer. */
  readonly previewed: boolean;
  /** Read the maps that are compared with those of another model, which are out of memory too. */
  readonly kept: Readonly<Partial<Record<MapStage, () => Float32Array>>>;
}

/** What was measured of the maps of a layer on one photo. */
export interface KeptMaps {
  readonly columns: MapsReport;
  /** The strongest cells of each map, behind what follows where anything does. */
  readonly top: PackedCells;
  /** The same, with cells on the padding behind all others. */
  readonly topInside: PackedCells;
}

/** What is found in the maps of a layer on one photo. */
export interface FoundMaps {
  /** The measures of the convolution's own output. */
  readonly measures: MapMeasures;
  /** The measures behind what follows cell by cell; null where nothing does. */
  readonly activated: MapMeasures | null;
  /** The strongest cell of each map of the convolution's own output; null where none is finite. */
  readonly strongest: readonly (MarkedCell | null)[];
  /** The same behind what follows cell by cell; null where nothing does. */
  readonly strongestActivated: readonly (MarkedCell | null)[] | null;
  /** The cell that stands for each map; null where none is finite. */
  readonly peaks: readonly (Peak | null)[];
  /** The input slices that make most of each map; null where its layer reads the photo. */
  readonly circuit: readonly (Contributions | null)[] | null;
}

/**
 * The cell that stands for a map: the strongest behind what follows where one is above 0 there, else
 * the strongest of the convolution's own output, which is the value.
 */
export interface Peak extends StandingCell {
  /** What adds up to the value; null where that is not known. */
  readonly sum: CellSum | null;
}
