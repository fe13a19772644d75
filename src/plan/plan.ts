import type { Config, GridConfig, InputConfig } from "../config/config.ts";
import type { Preprocess } from "../config/preprocess/preprocess.ts";
import type { Labels } from "../config/label/label_file.ts";
import type { ClassOutput } from "../onnx/layer/class_output.ts";
import type { ConvLayer } from "../onnx/layer/conv_layer.ts";
import type { Model } from "../onnx/graph/model.ts";
import type { FoundField } from "../onnx/field/receptive_field.ts";
import { findSourceParts, type SourcePart } from "../onnx/layer/source_layer.ts";
import type { Size } from "../raster/raster.ts";
import type { Reason } from "../reason/reason.ts";
import { LANGUAGES, nameComparePage, namePage } from "./language.ts";
import { toPathNames } from "./path_name.ts";
import { type KernelPicture, planKernelPictures } from "./picture.ts";
import { type PlannedTuning, planTuning } from "./tuning_plan.ts";
import { nameTable, TABLE_STEMS, TABLE_SUFFIXES, type TableSuffix } from "./table_file.ts";

/**
 * What a report will read, how, and where what it draws will lie: all that is known before a model
 * runs. The pictures of maps depend on the sizes that it gives; they are planned when those are known.
 */
export interface Plan {
  readonly title: string;
  readonly note: string | null;
  readonly grid: GridConfig;
  /** Whether kernels and maps are written as .npy files too. */
  readonly npy: boolean;
  /** Whether TensorBoard's events are made of what is drawn. */
  readonly board: boolean;
  /** Whether maps are kept until those of several models are compared. */
  readonly keepsMaps: boolean;
  /** What the tables of measures are written as; empty where there are none. */
  readonly tables: readonly TableSuffix[];
  /** How the numbers of kernels and maps are written for the pages to show. */
  readonly values: Config["values"];
  /** Whether activations are projected back to the pixels. */
  readonly projections: boolean;
  /** Whether photos are fed again in other ways, and the maps compared. */
  readonly experiments: boolean;
  readonly photos: readonly PlannedPhoto[];
  readonly models: readonly PlannedModel[];
}

/** A photo that was found, or an array: of that the last two axes are its height and width. */
export interface FoundPhoto extends Size {
  readonly name: string;
  readonly path: string;
  /** The dims of the array in a .npy file; null for a photo. */
  readonly dims: readonly number[] | null;
  /** The name of its colour profile; null where it has none. */
  readonly profile: string | null;
  readonly sha256: string;
}

/** How photos become input. */
export interface FoundPreprocess {
  /** The preset's name, the file's, `custom` or `auto`. */
  readonly name: string;
  readonly recipe: Preprocess;
  /** By what it was found; left out where a config says it. */
  readonly found?: {
    /** Whether something tells it; else it is a guess. */
    readonly sure: boolean;
    /** The size of the input in pixels; null where that is the photo's. */
    readonly size: Size | null;
    /** What tells it, then what was passed over. */
    readonly reasons: readonly Reason[];
  };
}

/** A model that was read. */
export interface FoundModel {
  readonly name: string;
  /** Its file, as the config names it. */
  readonly path: string;
  readonly sha256: string;
  readonly onnx: Model;
  readonly preprocess: FoundPreprocess;
  /** What the config gives to inputs that do not take the photo, by their names. */
  readonly given: Readonly<Record<string, InputConfig>>;
  /** The input that takes photos; null where none does. */
  readonly image: string | null;
  /** What gives its classes; null where none is known to. */
  readonly classes: FoundClasses | null;
  /** The chosen layers. */
  readonly layers: readonly FoundLayer[];
  /** The fully connected layers that are not drawn unasked; null where there are none. */
  readonly leftOut: LeftOutDense | null;
}

/** Fully connected layers that hold more weights than the convolutions. */
export interface LeftOutDense {
  /** Their names. */
  readonly layers: readonly string[];
  /** Their operators, by which they can be asked for. */
  readonly ops: readonly string[];
  /** Which share of all weights they hold, from 0 to 1; null where that is not known. */
  readonly share: number | null;
}

/** The output of a model that gives a number for each of its classes, and their words. */
export interface FoundClasses extends Pick<ClassOutput, "output" | "scores"> {
  /** The tensor that the layer makes whose kernel j makes the number of class j. */
  readonly layer: string;
  /** How many there are; null where neither its kernels nor the words tell. */
  readonly count: number | null;
  /** The words of the classes, null for one without; null where none are known. */
  readonly labels: Labels | null;
  /** The file that told them, without its folders, or the key of the model's metadata; null for none. */
  readonly source: string | null;
  /** Whether the config asks for them. */
  readonly asked: boolean;
}

/** A chosen convolution. */
export interface FoundLayer {
  readonly conv: ConvLayer;
  /** What its cells read of a photo; null where that depends on the photo's size, which is open. */
  readonly field: FoundField | null;
}

/** A photo and its name in paths. */
export interface PlannedPhoto extends FoundPhoto {
  readonly id: string;
}

/** A model, its name in paths, and what will be drawn of it. */
export interface PlannedModel extends Omit<FoundModel, "layers"> {
  readonly id: string;
  readonly layers: readonly PlannedLayer[];
  /** The pictures of each photo as this network sees it, in the order of the photos. */
  readonly inputFiles: readonly InputFiles[];
  /** The gratings that it is run on, or why there are none. */
  readonly tuning: PlannedTuning | { readonly missing: Reason };
}

