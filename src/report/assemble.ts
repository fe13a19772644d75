import { countStimuli } from "../analysis/tuning/grating_axes.ts";
import type { InputConfig } from "../config/model_config.ts";
import { nameFile } from "../config/file_name.ts";
import { writeRecipe } from "../config/preprocess/written_recipe.ts";
import type { Plan, PlannedModel } from "../plan/plan.ts";
import type { FoundPreprocess } from "../plan/found.ts";
import { assembleAnswers } from "./head/assemble_answers.ts";
import { assembleComparison } from "./head/assemble_comparison.ts";
import type { ComparisonFinding } from "./comparison_finding.ts";
import type { ModelFinding, ShownDataset } from "./finding.ts";
import type { Report } from "./report.ts";
import type { ReportGiven, ReportModel, ReportPreprocess } from "./report_model.ts";
import { assembleReportLayer } from "./head/assemble_report_layer.ts";
import { assembleExperiments } from "./head/assemble_experiments.ts";
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
    layers: layers.map((layer, i) => assembleReportLayer(layer, finding.layers[i]!, shown)),
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
