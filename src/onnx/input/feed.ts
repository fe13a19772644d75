import { countElements, type Tensor } from "../../tensor/tensor.ts";
import { fitArray } from "./array_feed.ts";
import type { SubmodelInput } from "../write/cut.ts";
import type { Dim, ValueInfo } from "../graph/graph.ts";
import { findImageAxes, type ImageAxes, pickSizes } from "./image_axes.ts";
import { chooseImageInput } from "./image_choice.ts";
import { findInputRole } from "./input_role.ts";
import { LEVELS, type Levels } from "./levels.ts";
import type { Model } from "../graph/model.ts";
import { createError } from "../../reason/error.ts";
import type { ToldInput } from "../../reason/input_text.ts";

/** What a cut model is fed with. */
export interface Feeds {
  /** The input that takes photos. */
  readonly image: ImageInput;
  /** The inputs beside it that take photos of their own. */
  readonly photos: readonly ImageInput[];
  /** The values of the other inputs, by the name to feed them by. */
  readonly constants: ReadonlyMap<string, Tensor>;
}

/** Gives all that a run is fed with: a batch of photos, and what is the same in every run. */
export function feedBatch(
  { image, constants }: Pick<Feeds, "image" | "constants">,
  batch: Tensor,
): ReadonlyMap<string, Tensor> {
  return new Map([...constants, [image.feed, batch]]);
}

/** The input of a model that takes photos. */
export interface ImageInput {
  /** The input's name in the model. */
  readonly name: string;
  /** The name to feed it by. */
  readonly feed: string;
  /** How its axes lie; null where it has no height and width, and so takes no photo. */
  readonly layout: ImageAxes | null;
  /** The declared sizes, open ones as null; null where not even the axes are known. */
  readonly dims: readonly Dim[] | null;
  /** Which of them is that of the channels; null where that is not known. */
  readonly channelAxis: number | null;
  /** How many photos run at once. */
  readonly batch: number;
  /** How many channels a photo has; null where the model leaves it open. */
  readonly channels: number | null;
  /** The size of a photo in pixels; null where the model leaves it open. */
  readonly height: number | null;
  readonly width: number | null;
  /** The whole numbers that the input can hold; null for any number. */
  readonly levels: Levels | null;
}

/** Values for inputs that take no photo: one number for all elements, each in order, or an array. */
export type InputValues = Readonly<Record<string, InputValue>>;

/** What an input is given: one number for all elements, a list of them, or a tensor. */
export type InputValue = number | readonly number[] | Tensor;

/** What is said of the inputs of a model. */
export interface FeedOptions {
  /** The values of inputs that take no photo. */
  readonly values?: InputValues;
  /** The inputs that take other photos. */
  readonly photos?: readonly string[];
  /** The input that takes the photo; null or left out where it has to be found. */
  readonly image?: string | null;
}

/** Finds the input that takes the photo; null where none does. */
export function findImageInput(
  model: Model,
  inputs: readonly SubmodelInput[],
  { values = {}, photos = [], image: named = null }: FeedOptions = {},
): ImageInput | null {
  const open = inputs.filter(({ declared: { name } }) =>
    !Object.hasOwn(values, name) && !photos.includes(name)
  );
  const name = named ?? chooseImageInput(model, open.map(({ declared }) => declared))?.name;
  const found = open.find(({ declared }) => declared.name === name);
  return found === undefined ? null : describeImage(model, found);
}

/**
 * Finds what each input of a cut model is fed with: one takes the photo, the
 * others take what is given.
 *
 * @throws {TypeError} If no input takes a photo, or a value is missing or does not fit.
 * @throws {RangeError} If an input of whole numbers is given what it cannot hold.
 */
export function findFeeds(
  model: Model,
  inputs: readonly SubmodelInput[],
  options: FeedOptions = {},
): Feeds {
  const { values = {}, photos = [] } = options;
  const image = findImageInput(model, inputs, options);
  if (image === null) throw refusePhoto(inputs, options.image ?? null);
  const others = inputs.filter(({ feed }) => feed !== image.feed);
  const seconds = others.filter(({ declared }) => photos.includes(declared.name));
  const filled = others.filter((input) => !seconds.includes(input));
  const missing = filled.filter(({ declared }) => !Object.hasOwn(values, declared.name));
  if (missing.length > 0) throw refuseMissing(model, missing, image);
  const constants = filled.map(({ declared, feed }) => {
    const tensor = fillInput(declared, values[declared.name]!);
    requireHeld(declared, tensor);
    return [feed, tensor] as const;
  });
  return {
    image,
    photos: seconds.map((input) => describeImage(model, input)),
    constants: new Map(constants),
  };
}

function refusePhoto(inputs: readonly SubmodelInput[], named: string | null): TypeError {
  const there = inputs.map(tellInput);
  return createError(
    TypeError,
    named === null
      ? { code: "no-input-for-photo", inputs: there }
      : { code: "input-not-read", input: named, inputs: there },
  );
}

function refuseMissing(
  model: Model,
  missing: readonly SubmodelInput[],
  image: ImageInput,
): TypeError {
  const [{ declared }] = missing as [SubmodelInput];
  return createError(TypeError, {
    code: "input-without-value",
    inputs: missing.map(tellInput),
    image: image.name,
    first: declared.name,
    takesPhoto: findImageAxes(model, declared) !== null,
  });
}

function tellInput({ declared: { name, dataType, dims } }: SubmodelInput): ToldInput {
  return { name, dataType, dims };
}

function describeImage(model: Model, { declared, feed }: SubmodelInput): ImageInput {
  const layout = findImageAxes(model, declared);
  const { channelAxis, space } = findInputRole(model, declared);
  const { batch, channels, height, width } = pickSizes(layout ?? "NCHW", declared.dims);
  return {
    name: declared.name,
    feed,
    layout,
    dims: declared.dims ?? (space === null ? null : Array<Dim>(space + 2).fill(null)),
    channelAxis: layout === null ? channelAxis : layout.indexOf("C"),
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

function fillInput({ name, dims }: ValueInfo, value: InputValue): Tensor {
  if (isTensor(value)) return fitArray(value, { name, dims });
  const open = dims ?? (typeof value === "number" ? [] : [value.length]);
  const known = open.map((dim) => toNumber(dim) ?? 1);
  if (typeof value === "number") {
    return { data: new Float32Array(countElements(known)).fill(value), dims: known };
  }
  const first = open.findIndex((dim) => typeof dim !== "number"); // takes what the others leave
  if (first >= 0) known[first] = value.length / countElements(known);
  if (countElements(known) !== value.length || !known.every(Number.isInteger)) {
    const given = { input: name, dims: open, count: value.length };
    throw createError(TypeError, { code: "value-count", ...given });
  }
  return { data: Float32Array.from(value), dims: known };
}

/**
 * Finds a number that an input of whole numbers cannot hold: the runtime would cut off fractions and
 * wrap around what is too large.
 */
export function findUnfit(
  data: Float32Array,
  { least, most }: NonNullable<ImageInput["levels"]>,
): number | undefined {
  return data.find((value) => !Number.isInteger(value) || value < least || value > most);
}

function requireHeld({ name, dataType }: ValueInfo, { data }: Tensor): void {
  const levels = LEVELS[dataType];
  if (!levels) return;
  const { least, most } = levels;
  const unfit = findUnfit(data, levels);
  if (unfit === undefined) return;
  const held = { input: name, type: dataType, least, most };
  throw createError(RangeError, { code: "value-unheld", ...held, found: unfit });
}

function isTensor(value: InputValue): value is Tensor {
  return typeof value === "object" && "dims" in value;
}
