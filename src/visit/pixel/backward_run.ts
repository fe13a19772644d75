import type { Runtime, Session } from "../../effects.ts";
import { type Backward, PROJECTION } from "../../onnx/field/backward.ts";
import { encodeGraph } from "../../onnx/write/encode.ts";
import type { Node } from "../../onnx/wire/node.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import type { Reason } from "../../reason/reason.ts";

/** A graph that takes signals back to the photo. */
export type BackwardGraph = Extract<Backward, { kind: "graph" }>;

/** A cell of a channel, and the signal that goes back from it. */
export interface SeedCell {
  readonly channel: number;
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

/** Says which node a signal cannot go back through. */
export function explainObstacle({ node }: { readonly node: Node }): Reason {
  return { code: "node-in-the-way", op: node.op, node: node.name };
}

/** Loads a graph that takes signals back to the photo. */
export async function openBackward({ graph }: BackwardGraph, runtime: Runtime): Promise<Session> {
  const bytes = encodeGraph(graph);
  return await runtime.open({ bytes, externalData: [], inputs: [], outputs: [PROJECTION] });
}

/** Makes signals of the given dims [batch, channels, height, width]: one cell each, else 0. */
export function seedCells(
  seeds: readonly SeedCell[],
  dims: readonly [batch: number, channels: number, height: number, width: number],
): Tensor {
  const [batch, channels, height, width] = dims;
  const data = new Float32Array(batch * channels * height * width);
  seeds.forEach(({ channel, x, y, value }, n) => {
    data[((n * channels + channel) * height + y) * width + x] = value;
  });
  return { data, dims };
}
