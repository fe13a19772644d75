import type { Runtime } from "../effects.ts";
import { type ConvLayer, findLayers } from "../onnx/layer/conv_layer.ts";
import { cutModel } from "../onnx/write/cut.ts";
import type { Tap } from "../onnx/graph/tap.ts";
import type { Model } from "../onnx/graph/model.ts";
import type { ComputedValues } from "../onnx/constant/weights.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** A model whose constants are as well known as its chosen layers need, and its layers. */
export interface MeasuredModel {
  readonly model: Model;
  readonly layers: readonly ConvLayer[];
}

/**
 * Finds the dims of kernels that the model computes from constants, where it
 * does not declare them: the runtime computes what the chosen layers need, and
 * nothing of it is kept. What the runtime refuses stays unknown.
 */
export async function measureLayers(
  model: Model,
  layers: readonly ConvLayer[],
  chosen: readonly number[],
  runtime: Runtime,
): Promise<MeasuredModel> {
  const measured = new Map<string, readonly number[]>();
  for (const { model: scope, unmeasured, bias } of chosen.map((i) => layers[i]!)) {
    for (const name of [...unmeasured, ...bias?.unmeasured ? [bias.tensor] : []]) {
      const dims = await tryMeasure(scope, name, runtime);
      if (dims !== null) measured.set(name, dims);
    }
  }
  if (measured.size === 0) return { model, layers };
  const known = { ...model, measured };
  return { model: known, layers: findLayers(known) };
}

// The layer itself tells that its weights are not known.
async function tryMeasure(
  model: Model,
  tensor: string,
  runtime: Runtime,
): Promise<readonly number[] | null> {
  try {
    const [dims] = await compute(model, [{ tensor, quantization: null, dimsOnly: true }], runtime);
    return [...dims!.data];
  } catch {
    return null;
  }
}

/**
 * Evaluates the kernels of a layer, for which the runtime computes what the
 * model makes of constants.
 *
 * @throws {Error} If the runtime refuses it.
 */
export async function evaluateKernels(layer: ConvLayer, runtime: Runtime): Promise<Tensor> {
  const { kernels, model } = layer;
  return kernels!.evaluate(await computeConstants(model, kernels!.computed, runtime));
}

/** Computes what the kernels and the bias of a layer are evaluated with. */
export async function computeWeights(layer: ConvLayer, runtime: Runtime): Promise<ComputedValues> {
  const { kernels, bias, model } = layer;
  return await computeConstants(
    model,
    [...kernels?.computed ?? [], ...bias?.computed ?? []],
    runtime,
  );
}

/** Evaluates the bias of a layer alike; null where it has none, or the model computes it. */
export async function evaluateBias(layer: ConvLayer, runtime: Runtime): Promise<Tensor | null> {
  const { bias, model } = layer;
  if (!bias?.evaluate) return null;
  return bias.evaluate(await computeConstants(model, bias.computed, runtime));
}

/** Computes tensors that a model makes of constants alone. */
export async function computeConstants(
  model: Model,
  names: readonly string[],
  runtime: Runtime,
): Promise<ComputedValues> {
  const taps = names.map((tensor) => ({ tensor, quantization: null }));
  const values = await compute(model, taps, runtime);
  return new Map(names.map((name, i) => [name, values[i]!]));
}

// The cut model has no inputs: nothing that it needs depends on one.
async function compute(
  model: Model,
  taps: readonly Tap[],
  runtime: Runtime,
): Promise<readonly Tensor[]> {
  if (taps.length === 0) return [];
  const submodel = cutModel(model, taps);
  const session = await runtime.open(submodel);
  try {
    const outputs = await session.run(new Map());
    return submodel.outputs.map((name) => outputs.get(name)!);
  } finally {
    await session.close();
  }
}
