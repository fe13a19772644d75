import { createRandom } from "../random.ts";
import { randomTensor } from "../tensors.ts";
import { encodeModel, type NodeText } from "./onnx_model.ts";
import type { TensorText } from "./onnx_tensor.ts";

/** What a model of a convolution and fully connected layers behind it is made of. */
export interface DenseModel {
  /** How many maps the convolution makes, and how many numbers each layer behind it. */
  readonly sizes: readonly number[];
  /** Whether the maps are brought to a cell each before they are flat. */
  readonly pooled?: boolean;
  /** The side of the photo, of a single channel. */
  readonly side?: number;
}

/**
 * Encodes a network `conv`, `relu`, then `fc1`, `fc2` and so on with an activation between: kernels of
 * 3 x 3 on photos of one channel, and without padding.
 */
export function encodeDenseModel(
  { sizes, pooled = true, side = 8 }: DenseModel,
): Uint8Array<ArrayBuffer> {
  const random = createRandom(3);
  const [maps = 1, ...dense] = sizes;
  const flat = pooled ? maps : maps * (side - 2) ** 2;
  const initializers: Record<string, TensorText> = {
    w: randomTensor(random, [maps, 1, 3, 3], -1, 1),
  };
  const nodes: NodeText[] = [
    { op: "Conv", name: "conv", inputs: ["photo", "w"], outputs: ["a"] },
    { op: "Relu", name: "relu", inputs: ["a"], outputs: ["r"] },
    ...pooled ? [{ op: "GlobalAveragePool", inputs: ["r"], outputs: ["p"] }] : [],
    { op: "Flatten", inputs: [pooled ? "p" : "r"], outputs: ["x0"] },
  ];
  dense.forEach((count, i) => {
    const n = i + 1;
    initializers[`w${n}`] = randomTensor(random, [count, i === 0 ? flat : dense[i - 1]!], -1, 1);
    initializers[`b${n}`] = randomTensor(random, [count], -1, 1);
    nodes.push(
      {
        op: "Gemm",
        name: `fc${n}`,
        inputs: [`x${i}`, `w${n}`, `b${n}`],
        outputs: [`y${n}`],
        int: { transB: 1 },
      },
      { op: n === dense.length ? "Softmax" : "Relu", inputs: [`y${n}`], outputs: [`x${n}`] },
    );
  });
  return encodeModel({ nodes, initializers, inputs: { photo: [1, 1, side, side] } });
}
