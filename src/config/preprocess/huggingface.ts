import { decodeJsonc } from "../problem/jsonc.ts";
import type { Preprocess } from "./preprocess.ts";
import { type Fields, parsePositive, parseTriple, refuseField } from "./processor_field.ts";
import { readGeometry } from "./processor_geometry.ts";
import { ANY_KIND, findProcessorKind, type ProcessorKind } from "./processor_kind.ts";
import { createError, findReason } from "../../reason/error.ts";

// Said for programs or about labels, not about pixels; or said with what changes nothing.
const IGNORED = new Set([
  ..."image_processor_type feature_extractor_type processor_class auto_map".split(" "),
  ..."_valid_processor_keys data_format input_data_format return_tensors device".split(" "),
  ..."do_convert_rgb resample_mode transformers_version disable_grouping use_fast".split(" "),
  ..."model_input_names _processor_class name_or_path _name_or_path do_flip_channels".split(" "),
  ..."reduce_labels do_reduce_labels num_labels ignore_index id2label label2id".split(" "),
  ..."format do_convert_annotations return_segmentation_masks".split(" "),
]);

const HONOURED = new Set([
  ..."do_resize size default_to_square resample do_center_crop crop_size".split(" "),
  ..."do_rescale rescale_factor do_normalize image_mean image_std".split(" "),
]);

// PIL's numbers of its filters.
const KERNELS: readonly (Preprocess["kernel"] | undefined)[] = [
  "nearest",
  "lanczos3",
  "bilinear",
  "bicubic",
];

/**
 * Parses a Hugging Face `preprocessor_config.json` into a recipe. A field that
 * it leaves out has the default of its kind.
 *
 * Source: https://huggingface.co/docs/transformers/main_classes/image_processor
 *
 * @throws {TypeError} If it is of a kind or holds a field that cannot be honoured; the message
 * names it.
 */
export function parsePreprocessorConfig(text: string, source: string): Preprocess {
  const fields = decodeJsonc(text, source);
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    const reason = { code: "recipe-no-object" } as const;
    throw createError(TypeError, { code: "recipe-unread", file: source, reason });
  }
  try {
    return readFields(dropEmpty(fields as Fields));
  } catch (error) {
    const unread = { code: "recipe-unread", file: source, reason: findReason(error) } as const;
    throw createError(TypeError, unread, { cause: error });
  }
}

// Fast processors write down what they leave to their defaults.
function dropEmpty(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function readFields(fields: Fields): Preprocess {
  const kind = readKind(fields);
  refuseUnknown(fields, kind);
  const { resize, crop } = readGeometry(fields, kind);
  return {
    resize,
    kernel: resize === null ? "bilinear" : readKernel(fields.resample ?? kind.resample),
    crop,
    profile: "ignore",
    channels: fields.do_flip_channel_order ?? kind.flips ? "BGR" : "RGB",
    ...readScaling(fields, kind),
  };
}

function readKind(fields: Fields): ProcessorKind {
  const type = fields.image_processor_type ?? fields.feature_extractor_type;
  if (type === undefined) return ANY_KIND;
  const kind = findProcessorKind(String(type));
  if (kind !== null) return kind;
  throw createError(TypeError, { code: "recipe-kind", kind: JSON.stringify(type) });
}

// A field that is switched off asks for nothing.
function refuseUnknown(fields: Fields, { honours, neutral, offset }: ProcessorKind): void {
  const known = (name: string): boolean =>
    IGNORED.has(name) || HONOURED.has(name) || honours.includes(name) || name === offset?.field ||
    neutral !== null && neutral.test(name);
  const unknown = Object.entries(fields).find(([name, value]) => value !== false && !known(name));
  if (unknown === undefined) return;
  throw refuseField(...unknown);
}

function readKernel(resample: unknown): Preprocess["kernel"] {
  const kernel = typeof resample === "number" ? KERNELS[resample] : undefined;
  if (kernel === undefined) throw refuseField("resample", resample ?? undefined);
  return kernel;
}

function readScaling(
  fields: Fields,
  kind: ProcessorKind,
): Pick<Preprocess, "rescale" | "mean" | "std"> {
  const rescales = fields.do_rescale !== false && kind.factor !== 1;
  const rescale = rescales ? parsePositive(fields, "rescale_factor", kind.factor) : 1;
  const taken = kind.offset && rescales ? fields[kind.offset.field] ?? kind.offset.taken : false;
  const shift = taken === true ? 1 : 0;
  const { mean, std } = readNorm(fields, kind);
  // EfficientNet with its top divides by the deviation once more.
  const topped = kind.honours.includes("include_top") && fields.include_top !== false;
  const top = topped ? parseTriple(fields, "image_std", kind.norm?.std) : [1, 1, 1];
  return {
    rescale,
    mean: mean.map((each) => each + shift),
    std: std.map((each, c) => each * top[c]!),
  };
}

function readNorm(
  fields: Fields,
  { normalizes, norm }: ProcessorKind,
): Pick<Preprocess, "mean" | "std"> {
  const told = fields.do_normalize ?? normalizes === "by default";
  if (!told || normalizes === "never") return { mean: [0, 0, 0], std: [1, 1, 1] };
  return {
    mean: parseTriple(fields, "image_mean", norm?.mean),
    std: parseTriple(fields, "image_std", norm?.std),
  };
}
