import { type ClassAnswer, rankClasses } from "../../analysis/class_answer.ts";
import type { FoundClasses } from "../../plan/found.ts";
import type { Tensor } from "../../tensor/tensor.ts";

/** Reads what a model answers to a photo; null where it does not give one number for each class. */
export function readAnswer(
  classes: FoundClasses | null,
  output: Tensor | undefined,
  copies: number,
): ClassAnswer | null {
  if (classes === null || output === undefined || output.dims[0] !== copies) return null;
  const numbers = output.data.subarray(0, output.data.length / copies);
  const { count, scores } = classes;
  const isVector = output.dims.slice(1).filter((extent) => extent !== 1).length === 1;
  if (!isVector || (count !== null && numbers.length !== count)) return null;
  return rankClasses(numbers, scores);
}
