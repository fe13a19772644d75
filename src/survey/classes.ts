import type { ModelConfig } from "../config/model_config.ts";
import { nameFile } from "../config/file_name.ts";
import { type Labels, MOST_LABEL_BYTES, parseLabels } from "../config/label/label_file.ts";
import { readConfigLabels, readNotedLabels } from "../config/label/noted_labels.ts";
import type { Effects } from "../effects.ts";
import { type ClassOutput, findClassOutput } from "../onnx/layer/class_output.ts";
import type { ConvLayer } from "../onnx/layer/conv_layer.ts";
import type { Model } from "../onnx/graph/model.ts";
import type { FoundClasses } from "../plan/found.ts";
import { createError, findReason } from "../reason/error.ts";
import { describeFailure, placeFile } from "../report/failure.ts";
import type { Notes } from "./notes.ts";
import { listFoldersOf } from "./recipe/beside.ts";

/** A model whose classes are looked for. */
interface ClassModel {
  readonly config: ModelConfig;
  readonly model: Model;
  /** All of its layers, also those that are not chosen. */
  readonly layers: readonly ConvLayer[];
}

// ImageNet's, without and with a background: who has so many outputs tells these apart.
const IMAGENET: readonly (number | undefined)[] = [1000, 1001];

/**
 * Finds which output of a model gives its classes, and their words: those of the file that the config
 * names, else those that the model or a `config.json` beside it notes. Null where there is no such
 * output, or nothing tells that its numbers are classes.
 */
export async function findClasses(
  { config, model, layers }: ClassModel,
  files: Effects["files"],
  { failures }: Pick<Notes, "failures">,
): Promise<FoundClasses | null> {
  const found = findClassOutput(model, layers);
  const count = found?.layer.shape?.outChannels;
  const asked = config.labels !== null;
  try {
    const told = asked
      ? await readAsked(config.labels, found, count, files)
      : count === undefined
      ? null
      : await readNoted(config.path, { model, count }, files);
    const isClassifier = told !== null || found?.scores !== "plain" || IMAGENET.includes(count);
    if (found === null || !isClassifier) return null;
    const { output, layer, scores } = found;
    const { labels = null, source = null } = told ?? {};
    const known = { count: count ?? labels?.length ?? null, labels, source, asked };
    return { output, layer: layer.output, scores, ...known };
  } catch (error) {
    failures.push(describeFailure(placeFile(config.labels ?? config.path), error));
    return null;
  }
}

interface ToldLabels {
  readonly labels: Labels;
  /** Where they were found, without folders. */
  readonly source: string;
}

async function readAsked(
  file: string,
  found: ClassOutput | null,
  classes: number | undefined,
  files: Effects["files"],
): Promise<ToldLabels> {
  const labels = await readLabels(file, files);
  if (found === null) throw createError(TypeError, { code: "labels-without-classes", file });
  if (classes !== undefined && labels.length !== classes) {
    const misfit = { file, labels: labels.length, classes };
    throw createError(RangeError, { code: "labels-misfit", ...misfit });
  }
  return { labels, source: nameFile(file) };
}

async function readLabels(file: string, files: Effects["files"]): Promise<Labels> {
  try {
    const text = await files.readText(file, MOST_LABEL_BYTES);
    if (text === null) throw createError(Error, { code: "no-such-file" });
    return parseLabels(text);
  } catch (cause) {
    const reason = findReason(cause);
    throw createError(TypeError, { code: "labels-unread", file, reason }, { cause });
  }
}

// Nobody asked for them: what does not fit is passed over.
async function readNoted(
  path: string,
  { model, count }: { readonly model: Model; readonly count: number },
  files: Effects["files"],
): Promise<ToldLabels | null> {
  const fits = (labels: Labels | null): labels is Labels => labels?.length === count;
  const own = readNotedLabels(model.metadata);
  if (fits(own)) return { labels: own, source: "names" };
  for (const folder of listFoldersOf(path)) {
    const text = await files.readText(`${folder}config.json`, MOST_LABEL_BYTES).catch(() => null);
    const beside = text === null ? null : readConfigLabels(text);
    if (fits(beside)) return { labels: beside, source: "config.json" };
  }
  return null;
}
