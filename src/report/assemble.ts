import { countStimuli } from "../analysis/tuning/grating_axes.ts";
import { describeRule } from "../analysis/rule/rule_sentence.ts";
import type { InputConfig } from "../config/model_config.ts";
import { nameFile } from "../config/file_name.ts";
import { writeRecipe } from "../config/preprocess/written_recipe.ts";
import type { Picture } from "../plan/picture.ts";
import type { PictureSource, PixelSource } from "../plan/picture_kind.ts";
import type { ConvLayer } from "../onnx/layer/conv_layer.ts";
import type { LayerSource, Plan, PlannedLayer, PlannedModel } from "../plan/plan.ts";
import type { FoundPreprocess } from "../plan/found.ts";
import { PREVIEW_FILE } from "../plan/preview.ts";
import { assembleAnswers } from "./assemble_answers.ts";
import { assembleComparison } from "./assemble_comparison.ts";
import type { ComparisonFinding } from "./comparison_finding.ts";
import type {
  LayerFinding,
  MapsFinding,
  ModelFinding,
  ShownDataset,
  ViewFinding,
} from "./finding.ts";
import type { Report } from "./report.ts";
import type { ReportGiven, ReportModel, ReportPreprocess } from "./report_model.ts";
import type { ReportLayer, ReportMaps, ReportRule, ReportView } from "./report_layer.ts";
import { assembleExperiments } from "./assemble_experiments.ts";
import { assembleField, assembleReads, type ReportField } from "./report_field.ts";
import { explainReason } from "../reason/error.ts";

/** What a report says beside what was found about its models. */
interface Provenance extends Pick<Report, "generator" | "runtime" | "dataset" | "failures"> {
  readonly comparisons: readonly ComparisonFinding[];
  readonly shown: ShownDataset;
}

/** Assembles the head of a report from what was planned and what was found. */
export function assembleReport(
  plan: Plan,
  findings: readonly ModelFinding[],
  { comparisons, shown, ...provenance }: Provenance,
): Report {
  return {
    format: "convatlas-report",
    version: 1,
    generator: provenance.generator,
    runtime: provenance.runtime,
    title: plan.title,
    note: plan.note,
    site: plan.site,
    images: plan.photos.map(({ id, name, width, height, dims, profile, sha256 }) => {
      return { id, name, width, height, dims, profile, sha256 };
    }),
    models: plan.models.map((model, i) => assembleModel(model, findings[i]!, { ...plan, shown })),
    comparisons: comparisons.map(assembleComparison),
    dataset: provenance.dataset,
    checks: [], // placeOddities() puts them here
    failures: provenance.failures,
  };
}

interface ModelOptions extends Pick<Plan, "experiments" | "small" | "values"> {
  readonly shown: ShownDataset;
}

function assembleModel(
  planned: PlannedModel,
  finding: ModelFinding,
  { experiments, small, values, shown }: ModelOptions,
): ReportModel {
  const { id, name, sha256, onnx, preprocess, image, given, layers, leftOut } = planned;
  return {
    id,
    name,
    sha256,
    opset: onnx.opsets.get("") ?? null,
    producer: onnx.producer,
    preprocess: describePreprocess(preprocess),
    imageInput: image,
    given: Object.entries(given).map(([input, value]) => ({ input, ...describeGiven(value) })),
    datasetPhotos: shown.photos.get(id) ?? null,
    inputs: finding.inputs.map(({ photo, file, thumb, width, height, dims }) => {
      return { image: photo, file, thumb, width, height, dims };
    }),
    ...assembleExperiments(finding, experiments),
    ...assembleTuning(finding.tuning),
    answers: assembleAnswers(planned, finding.answers),
    layers: layers.map((layer, i) => assembleLayer(layer, finding.layers[i]!, shown)),
    leftOut,
    reduced: small ? { of: planned.chosenOf ?? layers.length, numbers: values !== "none" } : null,
    findings: [], // placeOddities() puts them here
  };
}

function assembleTuning(
  found: ModelFinding["tuning"],
): Pick<ReportModel, "tuning" | "tuningMissing" | "tuningReason"> {
  if ("missing" in found) {
    const { missing } = found;
    return { tuning: null, tuningMissing: explainReason(missing), tuningReason: missing };
  }
  const { size: { width, height }, axes } = found;
  const tuning = { width, height, pictures: countStimuli(axes), ...axes };
  return { tuning, tuningMissing: null, tuningReason: null };
}

function describeGiven(given: InputConfig): Omit<ReportGiven, "input"> {
  const nothing = { value: null, count: null, photo: null, npy: null };
  switch (given.kind) {
    case "numbers":
      return typeof given.values === "number"
        ? { ...nothing, value: given.values }
        : { ...nothing, count: given.values.length };
    case "photo":
      return { ...nothing, photo: nameFile(given.path) };
    case "npy":
      return { ...nothing, npy: nameFile(given.path) };
  }
}

function describePreprocess({ name, recipe, found }: FoundPreprocess): ReportPreprocess {
  const told = writeRecipe(recipe);
  if (found === undefined) return { name, ...told };
  const text = found.reasons.map(explainReason).join("; ");
  return { name, found: { sure: found.sure, text, reasons: found.reasons }, ...told };
}

