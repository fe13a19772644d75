import type { Runtime } from "../../effects.ts";
import { type Backward, PROJECTION, SEED, type SignalWindows } from "../../onnx/linear/backward.ts";
import type { AnswerPlace } from "../../onnx/linear/linear_answer.ts";
import type { Node } from "../../onnx/wire/node.ts";
import { encodeGraphModel } from "../../onnx/write/graph_model.ts";
import type { Reason } from "../../reason/reason.ts";
import { cropPatch, type Patch } from "../../tensor/crop.ts";
import { countElements, sliceAt, type Tensor } from "../../tensor/tensor.ts";

/** A graph that takes signals back to the photo. */
export type BackwardGraph = Extract<Backward, { kind: "graph" }>;

/** A cell of a channel, and the signal that goes back from it. */
export interface SeedCell {
  readonly channel: number;
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** A signal that came back, in a patch of the photo. */
export interface PhotoPatch extends Patch {
  /** [1, channels, height, width] */
  readonly pixels: Tensor;
}

/** What takes signals back to a photo. */
export interface BackwardRunner {
  /**
   * Takes signals back, each by itself.
   *
   * @param tensors What the tensors that are patched hold on the photo, [1, channels, …].
   */
  run(
    seeds: readonly SeedCell[],
    tensors: ReadonlyMap<string, Tensor>,
  ): Promise<PhotoPatch[]>;
  close(): Promise<void>;
}

/** Says which node a signal cannot go back through. */
export function explainObstacle({ node }: { readonly node: Node }): Reason {
  return { code: "node-in-the-way", op: node.op, node: node.name };
}

/** Loads a graph that takes signals back from a layer of so many channels. */
export async function openBackward(
  backward: BackwardGraph,
  channels: number,
  runtime: Runtime,
): Promise<BackwardRunner> {
  const session = await runtime.open(encodeGraphModel(backward.graph));
  return {
    run: async (seeds, tensors) => {
      const feeds = new Map([
        [SEED, seedCells(seeds, channels)],
        ...maskCells(backward, seeds),
        ...cropTensors(backward, seeds, tensors),
      ]);
      const back = (await session.run(feeds)).get(PROJECTION)!;
      return seeds.map((seed, n) => {
        const { data, dims } = sliceAt(back, n);
        return { ...findPatch(backward.photo, seed), pixels: { data, dims: [1, ...dims] } };
      });
    },
    close: () => session.close(),
  };
}

function seedCells(seeds: readonly SeedCell[], channels: number): Tensor {
  const data = new Float32Array(seeds.length * channels);
  seeds.forEach(({ channel, value }, n) => data[n * channels + channel] = value);
  return { data, dims: [seeds.length, channels, 1, 1] };
}

// 1 for the cells of a tensor, 0 beyond it.
function maskCells(
  { masks }: SignalWindows,
  seeds: readonly SeedCell[],
): (readonly [string, Tensor])[] {
  return [...masks].map(([name, { cells, place }]) => {
    const data = new Float32Array(countElements(cells)).fill(1);
    const whole = { data, dims: [1, 1, ...cells] };
    return [name, joinPatches(seeds.map((seed) => cropPatch(whole, findPatch(place, seed))))];
  });
}

// Below all that a network computes; infinities would leave a window of padding without a maximum.
const PADDED = -1e38;

function cropTensors(
  { patches }: SignalWindows,
  seeds: readonly SeedCell[],
  tensors: ReadonlyMap<string, Tensor>,
): (readonly [string, Tensor])[] {
  return [...patches].map(([name, { tensor, place }]) => {
    const held = tensors.get(tensor)!;
    const cut = seeds.map((seed) => cropPatch(held, findPatch(place, seed), PADDED));
    return [name, joinPatches(cut)];
  });
}

function findPatch({ size, stride, offset }: AnswerPlace, { x, y }: SeedCell): Patch {
  const [top = 0, left = 0] = [y, x].map((cell, axis) => cell * stride[axis]! + offset[axis]!);
  const [height = 1, width = 1] = size;
  return { top, left, height, width };
}

function joinPatches(patches: readonly Tensor[]): Tensor {
  const [first] = patches;
  const [count = 0, ...dims] = first!.dims;
  const data = new Float32Array(patches.length * first!.data.length);
  patches.forEach((patch, i) => data.set(patch.data, i * first!.data.length));
  return { data, dims: [patches.length * count, ...dims] };
}
