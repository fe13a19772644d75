import type { FoundModel } from "./found.ts";

/**
 * Describes how a model sees photos, so that models which see them alike are known. The size that it
 * takes tells only where the preprocessing leaves it open.
 */
export function describeInputView(
  { onnx, image, preprocess }: Pick<FoundModel, "onnx" | "image" | "preprocess">,
): string {
  const { resize, crop, kernel, channels, profile } = preprocess.recipe;
  const open = resize === null && crop === null && image !== null;
  const size = open ? onnx.graph.inputs.get(image)?.dims?.slice(1) : null;
  return JSON.stringify([resize, crop, kernel, channels === "gray", profile, size]);
}
