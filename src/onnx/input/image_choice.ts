import type { Dim, ValueInfo } from "../graph/graph.ts";
import { findImageAxes, pickSizes } from "./image_axes.ts";
import { readNameHint } from "./input_name.ts";
import { findInputRole } from "./input_role.ts";
import type { Model } from "../graph/model.ts";

/**
 * Chooses which of the inputs takes the photo, by what can be told before
 * anything is run; null where none could. What comes first in this list decides:
 * no weight or state, as the graph and the names tell; a size that a photo may
 * have; three channels before one or four; the name of an image; numbers of the
 * kind that pixels become; the order of the file.
 */
export function chooseImageInput(model: Model, inputs: readonly ValueInfo[]): ValueInfo | null {
  const ranked = inputs.filter(mayBeSignal).map((input) => ({
    input,
    rank: rankInput(model, input),
  }));
  const [first] = ranked.toSorted((a, b) => compareRanks(a.rank, b.rank)); // stable
  return first?.input ?? null;
}

// Scalars, short lists and tables of short rows are settings.
const SHORTEST_SIGNAL = 16;

function mayBeSignal({ dims, dataType }: ValueInfo): boolean {
  if (dataType === "string" || dataType === "undefined") return false;
  if (dims === null || dims.length > 2) return true;
  const last = dims.at(-1);
  return last !== undefined && !(isKnown(last) && last < SHORTEST_SIGNAL);
}

// Each number is smaller for what is more like a photo; the first that differs decides.
function rankInput(model: Model, input: ValueInfo): readonly number[] {
  const hint = readNameHint(input.name);
  const { parameter, channelAxis } = findInputRole(model, input);
  return [
    parameter ? 1 : 0,
    rankAxes(model, input) + (hint === "beside" ? BESIDE : 0),
    rankSides(model, input),
    rankChannels(model, input),
    hint === "signal" ? 0 : 1,
    channelAxis !== null ? 0 : 1,
    PIXEL_TYPES.has(input.dataType) ? 0 : 1,
  ];
}

const PIXEL_TYPES = new Set(["float32", "float16", "float64", "bfloat16", "uint8"]);

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const i = a.findIndex((value, place) => value !== b[place]);
  return i < 0 ? 0 : a[i]! - b[i]!;
}

// Even a long row of numbers with the name of a signal comes before a mask or a state.
const BESIDE = 1.5;

// Photos, then what else has axes of space.
function rankAxes(model: Model, input: ValueInfo): number {
  if (findImageAxes(model, input) !== null) return 0;
  const rank = input.dims?.length ?? 0;
  return rank >= 3 ? 1 : 3 - rank;
}

const SMALLEST_SIDE = 4;
const SMALL_SIDE = 16;

// A photo has sides; kernels are small and many.
function rankSides(model: Model, input: ValueInfo): number {
  const layout = findImageAxes(model, input);
  if (layout === null) return 0;
  const { batch, height, width } = pickSizes(layout, input.dims);
  const sides = [height, width].filter(isKnown);
  if (sides.some((side) => side < SMALLEST_SIDE)) return 2;
  const many = isKnown(batch) && batch >= SMALL_SIDE;
  return many && sides.length === 2 && sides.every((side) => side < SMALL_SIDE) ? 1 : 0;
}

function rankChannels(model: Model, input: ValueInfo): number {
  const layout = findImageAxes(model, input);
  const channels = layout && pickSizes(layout, input.dims).channels;
  if (channels === 3) return 0;
  if (channels === 1 || channels === 4) return 1;
  return isKnown(channels) ? 3 : 2;
}

function isKnown(dim: Dim | undefined): dim is number {
  return typeof dim === "number";
}
