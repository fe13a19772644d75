import { decodeJsonc } from "./_jsonc.ts";
import { LARGEST_SIDE, type Preprocess } from "./preprocess.ts";

type Fields = Readonly<Record<string, unknown>>;
type Size = { readonly width: number; readonly height: number };

// Said for programs, not about pixels; or said with the value that changes nothing.
const IGNORED = new Set([
  ..."image_processor_type feature_extractor_type processor_class auto_map".split(" "),
  ..."_valid_processor_keys data_format input_data_format return_tensors device".split(" "),
  ..."do_convert_rgb default_to_square resample_mode transformers_version".split(" "),
]);

const HONOURED = new Set([
  ..."do_resize size resample do_center_crop crop_size crop_pct do_rescale".split(" "),
  ..."rescale_factor do_normalize image_mean image_std do_flip_channel_order".split(" "),
]);

// PIL's numbers of its filters.
const KERNELS: readonly (Preprocess["kernel"] | undefined)[] = [
  "nearest",
  "lanczos3",
  "bilinear",
  "bicubic",
];

// Below this edge ConvNeXT's processor crops; above, it stretches.
const CROP_BELOW = 384;

/**
 * Parses a Hugging Face `preprocessor_config.json` into a recipe.
 *
 * Source: https://huggingface.co/docs/transformers/main_classes/image_processor
 *
 * @throws {TypeError} If it holds a field that cannot be honoured; the message names it.
 */
export function parsePreprocessorConfig(text: string, source: string): Preprocess {
  const fields = decodeJsonc(text, source);
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    throw new TypeError(`Cannot read preprocessor config "${source}": it is no object`);
  }
  try {
    return readFields(fields as Fields);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new TypeError(`Cannot read preprocessor config "${source}": ${reason}`, { cause: error });
  }
}

function readFields(fields: Fields): Preprocess {
  refuseUnknown(fields);
  const { resize, crop } = readGeometry(fields);
  const normalize = fields.do_normalize !== false;
  return {
    resize,
    kernel: readKernel(fields.resample),
    crop,
    profile: "ignore",
    channels: fields.do_flip_channel_order === true ? "BGR" : "RGB",
    rescale: fields.do_rescale === false ? 1 : readNumber(fields, "rescale_factor", 1 / 255),
    mean: normalize ? readTriple(fields, "image_mean") : [0, 0, 0],
    std: normalize ? readTriple(fields, "image_std") : [1, 1, 1],
  };
}

// A field that is switched off or left empty asks for nothing.
function refuseUnknown(fields: Fields): void {
  const unknown = Object.entries(fields).find(([name, value]) =>
    !IGNORED.has(name) && !HONOURED.has(name) && value !== null && value !== false
  );
  if (unknown === undefined) return;
  throw new TypeError(
    `the field "${unknown[0]}" (${JSON.stringify(unknown[1])}) cannot be honoured; ` +
      "write the preprocessing as an object in the config",
  );
}

function readGeometry(fields: Fields): Pick<Preprocess, "resize" | "crop"> {
  const resize = fields.do_resize === false ? null : readResize(fields);
  const crop = fields.do_center_crop === true ? readCrop(fields) : null;
  if (resize?.kind !== "shortestEdge" || typeof fields.crop_pct !== "number") {
    return { resize, crop };
  }
  const { length } = resize;
  if (length >= CROP_BELOW) return { resize: stretch({ width: length, height: length }), crop };
  const edge = Math.trunc(length / fields.crop_pct);
  return {
    resize: { kind: "shortestEdge", length: edge },
    crop: cutCentre(length, length),
  };
}

function cutCentre(width: number, height: number): Preprocess["crop"] {
  return { width, height, rounding: "down" };
}

function stretch(size: Size): Preprocess["resize"] {
  return { kind: "size", ...size, fit: "fill" };
}

function readResize(fields: Fields): Preprocess["resize"] {
  const { size } = fields;
  if (size === undefined) throw new TypeError('the field "size" is missing');
  if (isSide(size)) return readEdge(fields, size);
  if (isObject(size)) {
    const { shortest_edge, width, height, ...rest } = size;
    if (Object.keys(rest).length === 0) {
      if (isSide(shortest_edge)) return { kind: "shortestEdge", length: shortest_edge };
      if (typeof width === "number" && typeof height === "number") {
        return stretch({ width, height });
      }
    }
  }
  throw new TypeError(`the field "size" (${JSON.stringify(size)}) cannot be honoured`);
}

// Older files give one number, which processors read in two ways.
function readEdge(fields: Fields, size: number): Preprocess["resize"] {
  const type = String(fields.image_processor_type ?? fields.feature_extractor_type ?? "");
  if (fields.default_to_square === true || /^(ViT|DeiT|Beit)/.test(type)) {
    return stretch({ width: size, height: size });
  }
  if (fields.default_to_square === false || /^(CLIP|ConvNext|LeViT|PoolFormer)/i.test(type)) {
    return { kind: "shortestEdge", length: size };
  }
  throw new TypeError(
    `the field "size" (${size}) may be a square or a shortest edge; write ` +
      '{"shortest_edge": …} or {"height": …, "width": …}',
  );
}

function readCrop({ crop_size: size }: Fields): Preprocess["crop"] {
  if (isSide(size)) return cutCentre(size, size);
  if (isObject(size) && isSide(size.width) && isSide(size.height)) {
    return cutCentre(size.width, size.height);
  }
  throw new TypeError(`the field "crop_size" (${JSON.stringify(size)}) cannot be honoured`);
}

function readKernel(resample: unknown): Preprocess["kernel"] {
  if (resample === undefined || resample === null) return "bilinear";
  const kernel = typeof resample === "number" ? KERNELS[resample] : undefined;
  if (kernel !== undefined) return kernel;
  throw new TypeError(`the field "resample" (${JSON.stringify(resample)}) cannot be honoured`);
}

function readNumber(fields: Fields, name: string, fallback: number): number {
  const value = fields[name] ?? fallback;
  if (typeof value === "number" && value > 0) return value;
  throw new TypeError(`the field "${name}" (${JSON.stringify(value)}) is no number above 0`);
}

function readTriple(fields: Fields, name: string): number[] {
  const value = fields[name];
  if (typeof value === "number") return [value, value, value];
  if (Array.isArray(value) && value.length === 3 && value.every(Number.isFinite)) return value;
  throw new TypeError(`the field "${name}" (${JSON.stringify(value)}) is no list of 3 numbers`);
}

function isSide(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= LARGEST_SIDE;
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
