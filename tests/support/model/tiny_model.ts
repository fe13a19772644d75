import { encodeModel, type ModelText, type NodeText } from "./onnx_model.ts";
import { createRandom } from "../random.ts";
import { randomTensor } from "../tensors.ts";

/** The names that a tiny model gives its convolutions. */
export interface TinyNames {
  readonly first?: string;
  readonly second?: string;
}

/** The dims of what is tapped: the first layer, the same activated, the second, what it reads. */
export const tinyMaps = [[4, 6, 6], [4, 6, 6], [2, 6, 6], [4, 6, 6]];

/** Describes a network of 8 x 8 pixels and two convolutions: one that reads the photo, one deeper. */
export function describeTinyModel(
  { first = "conv1", second = "conv2" }: TinyNames = {},
): ModelText {
  const random = createRandom(50);
  const nodes: NodeText[] = [
    { op: "Conv", name: first, inputs: ["photo", "w1"], outputs: ["first map"] },
    { op: "Relu", inputs: ["first map"], outputs: ["lit"] },
    { op: "Conv", name: second, inputs: ["lit", "w2"], outputs: ["second map"] },
  ];
  return {
    nodes,
    initializers: {
      w1: randomTensor(random, [4, 3, 3, 3], -1, 1),
      w2: randomTensor(random, [2, 4, 1, 1], -1, 1),
    },
    inputs: { photo: ["batch", 3, 8, 8] },
  };
}

/** Encodes the network of {@linkcode describeTinyModel}. */
export function encodeTinyModel(names: TinyNames = {}): Uint8Array<ArrayBuffer> {
  return encodeModel(describeTinyModel(names));
}
