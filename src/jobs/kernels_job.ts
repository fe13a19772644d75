import {
  type KernelStudy,
  type KernelStudyOptions,
  studyKernels,
} from "../analysis/kernel_study.ts";
import type { Job, Tools } from "../effects.ts";
import type { ValueFiles } from "../plan/value_files.ts";
import { encodeNpy } from "../tensor/npy.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { type Drawing, drawPicture } from "./drawing.ts";
import type { MadeFile } from "./made_file.ts";
import { makeValueFiles, type PlannedValues } from "./value_files.ts";

/** The kernels of a layer, and what is made of them. */
export interface KernelsInput {
  /** [outChannels, inChannels / group, …kernelShape]. */
  readonly kernels: Tensor;
  readonly known: KernelStudyOptions;
  readonly drawings: readonly Drawing[];
  /** How their numbers are kept; null where they are not. */
  readonly values: PlannedValues | null;
  /** The .npy file of them; null where there is none. */
  readonly npy: string | null;
}

/** What was made of the kernels of a layer. */
export interface KernelsOutput {
  readonly study: KernelStudy;
  readonly values: ValueFiles | null;
  readonly files: readonly MadeFile[];
}

/** Draws and measures the kernels of a layer. */
export const kernelsJob: Job<KernelsInput, KernelsOutput> = { name: "kernels", work: workKernels };

async function workKernels(
  { kernels, known, drawings, values, npy }: KernelsInput,
  tools: Tools,
): Promise<KernelsOutput> {
  const files: MadeFile[] = [];
  for (const drawing of drawings) files.push(await drawPicture(drawing, kernels, tools));
  const made = values === null ? null : makeValueFiles(values, kernels);
  files.push(...made?.files ?? []);
  if (npy !== null) files.push({ path: npy, bytes: encodeNpy(kernels) });
  return { study: studyKernels(kernels, known), values: made?.values ?? null, files };
}
