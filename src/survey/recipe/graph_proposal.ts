import type { ImageInput } from "../../onnx/input/feed.ts";
import { findInputStatistics } from "../../onnx/input/input_statistics.ts";
import { findInputSteps, type InputSteps } from "../../onnx/input/input_steps.ts";
import type { ConvLayer } from "../../onnx/layer/conv_layer.ts";
import type { Model } from "../../onnx/graph/model.ts";
import { findByRange, findByStatistics, proposeFamily, roundTold } from "./family.ts";
import type { Proposal } from "./proposal.ts";
import { proposeBefore } from "./steps_proposal.ts";

/** A model, all of its layers, and the input that takes the photo. */
export interface ReadModel {
  readonly model: Model;
  readonly layers: readonly ConvLayer[];
  readonly image: ImageInput;
}

/**
 * Proposes a preprocessing by what the graph does with the photo, and how it was trained to: its
 * type, the steps before the first convolution, the range of a quantizer, the means of a
 * BatchNormalization. Null where nothing of it tells.
 */
export function proposeByGraph({ model, layers, image }: ReadModel): Proposal | null {
  const type = model.graph.inputs.get(image.name)?.dataType ?? "undefined";
  if (image.levels !== null) return proposeWhole(image.levels, type);
  const steps = findInputSteps(model, image.name);
  return proposeBefore(steps) ?? proposeByQuantizer(steps) ?? proposeByNorm(steps, layers);
}

function proposeWhole({ least }: NonNullable<ImageInput["levels"]>, type: string): Proposal {
  const origin = { code: "recipe-of-type", type } as const;
  const { values, ...raw } = proposeFamily("raw", { origin, sure: true });
  return { ...raw, values: least === -128 ? { ...values, mean: [128, 128, 128] } : values };
}

function proposeByQuantizer({ quantized }: InputSteps): Proposal | null {
  const name = quantized && findByRange(quantized);
  if (name === null) return null;
  const { least, most } = quantized!;
  const told = { least: roundTold(least), most: roundTold(most) };
  return proposeFamily(name, { origin: { code: "recipe-of-quantizer", ...told }, sure: true });
}

function proposeByNorm({ reader }: InputSteps, layers: readonly ConvLayer[]): Proposal | null {
  const layer = layers.find(({ node }) => node === reader);
  const found = layer === undefined ? null : findInputStatistics(layer);
  const name = found && findByStatistics(found);
  if (name === null) return null;
  const { mean, deviation } = found!;
  const told = { mean: roundTold(mean), deviation: roundTold(deviation) };
  return proposeFamily(name, { origin: { code: "recipe-of-norm", ...told }, sure: true });
}
