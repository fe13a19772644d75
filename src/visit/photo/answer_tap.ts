import { findNeeds } from "../../onnx/graph/needs.ts";
import type { Tap } from "../../onnx/graph/tap.ts";
import type { PlannedModel } from "../../plan/plan.ts";
import { countElements } from "../../tensor/tensor.ts";

// Of the weights that are run for the maps: a classifier whose last layers are drawn takes none more.
const SMALL = 0.05;

/**
 * Finds the tap of a model's classes, beside those of its maps: where the config asks for their words,
 * and where what they need is run already but for a little. Null where it is not, or there are none.
 */
export function findAnswerTap(
  { onnx, classes }: Pick<PlannedModel, "onnx" | "classes">,
  taps: readonly Tap[],
): Tap | null {
  if (classes === null) return null;
  const tap = { tensor: classes.output, quantization: null };
  if (classes.asked) return tap;
  const own = countWeights(onnx, taps);
  return countWeights(onnx, [...taps, tap]) - own <= SMALL * own ? tap : null;
}

function countWeights(onnx: PlannedModel["onnx"], taps: readonly Tap[]): number {
  const { tensors } = findNeeds(onnx, taps);
  return onnx.graph.initializers.entries().reduce(
    (sum, [name, { dims }]) => tensors.has(name) ? sum + countElements(dims) : sum,
    0,
  );
}
