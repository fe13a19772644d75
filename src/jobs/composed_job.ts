import {
  type ComposedMeasures,
  type ComposedOptions,
  measureComposed,
} from "../analysis/kernel/composed_measures.ts";
import { measureTints } from "../analysis/leading/tint.ts";
import type { Job, Tools } from "../effects.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Drawing, Drawn } from "./drawing.ts";
import { drawTiled } from "./pictures_job.ts";

/** The kernels of a layer composed down to the pixels, and what is made of them. */
export interface ComposedInput {
  /** [kernels, channels of the photo, height, width]. */
  readonly kernels: Tensor;
  readonly known: ComposedOptions;
  readonly drawings: readonly Drawing[];
}

/** What was made of them. */
export interface ComposedOutput extends Drawn {
  readonly measures: ComposedMeasures;
  /** Their tints; null where the photo has no colours. */
  readonly tints: Tensor | null;
}

/** Draws and measures kernels composed down to the pixels. */
export const composedJob: Job<ComposedInput, ComposedOutput> = {
  name: "composed",
  work: workComposed,
};

async function workComposed(
  { kernels, known, drawings }: ComposedInput,
  tools: Tools,
): Promise<ComposedOutput> {
  const drawn = await drawTiled(drawings.map((drawing) => ({ drawing, tiles: kernels })), tools);
  return {
    ...drawn,
    measures: measureComposed(kernels, known),
    tints: known.image === null ? null : measureTints(kernels),
  };
}