function assembleLayer(
  planned: PlannedLayer,
  finding: LayerFinding,
  { patches }: ShownDataset,
): ReportLayer {
  const { id, folder, conv, sources, reads } = planned;
  const field = assembleField(planned.field, finding.maps.map((maps) => maps.field));
  return {
    id,
    ...describeConv(conv, finding),
    source: findWhole(sources, conv),
    sources,
    reads,
    ...describeShape(conv, finding),
    readsImage: conv.readsInput !== null,
    ...field,
    activation: conv.chain?.operators ?? [],
    added: conv.chain?.added ?? null,
    ...describeMissing(finding),
    pictures: [...finding.pictures, ...finding.leading?.pictures ?? []],
    values: finding.values,
    maps: finding.maps.map((maps) => assembleMaps(maps, field)),
    patches: patches.get(folder) ?? null,
    preview: finding.maps.some(({ previewed }) => previewed) ? PREVIEW_FILE : null,
    effective: finding.effective && assembleView("effective", finding.effective),
    projections: assembleView("projections", finding.projections),
    rule: assembleRule(finding),
    reviews: [], // placeReviews() puts them here
  };
}

function describeConv(
  conv: ConvLayer,
  { maps }: LayerFinding,
): Pick<ReportLayer, ConvField> {
  const { name, node, op, input, output, weight, bias, badges, kernels, summing } = conv;
  return {
    ...{ name, node: node.name, op, input, output, weight },
    bias: bias && bias.tensor,
    summing: maps.every(({ addsUp }) => addsUp) ? summing?.kind ?? null : null,
    badges,
    dtype: kernels?.stored ?? null,
  };
}

type ConvField =
  | "name"
  | "node"
  | "op"
  | "input"
  | "output"
  | "weight"
  | "bias"
  | "summing"
  | "badges"
  | "dtype";

/** What a layer has of a shape that is not known. */
const UNKNOWN_SHAPE = {
  ...{ kernelShape: [], strides: [], pads: [], dilations: [] },
  ...{ group: 1, inChannels: 0 },
};

function describeShape(
  { shape }: ConvLayer,
  { maps }: LayerFinding,
): Pick<ReportLayer, keyof typeof UNKNOWN_SHAPE | "outChannels" | "pairs"> {
  const { kernelShape, strides, pads, dilations, group, inChannels } = shape ?? UNKNOWN_SHAPE;
  const outChannels = shape?.outChannels ?? maps[0]?.dims[0] ?? 0;
  const channels = { group, inChannels, outChannels, pairs: outChannels };
  return { kernelShape, strides, pads, dilations, ...channels };
}

function describeMissing(
  { kernelsMissing, mapsMissing }: LayerFinding,
): Pick<ReportLayer, "kernelsMissing" | "kernelsReason" | "mapsMissing" | "mapsReason"> {
  return {
    kernelsMissing: kernelsMissing && explainReason(kernelsMissing),
    kernelsReason: kernelsMissing,
    mapsMissing: mapsMissing && explainReason(mapsMissing),
    mapsReason: mapsMissing,
  };
}

function findWhole(
  sources: readonly LayerSource[],
  { shape }: Pick<ConvLayer, "shape">,
): string | null {
  const [only] = sources;
  if (only === undefined || sources.length > 1) return null;
  return shape !== null && only.count === shape.inChannels ? only.layer : null;
}

// Where a sample lies on the photo is not known.
function assembleView(kind: PixelSource, view: ViewFinding): ReportView {
  if ("missing" in view) {
    const { missing } = view;
    const reason = { missing: explainReason(missing), reason: missing };
    return { pictures: [], picture: null, averagedFrom: null, ...reason };
  }
  const { pictures, averagedFrom } = view;
  const picture = findByKind(pictures, kind);
  return { pictures, averagedFrom, picture, missing: null, reason: null };
}

// The first picture of what is painted bears the name of that.
function findByKind(pictures: readonly Picture[], kind: PictureSource): Picture | null {
  return pictures.find((picture) => picture.kind === kind) ?? null;
}

function assembleRule({ study, maps }: LayerFinding): ReportRule | null {
  if (study === null || study.rule === null) return null;
  const photos = maps.flatMap(({ photo }, i) => {
    const rule = study.photoRules[i] ?? null;
    return rule === null ? [] : [{ image: photo, ...rule }];
  });
  return {
    ...study.rule,
    composed: study.composedRule,
    sentence: describeRule(study.rule),
    photos,
  };
}

function assembleMaps(
  { photo, height, width, dims, samples, field, pictures, values, activatedValues }: MapsFinding,
  { receptiveField }: ReportField,
): ReportMaps {
  return {
    image: photo,
    height,
    width,
    space: dims.slice(1),
    samples,
    fields: assembleReads(field, receptiveField),
    pictures,
    picture: findByKind(pictures, "maps")!,
    activated: findByKind(pictures, "activated"),
    inputs: findByKind(pictures, "inputs"),
    values,
    activatedValues,
  };
}
