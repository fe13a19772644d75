import type { Runtime } from "../../effects.ts";
import type { CellRounding, SummedLayer } from "../../jobs/cell_sums.ts";
import type { CellReading } from "../../jobs/peaks.ts";
import { findPadded, findPaddingReaders } from "../../onnx/field/padded.ts";
import { findReach } from "../../onnx/layer/reach.ts";
import type { PlannedLayer, PlannedModel } from "../../plan/plan.ts";
import { computeWeights } from "../../survey/computed_constants.ts";
import type { Tensor } from "../../tensor/tensor.ts";

/** The weights of a layer; null where they are not known, or there are none. */
export interface LayerWeights {
  readonly kernels: Tensor | null;
  readonly bias: Tensor | null;
}

/** What is given where no weights are needed. */
export const NO_WEIGHTS: LayerWeights = { kernels: null, bias: null };

/** Reads the weights of a layer, for which the runtime computes what the model makes of constants. */
export async function readWeights(
  { conv }: PlannedLayer,
  runtime: Runtime,
): Promise<LayerWeights> {
  const computed = await computeWeights(conv, runtime);
  return {
    kernels: conv.kernels?.evaluate(computed) ?? null,
    bias: conv.bias?.evaluate?.(computed) ?? null,
  };
}

/** Gathers what the cells of a layer's maps read; null where they choose it while the model runs. */
export function gatherReading(
  { maps, reads, weights }: {
    readonly maps: Tensor;
    readonly reads: Tensor;
    readonly weights: LayerWeights;
  },
  { conv }: PlannedLayer,
  { onnx }: PlannedModel,
): CellReading | null {
  const read = reads.dims.slice(1);
  const isRead = reads.dims[0] === conv.shape?.inChannels; // channels come first
  const reach = isRead ? findReach(conv, { read, written: maps.dims.slice(1) }) : null;
  return reach && {
    reads,
    reach,
    onPadding: findPaddingReaders(reach, findPadded(onnx, conv), read),
    summed: gatherSummed(conv, weights),
  };
}

function gatherSummed(
  { shape, summing, readsInput }: PlannedLayer["conv"],
  { kernels, bias }: LayerWeights,
): SummedLayer | null {
  if (shape === null || kernels === null || summing === null) return null;
  const rounding: CellRounding = summing.kind === "exact"
    ? summing
    : { kind: "rounded", step: summing.step && (summing.step.evaluate().data[0] ?? 0) };
  return { shape, kernels, bias: bias?.data ?? null, rounding, readsPhoto: readsInput !== null };
}
