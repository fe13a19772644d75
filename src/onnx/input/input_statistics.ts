import { findConstant } from "../constant/find_constant.ts";
import type { ConvLayer } from "../layer/conv_layer.ts";

/** What the values of an input were like when a network was trained. */
export interface InputStatistics {
  readonly mean: number;
  readonly deviation: number;
}

/** What a kernel sums up, and what its maps were like. */
interface Response {
  /** The sum of its weights: what it makes of an even photo of ones. */
  readonly gain: number;
  /** How much of its energy lies in their mean: 1 for a kernel that blurs, 0 for one that finds edges. */
  readonly evenness: number;
  readonly mean: number;
  readonly variance: number;
}

/**
 * Finds what the input of a convolution was like in training, where a BatchNormalization reads it:
 * the mean of map k was the mean of the input times the sum of kernel k, and the maps of kernels
 * that blur varied as the input did. Null where none does, or the means tell something else.
 *
 *     E[Σ w x + b] = E[x] Σ w + b
 */
export function findInputStatistics(layer: ConvLayer): InputStatistics | null {
  const responses = listResponses(layer);
  if (responses === null) return null;
  const gains = responses.reduce((sum, { gain }) => sum + gain ** 2, 0);
  if (gains === 0) return null;
  const mean = responses.reduce((sum, each) => sum + each.gain * each.mean, 0) / gains;
  const rest = responses.reduce((sum, each) => sum + (each.mean - mean * each.gain) ** 2, 0);
  const spread = responses.reduce((sum, { variance }) => sum + variance, 0);
  const deviation = findDeviation(responses);
  if (deviation === null || !Number.isFinite(mean) || rest > MOST_REST * spread) return null;
  return { mean, deviation };
}

// How much of the means may be left unexplained, of what the maps vary.
const MOST_REST = 0.1;

const LEAST_EVENNESS = 0.25;

function findDeviation(responses: readonly Response[]): number | null {
  const found = responses.filter(({ evenness }) => evenness >= LEAST_EVENNESS)
    .map(({ gain, variance }) => Math.sqrt(variance) / Math.abs(gain))
    .sort((a, b) => a - b);
  const median = found[found.length >> 1];
  return median !== undefined && Number.isFinite(median) && median > 0 ? median : null;
}

function listResponses({ kernels, bias, shape, node, model }: ConvLayer): Response[] | null {
  const norm = (model.graph.consumers.get(node.outputs[0] ?? "") ?? [])
    .find(({ op }) => op === "BatchNormalization");
  const computed = [...kernels?.computed ?? [], ...bias?.computed ?? []].length > 0;
  if (norm === undefined || kernels === null || shape?.group !== 1 || computed) return null;
  const [means, variances] = norm.inputs.slice(3, 5)
    .map((name) => findConstant(model, name)?.evaluate().data);
  const count = shape.outChannels;
  if (means?.length !== count || variances?.length !== count) return null;
  if (isUntrained(means, variances)) return null;
  const weights = kernels.evaluate().data;
  const added = bias?.evaluate?.().data;
  const size = weights.length / count;
  return Array.from({ length: count }, (_, k) => ({
    ...describeKernel(weights.subarray(k * size, (k + 1) * size)),
    mean: means[k]! - (added?.[k] ?? 0),
    variance: Math.max(0, variances[k]!),
  }));
}

function isUntrained(means: Float32Array, variances: Float32Array): boolean {
  return means.every((mean) => mean === 0) && variances.every((variance) => variance === 1);
}

function describeKernel(weights: Float32Array): Pick<Response, "gain" | "evenness"> {
  const gain = weights.reduce((sum, weight) => sum + weight, 0);
  const energy = weights.reduce((sum, weight) => sum + weight ** 2, 0);
  return { gain, evenness: energy > 0 ? gain ** 2 / (weights.length * energy) : 0 };
}
