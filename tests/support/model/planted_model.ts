import { createTensor, type Tensor } from "../../../src/tensor/tensor.ts";
import { createRandom, type Random } from "../random.ts";
import { encodeModel, type NodeText } from "./onnx_model.ts";
import type { TensorText } from "./onnx_tensor.ts";

/** What is planted in a layer: weights and biases in place of random ones. */
type Plant = (weights: Float32Array, bias: Float32Array, slice: number) => void;

const WIDTH = 16;

/** The layers of a planted network, in their order, and what is odd about each. */
const LAYERS: readonly (readonly [name: string, side: number, plant: Plant, group?: number])[] = [
  ["plain", 3, () => {}],
  ["dead", 3, (_, bias) => void (bias[3] = -1000)],
  ["merged", 1, (weights, bias, slice) => {
    bias[5] = 2 * bias[2]!;
    for (let i = 0; i < slice; i++) weights[5 * slice + i] = 2 * weights[2 * slice + i]!;
  }],
  ["blurred", 3, (weights, bias) => {
    const blur = [1, 2, 1, 2, 4, 2, 1, 2, 1];
    weights.forEach((_, i) => weights[i] = blur[i % 9]! / 16);
    bias.fill(0);
  }, WIDTH],
  ["copied", 3, (weights, _, slice) => {
    weights.fill(0, 7 * slice, 8 * slice);
    weights[7 * slice + 9 * 11 + 4] = 1.5; // the middle of the slice of input 11
  }],
  ["padded", 3, (weights, bias, slice) => {
    for (let i = 0; i < 12 * slice; i++) weights[i] = -Math.abs(weights[i]!);
    bias.fill(3, 0, 12);
  }],
];

/** Encodes a network of 48 x 48 pixels in which each layer but the first has one oddity. */
export function encodePlantedModel(): Uint8Array<ArrayBuffer> {
  const random = createRandom(77);
  const nodes: NodeText[] = [];
  const initializers: Record<string, TensorText> = {};
  let input = "photo";
  for (const [i, [name, side, plant, group = 1]] of LAYERS.entries()) {
    const channels = i === 0 ? 3 : WIDTH / group;
    const { weights, bias } = makeLayer(random, [WIDTH, channels, side, side], plant);
    initializers[`${name}.weight`] = weights;
    initializers[`${name}.bias`] = bias;
    const pads = Array.from({ length: 4 }, () => name === "padded" ? 1 : 0);
    const inputs = [input, `${name}.weight`, `${name}.bias`];
    const attributes = { ints: { pads }, int: { group } };
    nodes.push({ op: "Conv", name, inputs, outputs: [`${name} maps`], ...attributes });
    nodes.push({ op: "Relu", inputs: [`${name} maps`], outputs: [`${name} lit`] });
    input = `${name} lit`;
  }
  return encodeModel({ nodes, initializers, inputs: { photo: [1, 3, 48, 48] } });
}

// Weights of mean 0, so that what is even adds up to little, and maps of about the same size.
function makeLayer(
  random: Random,
  dims: readonly [number, number, number, number],
  plant: Plant,
): { readonly weights: Tensor; readonly bias: Tensor } {
  const slice = dims[1] * dims[2] * dims[3];
  const weights = random.floats(dims[0] * slice, -1, 1).map((w) => 2 * w / Math.sqrt(slice));
  const bias = random.floats(dims[0], 0, 0.2);
  plant(weights, bias, slice);
  return { weights: createTensor(weights, dims), bias: createTensor(bias, [dims[0]]) };
}