/** The paths of a photo as a network sees it, relative to the report's folder. */
export interface InputFiles {
  readonly file: string;
  /** Where it is made small; photos that are small already have nothing there. */
  readonly thumb: string;
}

/** Kernels of a layer that make some of the maps which another one reads, each a map of its own. */
export interface LayerSource extends Omit<SourcePart, "layer"> {
  /** The id of their layer. */
  readonly layer: string;
}

/** A layer, its folder, and the pictures of its kernels. */
export interface PlannedLayer extends FoundLayer {
  readonly id: string;
  /** The layer's folder, relative to the report's. */
  readonly folder: string;
  readonly pictures: readonly KernelPicture[];
  /** The id of the layer whose kernel j makes the map that this one reads as input j; else null. */
  readonly source: string | null;
  /** Which kernels of which layers make the maps that it reads, where those stand one behind the other. */
  readonly sources: readonly LayerSource[];
}

// What stands in the report's folder beside those of the models, and in a model's beside those of its layers.
const REPORT_ENTRIES = [
  ...LANGUAGES.flatMap((language) => [namePage(language), nameComparePage(language)]),
  "report.json",
  ...TABLE_SUFFIXES.flatMap((suffix) => TABLE_STEMS.map((stem) => nameTable(stem, suffix))),
  "assets",
  "images",
  ".nojekyll",
];
const MODEL_ENTRIES = LANGUAGES.map(namePage);

/** What is drawn and written beside pages: arrays, tables by their suffixes, events. */
export type PlanOptions = { readonly [Name in "npy" | TableSuffix]?: boolean } & {
  /** The folder of TensorBoard's files of events, where they are written. */
  readonly tensorboard?: string;
  /** The folder of Model Explorer's node data, where they are written. */
  readonly modelExplorer?: string;
};

/** Plans a report of the photos and models that were found. */
export function planReport(
  config: Pick<
    Config,
    "title" | "note" | "grid" | "projections" | "experiments" | "tuning" | "values"
  >,
  found: { readonly photos: readonly FoundPhoto[]; readonly models: readonly FoundModel[] },
  { npy = false, tensorboard, modelExplorer, ...asked }: PlanOptions = {},
): Plan {
  const photoIds = toPathNames(found.photos.map((photo) => photo.name));
  const modelIds = toPathNames(found.models.map((model) => model.name), REPORT_ENTRIES);
  const inputFiles = planInputFiles(found.models, photoIds);
  return {
    title: config.title,
    note: config.note,
    grid: config.grid,
    npy,
    board: tensorboard !== undefined,
    keepsMaps: modelExplorer !== undefined && found.models.length > 1,
    tables: TABLE_SUFFIXES.filter((suffix) => asked[suffix] ?? false),
    values: config.values,
    projections: config.projections,
    experiments: config.experiments,
    photos: found.photos.map((photo, i) => ({ ...photo, id: photoIds[i]! })),
    models: found.models.map((model, i) =>
      planModel({ ...model, id: modelIds[i]!, inputFiles: inputFiles[i]! }, config)
    ),
  };
}

const NOT_TUNED = { missing: { code: "tuning-not-asked-for" } } as const;

function planModel(
  model: FoundModel & Pick<PlannedModel, "id" | "inputFiles">,
  { grid, tuning }: Pick<Config, "grid" | "tuning">,
): PlannedModel {
  const ids = toPathNames(model.layers.map(({ conv }) => conv.name), MODEL_ENTRIES);
  const parts = findSourceParts(model.onnx, model.layers.map(({ conv }) => conv));
  const layers = model.layers.map((found, i) => {
    const sources = parts[i]!.map((part) => ({ ...part, layer: ids[part.layer]! }));
    return {
      ...found,
      source: findWhole(sources, found.conv),
      sources,
      id: ids[i]!,
      folder: `${model.id}/${ids[i]}`,
      pictures: planKernelPictures(found.conv, grid),
    };
  });
  return { ...model, layers, tuning: tuning ? planTuning(model) : NOT_TUNED };
}

function findWhole(
  sources: readonly LayerSource[],
  { shape }: Pick<ConvLayer, "shape">,
): string | null {
  const [only] = sources;
  if (only === undefined || sources.length > 1) return null;
  return shape !== null && only.count === shape.inChannels ? only.layer : null;
}

// Networks that see photos alike share their pictures; another view of a photo gets a name of its own.
function planInputFiles(
  models: readonly FoundModel[],
  photoIds: readonly string[],
): InputFiles[][] {
  const views = models.map(describeView);
  const distinct = [...new Set(views)];
  const names = toPathNames(distinct.flatMap(() => photoIds));
  return views.map((view) => {
    const first = distinct.indexOf(view) * photoIds.length;
    return photoIds.map((_, i) => nameInputFiles(names[first + i]!));
  });
}

// No photo's name holds a slash, so that none is called like a small one.
function nameInputFiles(name: string): InputFiles {
  return { file: `images/${name}.png`, thumb: `images/thumbs/${name}.png` };
}

// The size that a network takes tells only where the preprocessing leaves it open.
function describeView({ onnx, image, preprocess }: FoundModel): string {
  const { resize, crop, kernel, channels, profile } = preprocess.recipe;
  const open = resize === null && crop === null && image !== null;
  const size = open ? onnx.graph.inputs.get(image)?.dims?.slice(1) : null;
  return JSON.stringify([resize, crop, kernel, channels === "gray", profile, size]);
}
