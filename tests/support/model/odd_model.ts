import { encodeModel } from "./onnx_model.ts";
import { createRandom } from "../random.ts";
import { randomTensor } from "../tensors.ts";

/** Encodes a network of which each layer's page lacks or adds something. */
export function encodeOddModel(): Uint8Array<ArrayBuffer> {
  const random = createRandom(51);
  return encodeModel({
    nodes: [
      { op: "Conv", name: "first", inputs: ["photo", "w1"], outputs: ["first"] },
      {
        op: "Conv",
        name: "depthwise",
        inputs: ["first", "w2"],
        outputs: ["second"],
        int: { group: 4 },
      },
      { op: "ReduceMean", inputs: ["photo"], outputs: ["mean"] },
      { op: "Mul", inputs: ["w3", "mean"], outputs: ["gated"] },
      { op: "Conv", name: "computed", inputs: ["second", "gated"], outputs: ["third"] },
      {
        op: "Conv",
        name: "stage/features.3/conv.0/one",
        inputs: ["third", "w4"],
        outputs: ["fourth"],
      },
      { op: "GlobalAveragePool", inputs: ["fourth"], outputs: ["pooled"] },
      { op: "Flatten", inputs: ["pooled"], outputs: ["flat"] },
      { op: "Gemm", name: "dense", inputs: ["flat", "w5"], outputs: ["fifth"], int: { transB: 1 } },
    ],
    initializers: {
      w1: randomTensor(random, [4, 3, 3, 3], -1, 1),
      w2: randomTensor(random, [4, 1, 3, 3], -1, 1),
      w3: randomTensor(random, [3, 4, 1, 1], -1, 1),
      w4: randomTensor(random, [8, 3, 1, 1], -1, 1),
      w5: randomTensor(random, [5, 8], -1, 1),
    },
    inputs: { photo: [1, 3, 24, 24] },
  });
}
