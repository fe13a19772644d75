import { countElements, type Tensor } from "../tensor/tensor.ts";
import type { SubmodelInput } from "./cut.ts";
import type { Dim, ValueInfo } from "./graph.ts";

/** What a cut model is fed with. */
export interface Feeds {
  /** The input that takes photos. */
  readonly image: ImageInput;
  /** The values of the other inputs, by the name to feed them by. */
  readonly constants: ReadonlyMap<string, Tensor>;
}

/** The input of a model that takes photos. */
export interface ImageInput {
  /** The input's name in the model. */
  readonly name: string;
  /** The name to feed it by. */
  readonly feed: string;
  /** Whether the channels come before or after height and width. */
  readonly layout: "NCHW" | "NHWC";
  /** How many photos run at once. */
  readonly batch: number;
  /** How many channels a photo has; null where the model leaves it open. */
  readonly channels: number | null;
  /** The size of a photo in pixels; null where the model leaves it open. */
  readonly height: number | null;
  readonly width: number | null;
  /** The levels that the input can hold; null for any number. */
  readonly levels: { readonly least: number; readonly most: number } | null;
}

/** Values for inputs that take no photo: one number for all elements, or each in order. */
export type InputValues = Readonly<Record<string, number | readonly number[]>>;

const CHANNEL_COUNTS: readonly Dim[] = [1, 3, 4];

const LEVELS: Readonly<Partial<Record<ValueInfo["dataType"], ImageInput["levels"]>>> = {
  uint8: { least: 0, most: 255 },
  int8: { least: -128, most: 127 },
  uint16: { least: 0, most: 65535 },
};

/**
 * Finds what each input of a cut model is fed with: the photo goes to the one
 * with four axes, the others take the values that are given.
 *
 * @throws {TypeError} If no input takes a photo, or a value is missing or does not fit.
 */
export function findFeeds(inputs: readonly SubmodelInput[], values: InputValues = {}): Feeds {
  const images = inputs.filter(({ declared }) =>
    !Object.hasOwn(values, declared.name) && (declared.dims === null || declared.dims.length === 4)
  );
  const image = images.find(({ declared }) => hasChannels(declared.dims)) ?? images[0];
  if (image === undefined) {
    throw new TypeError(
      `Cannot feed a photo: no input has the four axes of one (${describeInputs(inputs)})`,
    );
  }
  const others = inputs.filter((input) => input !== image);
  const missing = others.filter(({ declared }) => !Object.hasOwn(values, declared.name));
  if (missing.length > 0) {
    throw new TypeError(
      `Cannot feed ${describeInputs(missing)}: the model's "inputs" in the config give no value`,
    );
  }
  const constants = others.map(({ declared, feed }) =>
    [feed, fillInput(declared, values[declared.name]!)] as const
  );
  return { image: describeImage(image), constants: new Map(constants) };
}

/** Lays out a photo [channels, height, width] as the input takes it, repeated to its batch. */
export function layoutBatch(photo: Tensor, { layout, batch }: ImageInput): Tensor {
  const [channels = 0, height = 0, width = 0] = photo.dims;
  const one = layout === "NCHW" ? photo.data : interleave(photo.data, channels);
  const data = batch === 1 ? one : new Float32Array(batch * one.length);
  if (batch > 1) { for (let n = 0; n < batch; n++) data.set(one, n * one.length); }
  const dims = layout === "NCHW"
    ? [batch, channels, height, width]
    : [batch, height, width, channels];
  return { data, dims };
}

function interleave(planes: Float32Array, channels: number): Float32Array {
  const size = planes.length / channels;
  const pixels = new Float32Array(planes.length);
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < size; i++) pixels[i * channels + c] = planes[c * size + i]!;
  }
  return pixels;
}

function hasChannels(dims: readonly Dim[] | null): boolean {
  return dims !== null && (CHANNEL_COUNTS.includes(dims[1]!) || CHANNEL_COUNTS.includes(dims[3]!));
}

function describeImage({ declared, feed }: SubmodelInput): ImageInput {
  const dims = declared.dims ?? [null, null, null, null];
  const layout = !CHANNEL_COUNTS.includes(dims[1]!) && CHANNEL_COUNTS.includes(dims[3]!)
    ? "NHWC"
    : "NCHW";
  const [batch, channels, height, width] = layout === "NCHW"
    ? dims
    : [dims[0], dims[3], dims[1], dims[2]];
  return {
    name: declared.name,
    feed,
    layout,
    batch: toNumber(batch) ?? 1,
    channels: toNumber(channels),
    height: toNumber(height),
    width: toNumber(width),
    levels: LEVELS[declared.dataType] ?? null,
  };
}

function toNumber(dim: Dim | undefined): number | null {
  return typeof dim === "number" ? dim : null;
}

function fillInput({ name, dims }: ValueInfo, value: number | readonly number[]): Tensor {
  const open = dims ?? (typeof value === "number" ? [] : [value.length]);
  const known = open.map((dim) => toNumber(dim) ?? 1);
  if (typeof value === "number") {
    return { data: new Float32Array(countElements(known)).fill(value), dims: known };
  }
  const first = open.findIndex((dim) => typeof dim !== "number"); // takes what the others leave
  if (first >= 0) known[first] = value.length / countElements(known);
  if (countElements(known) !== value.length || !known.every(Number.isInteger)) {
    throw new TypeError(
      `Cannot feed input "${name}" [${describeDims(open)}]: ${value.length} values are given`,
    );
  }
  return { data: Float32Array.from(value), dims: known };
}

function describeInputs(inputs: readonly SubmodelInput[]): string {
  return inputs.map(({ declared }) =>
    `input "${declared.name}" ${declared.dataType} [${describeDims(declared.dims ?? [])}]`
  ).join(", ");
}

function describeDims(dims: readonly Dim[]): string {
  return dims.map((dim) => dim ?? "?").join(", ");
}
