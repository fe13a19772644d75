import type { Dim, ValueInfo } from "../graph/graph.ts";
import { findInputRole } from "./input_role.ts";
import type { Model } from "../graph/model.ts";

/** How the axes of an input lie that takes photos: with or without one of samples, channels first or last. */
export type ImageAxes = "NCHW" | "NHWC" | "CHW" | "HWC";

/** The sizes along the axes of a photo, as they are declared. */
export interface ImageSizes {
  readonly batch: Dim;
  readonly channels: Dim;
  readonly height: Dim;
  readonly width: Dim;
}

/** Gives the sizes of an input by what its axes are; null for those that nobody declares. */
export function pickSizes(layout: ImageAxes, dims: readonly Dim[] | null): ImageSizes {
  const at = (letter: string): Dim => dims?.[layout.indexOf(letter)] ?? null;
  return { batch: at("N"), channels: at("C"), height: at("H"), width: at("W") };
}

/**
 * Finds how the axes of an input lie: by the first convolution or pool that its
 * pixels come to, else by the names and sizes of its axes. Null where it has no
 * height and width.
 */
export function findImageAxes(model: Model, input: ValueInfo): ImageAxes | null {
  const { channelAxis, space } = findInputRole(model, input);
  const rank = input.dims?.length ?? (space ?? 2) + 2;
  if (rank !== 4 && rank !== 3) return null;
  if (rank === 4) {
    if (channelAxis === 1) return "NCHW";
    if (channelAxis === 3) return "NHWC";
    return guessLayout(input.dims ?? []);
  }
  if (space === 2) return channelAxis === 0 ? "CHW" : channelAxis === 2 ? "HWC" : null;
  if (space !== null) return null;
  const [first, , last] = input.dims ?? [];
  return first === 3 ? "CHW" : last === 3 ? "HWC" : null;
}

function guessLayout(dims: readonly Dim[]): ImageAxes {
  const [, second = null, third = null, last = null] = dims;
  const first = judgeChannels(second);
  const behind = judgeChannels(last);
  if (first !== behind) return first > behind ? "NCHW" : "NHWC";
  const square = second !== null && second === third && last !== third;
  return square ? "NHWC" : "NCHW";
}

const CHANNEL_NAME = /^(num_?)?(c|ch|in_?channels?|channels?|chans?)$/i;

// How much a size looks like that of channels.
function judgeChannels(dim: Dim): number {
  if (typeof dim === "string") return CHANNEL_NAME.test(dim) ? 3 : 0;
  if (dim === 3) return 3;
  return dim === 1 || dim === 4 ? 2 : 0;
}
