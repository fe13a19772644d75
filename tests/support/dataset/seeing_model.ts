import { drawGabor, type KernelColour, paintKernel } from "../analysis/kernels.ts";
import { encodeModel } from "../model/onnx_model.ts";
import { createRandom } from "../random.ts";
import { randomTensor } from "../tensors.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { SCENE_SIDE } from "./planted_scenes.ts";

const SIDE = 11;
const FREQUENCY = 1 / 6;
const GREY: KernelColour = [1, 1, 1];

/** Which kernels of each layer see what a scene's label stands for. */
export const SEEING = {
  first: { disc: 2, stripes: 5 },
  second: { disc: 4, stripes: 1 },
} as const;

/** What the kernels of the first layer look for, in their order. */
const FIRST = [
  stripes(0),
  stripes(90),
  spot([1, -0.6, -0.6]),
  spot([-0.6, -0.6, 1]),
  stripes(135),
  stripes(45),
  spot([-0.6, 1, -0.6]),
  spot([0.2, 0.2, 0.2]),
];

/** Which of them each kernel of the second layer reads, in their order. */
const SECOND = [[0, 1], [5], [3, 6], [4, 7], [2], [1, 6]];

/** Encodes a network of two layers, of which some kernels see the red disc, some the rising stripes. */
export function encodeSeeingModel(): Uint8Array<ArrayBuffer> {
  return encodeModel({
    inputs: { photo: ["N", 3, SCENE_SIDE, SCENE_SIDE] },
    initializers: {
      w1: {
        data: Float32Array.from(FIRST.flatMap(({ data }) => [...data])),
        dims: [8, 3, SIDE, SIDE],
      },
      b1: randomTensor(createRandom(8), [FIRST.length], -0.02, 0),
      w2: weighSecond(),
    },
    nodes: [
      { op: "Conv", name: "first", inputs: ["photo", "w1", "b1"], outputs: ["a"] },
      { op: "Relu", inputs: ["a"], outputs: ["b"] },
      { op: "Conv", name: "second", inputs: ["b", "w2"], outputs: ["c"] },
      { op: "Relu", inputs: ["c"], outputs: ["d"] },
    ],
  });
}

// The window is narrow, so that what is even gives nothing.
function stripes(orientation: number): Tensor {
  const wave = drawGabor({ size: SIDE, orientation, frequency: FREQUENCY, sigma: 3 });
  const mean = wave.data.reduce((sum, each) => sum + each, 0) / wave.data.length;
  return paintKernel({ ...wave, data: wave.data.map((each) => (each - mean) / 100) }, GREY);
}

function spot(colour: KernelColour): Tensor {
  const window = drawGabor({ size: SIDE, orientation: 0, frequency: 0, sigma: 3 });
  return paintKernel({ ...window, data: window.data.map((each) => each / 50) }, colour);
}

function weighSecond(): Tensor {
  const weights = SECOND.flatMap((reads) =>
    FIRST.flatMap((_, input) => Array(9).fill(reads.includes(input) ? 0.1 : 0))
  );
  return { data: Float32Array.from(weights), dims: [SECOND.length, FIRST.length, 3, 3] };
}
