import { encodeModel } from "./onnx_model.ts";
import { createRandom } from "../random.ts";
import { randomTensor } from "../tensors.ts";

const random = createRandom(9);

/** The kernels of the layers of {@linkcode encodeChainModel}; those of the third have the size of the second's. */
export const KERNELS = {
  first: randomTensor(random, [16, 3, 3, 3], -1, 1),
  second: randomTensor(random, [16, 16, 3, 3], -1, 1),
  third: randomTensor(random, [12, 16, 3, 3], -1, 1),
  last: randomTensor(random, [20, 12, 1, 1], -1, 1),
};

/** Encodes a model of four convolutions, one behind the other, on photos of 16 x 16. */
export function encodeChainModel(): Uint8Array<ArrayBuffer> {
  const layers = Object.entries(KERNELS);
  return encodeModel({
    inputs: { photo: [1, 3, 16, 16] },
    initializers: Object.fromEntries(layers.map(([name, kernels]) => [`${name} weights`, kernels])),
    nodes: layers.map(([name, { dims }], i) => {
      const side = dims[2]! >> 1;
      return {
        op: "Conv",
        name,
        inputs: [i === 0 ? "photo" : `${layers[i - 1]![0]} map`, `${name} weights`],
        outputs: [`${name} map`],
        ints: { pads: [side, side, side, side] },
      };
    }),
  });
}
