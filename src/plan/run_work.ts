import { findConvOperator } from "../onnx/graph/conv_operator.ts";
import type { Model } from "../onnx/graph/model.ts";
import { findNeeds } from "../onnx/graph/needs.ts";
import type { Tap } from "../onnx/graph/tap.ts";
import type { PhotoTrace } from "../onnx/field/photo_trace.ts";
import { findDims } from "../onnx/field/traced.ts";
import { countElements } from "../tensor/tensor.ts";

// What is moved for a number of a map takes as long as so many multiplications.
const CELL = 170;

/** Counts the multiplications of the convolutions that tapped tensors need, and the numbers that they make. */
export function countRunWork(model: Model, taps: readonly Tap[], { tensors }: PhotoTrace): number {
  let work = 0;
  for (const { domain, op, inputs, outputs } of findNeeds(model, taps).nodes) {
    const operator = findConvOperator(domain, op);
    const maps = findDims(tensors, outputs[0] ?? "");
    if (operator === null || maps === null) continue;
    const kernels = findDims(tensors, inputs[operator.weights] ?? "") ?? [];
    const read = operator.transposed ? findDims(tensors, inputs[0] ?? "") ?? maps : maps;
    work += countElements(kernels.slice(1)) * countElements(read) + CELL * countElements(maps);
  }
  return work;
}
