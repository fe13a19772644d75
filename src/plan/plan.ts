import type { Config, GridConfig } from "../config/config.ts";
import { findReadLayers } from "../onnx/layer/read_layers.ts";
import { findSourceParts, type SourcePart } from "../onnx/layer/source_layer.ts";
import type { Reason } from "../reason/reason.ts";
import { type FoundDataset, planDataset, type PlannedDataset } from "./dataset/dataset_plan.ts";
import { COMPARISONS, planComparisons, type PlannedComparison } from "./comparison_plan.ts";
import { LANGUAGES, nameComparePage, namePage } from "./language.ts";
import { describeInputView } from "./input_view.ts";
import type { FoundLayer, FoundModel, FoundPhoto } from "./found.ts";
import { toPathNames } from "./path_name.ts";
import { type KernelPicture, planKernelPictures } from "./picture.ts";
import type { FormatOptions } from "./picture_format.ts";
import { type PlannedTuning, planTuning } from "./tuning_plan.ts";
import { nameTable, TABLE_STEMS, TABLE_SUFFIXES, type TableSuffix } from "./table_file.ts";

/**
 * What a report will read, how, and where what it draws will lie: all that is known before a model
 * runs. The pictures of maps depend on the sizes that it gives; they are planned when those are known.
 */
export interface Plan {
  readonly title: string;
  readonly note: string | null;
  /** Where it is published, with a slash at its end; null where that is not known. */
  readonly site: string | null;
  readonly grid: GridConfig;
  /** Whether it is to take as little room as may be: pictures with losses, numbers of 8 bits. */
  readonly small: boolean;
  /** Whether kernels and maps are written as .npy files too. */
  readonly npy: boolean;
  /** Whether TensorBoard's events are made of what is drawn. */
  readonly board: boolean;
  /** The models that are compared. */
  readonly comparisons: readonly PlannedComparison[];
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
  /** What is told of a dataset; null where there is none. */
  readonly dataset: PlannedDataset | null;
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
  /** Which kernels of which layers make the maps that it reads, where those stand one behind the other. */
  readonly sources: readonly LayerSource[];
  /** The ids of the layers whose maps reach its input through nodes that are no layers. */
  readonly reads: readonly string[];
}

// What stands in the report's folder beside those of the models, and in a model's beside those of its layers.
const REPORT_ENTRIES = [
  ...LANGUAGES.flatMap((language) => [namePage(language), nameComparePage(language)]),
  "report.json",
  ...TABLE_SUFFIXES.flatMap((suffix) => TABLE_STEMS.map((stem) => nameTable(stem, suffix))),
  "assets",
  COMPARISONS,
  "images",
  ".nojekyll",
];
const MODEL_ENTRIES = [...LANGUAGES.map(namePage), "layers.js"];

/** What is drawn and written beside pages: arrays, tables by their suffixes, events. */
export type PlanOptions = { readonly [Name in "npy" | "small" | TableSuffix]?: boolean } & {
  /** The folder of TensorBoard's files of events, where they are written. */
  readonly tensorboard?: string;
  /** The folder of Model Explorer's node data, where they are written. */
  readonly modelExplorer?: string;
};

/** What a report is made of. */
interface FoundSources {
  readonly photos: readonly FoundPhoto[];
  readonly models: readonly FoundModel[];
  readonly dataset: FoundDataset | null;
}

/** Plans a report of the photos and models that were found. */
export function planReport(
  config: Pick<
    Config,
    | "title"
    | "note"
    | "site"
    | "grid"
    | "projections"
    | "experiments"
    | "tuning"
    | "compare"
    | "values"
    | "patches"
  >,
  found: FoundSources,
  { npy = false, small = false, tensorboard, ...asked }: PlanOptions = {},
): Plan {
  const photoIds = toPathNames(found.photos.map((photo) => photo.name));
  const modelIds = toPathNames(found.models.map((model) => model.name), REPORT_ENTRIES);
  const inputFiles = planInputFiles(found.models, photoIds, { small });
  const models = found.models.map((model, i) =>
    planModel({ ...model, id: modelIds[i]!, inputFiles: inputFiles[i]! }, { ...config, small })
  );
  return {
    title: config.title,
    note: config.note,
    site: config.site,
    grid: config.grid,
    npy,
    board: tensorboard !== undefined,
    comparisons: planComparisons(models, config.compare),
    tables: TABLE_SUFFIXES.filter((suffix) => asked[suffix] ?? false),
    small,
    values: small && config.values !== "none" ? "coarse" : config.values,
    projections: config.projections,
    experiments: config.experiments,
    photos: found.photos.map((photo, i) => ({ ...photo, id: photoIds[i]! })),
    models,
    dataset: found.dataset && planDataset(found.dataset, models, {
      hasPatches: config.patches && !small, // that has no room for them
    }),
  };
}

const NOT_TUNED = { missing: { code: "tuning-not-asked-for" } } as const;

function planModel(
  model: FoundModel & Pick<PlannedModel, "id" | "inputFiles">,
  { grid, tuning, small }: Pick<Config, "grid" | "tuning"> & Pick<Plan, "small">,
): PlannedModel {
  const ids = toPathNames(model.layers.map(({ conv }) => conv.name), MODEL_ENTRIES);
  const convs = model.layers.map(({ conv }) => conv);
  const parts = findSourceParts(model.onnx, convs);
  const reads = findReadLayers(model.onnx, convs);
  const layers = model.layers.map((found, i) => {
    const sources = parts[i]!.map((part) => ({ ...part, layer: ids[part.layer]! }));
    return {
      ...found,
      sources,
      reads: reads[i]!.map((place) => ids[place]!),
      id: ids[i]!,
      folder: `${model.id}/${ids[i]}`,
      pictures: planKernelPictures(found.conv, grid, { small }),
    };
  });
  return { ...model, layers, tuning: tuning ? planTuning(model) : NOT_TUNED };
}

// Networks that see photos alike share their pictures; another view of a photo gets a name of its own.
function planInputFiles(
  models: readonly FoundModel[],
  photoIds: readonly string[],
  format: FormatOptions,
): InputFiles[][] {
  const views = models.map(describeInputView);
  const distinct = [...new Set(views)];
  const names = toPathNames(distinct.flatMap(() => photoIds));
  return views.map((view) => {
    const first = distinct.indexOf(view) * photoIds.length;
    return photoIds.map((_, i) => nameInputFiles(names[first + i]!, format));
  });
}

// No photo's name holds a slash, so that none is called like a small one.
function nameInputFiles(name: string, { small = false }: FormatOptions): InputFiles {
  const suffix = small ? "webp" : "png";
  return { file: `images/${name}.${suffix}`, thumb: `images/thumbs/${name}.${suffix}` };
}
