import { changePreprocess } from "../../config/preprocess/changes.ts";
import type { NotedSize, NotedValues } from "../../config/noted/noted_recipe.ts";
import {
  type Channels,
  countChannels,
  LARGEST_SIDE,
  type Preprocess,
} from "../../config/preprocess/preprocess.ts";
import type { ImageInput } from "../../onnx/input/feed.ts";
import { findOpenSize } from "../../onnx/input/open_size.ts";
import type { Model } from "../../onnx/graph/model.ts";
import type { Origin, Proposal } from "./proposal.ts";
import { findTold, layoutWay } from "./way.ts";

/** A proposal as an input takes it, and what was passed over of it. */
export interface FittedRecipe {
  readonly recipe: Preprocess;
  /** The size of the input in pixels; null where that is the photo's. */
  readonly size: NotedSize | null;
  readonly passedOver: readonly Origin[];
}

/** What a proposal is fitted to. */
export interface FittedInput {
  readonly model: Model;
  readonly image: ImageInput;
  /** How many channels the input has; null where that is not known. */
  readonly channels: number | null;
}

/** Fits a proposal to the size, the channels and the type of an input. */
export function fitProposal(proposal: Proposal, input: FittedInput): FittedRecipe {
  const { geometry, size, passedOver } = fitSize(proposal, input);
  const values = fitType(proposal.values, input.image);
  const channels = pickChannels(values.channels, input.channels);
  return {
    recipe: changePreprocess({ ...values, ...geometry }, { channels }),
    size,
    passedOver: values === proposal.values
      ? passedOver
      : [...passedOver, { code: "recipe-values-misfit" }],
  };
}

const ORDERS: Readonly<Record<number, Channels>> = { 1: "gray", 3: "RGB", 4: "RGBA" };

function pickChannels(own: Channels, wanted: number | null): Channels {
  return countChannels(own) === wanted ? own : ORDERS[wanted ?? 0] ?? own;
}

// An input of whole numbers takes levels.
function fitType(values: NotedValues, { levels }: ImageInput): NotedValues {
  const { rescale, mean, std } = values;
  const isWhole = rescale === 1 && [...mean, ...std].every(Number.isInteger);
  if (levels === null || isWhole) return values;
  return {
    ...values,
    rescale: 1,
    mean: mean.map(() => levels.least === -128 ? 128 : 0),
    std: std.map(() => 1),
  };
}

interface FittedSize extends Pick<FittedRecipe, "size" | "passedOver"> {
  readonly geometry: Pick<Preprocess, "resize" | "crop">;
}

function fitSize(proposal: Proposal, { model, image }: FittedInput): FittedSize {
  const { whole } = proposal;
  const { size: told, way } = whole === null ? proposal : findTold(whole);
  const open = image.height === null || image.width === null;
  if (whole !== null && told === null && open) return { ...takeWhole(whole), size: null };
  const size = takeSize(told, model, image);
  const isTold = told !== null && told.width === size.width && told.height === size.height;
  if (whole !== null && isTold) return { ...takeWhole(whole), size };
  const isOwn = way === null && !open || Math.max(size.width, size.height) > LARGEST_SIDE;
  return {
    geometry: isOwn ? { resize: null, crop: null } : layoutWay(way, size),
    size,
    passedOver: [
      ...told === null || isTold
        ? []
        : [{ code: "recipe-size-misfit" as const, told, taken: size }],
      ...told === null && open ? [{ code: "recipe-size-open" as const, ...size }] : [],
    ],
  };
}

function takeWhole({ resize, crop }: Preprocess): Pick<FittedSize, "geometry" | "passedOver"> {
  return { geometry: { resize, crop }, passedOver: [] };
}

function takeSize(told: NotedSize | null, model: Model, image: ImageInput): NotedSize {
  const { height, width } = image;
  const findOther = () => height ?? width ?? findOpenSize(model, image.name);
  return {
    width: width ?? told?.width ?? findOther(),
    height: height ?? told?.height ?? findOther(),
  };
}
