import type { Tensor } from "../../../src/tensor/tensor.ts";
import { encodeModel } from "./onnx_model.ts";
import { createRandom } from "../random.ts";
import { randomTensor } from "../tensors.ts";

/**
 * Encodes a model of so many convolutions of 1 x 1, one behind the other, on photos of 8 x 8. All
 * but the first turn their two channels about each other, so that no map grows or fades.
 */
export function encodeDeepModel(count: number): Uint8Array<ArrayBuffer> {
  const random = createRandom(1);
  const places = Array.from({ length: count }, (_, i) => i);
  return encodeModel({
    inputs: { photo: [1, 3, 8, 8] },
    initializers: Object.fromEntries(places.map((i) => [
      `weights_${i}`,
      i === 0 ? randomTensor(random, [2, 3, 1, 1], -1, 1) : turn(random.floats(1, 0, 6)[0]!),
    ])),
    nodes: places.map((i) => ({
      op: "Conv",
      name: `conv_${i}`,
      inputs: [i === 0 ? "photo" : `maps_${i - 1}`, `weights_${i}`],
      outputs: [`maps_${i}`],
    })),
  });
}

function turn(angle: number): Tensor {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { data: Float32Array.of(cos, -sin, sin, cos), dims: [2, 2, 1, 1] };
}
