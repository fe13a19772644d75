import {
  type KernelStudy,
  type KernelStudyOptions,
  studyKernels,
} from "../analysis/kernel_study.ts";
import {
  findLeadingComponents,
  type LeadingComponents,
} from "../analysis/leading/leading_components.ts";
import { measureTints } from "../analysis/leading/tint.ts";
import { type Mixing, studyMixing } from "../analysis/matrix/mixing.ts";
import type { BoardPlace } from "../board/event.ts";
import type { Job, Tools } from "../effects.ts";
import { findKind, type KernelSource } from "../plan/picture_kind.ts";
import type { ValueFiles } from "../plan/value_files.ts";
import { encodeNpy } from "../tensor/npy/npy.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Drawing, Drawn } from "./drawing.ts";
import { drawTiled, type TiledDrawing } from "./pictures_job.ts";
import { encodeSpread } from "./spread.ts";
import { makeValueFiles, type PlannedValues } from "./value_files.ts";

/** The kernels of a layer, and what is made of them. */
export interface KernelsInput {
  /** [outChannels, inChannels / group, …kernelShape]. */
  readonly kernels: Tensor;
  readonly known: KernelStudyOptions;
  readonly drawings: readonly Drawing[];
  /** Whether the pattern that leads in each is to be found. */
  readonly leading: boolean;
  /** How their numbers are kept; null where they are not. */
  readonly values: PlannedValues | null;
  /** The .npy file of them; null where there is none. */
  readonly npy: string | null;
  /** Where TensorBoard shows how they are spread; null where it does not. */
  readonly spread: BoardPlace | null;
}

/** What was made of the kernels of a layer. */
export interface KernelsOutput extends Drawn {
  readonly study: KernelStudy;
  /** What kernels of single weights mix; null for those that are larger. */
  readonly mixing: Mixing | null;
  /** The patterns that lead in kernels; null where these are not asked for. */
  readonly leading: LeadingComponents | null;
  /** The tints of kernels that read the colours of the photo; null elsewhere. */
  readonly tints: Tensor | null;
  readonly values: ValueFiles | null;
}

/** Draws and measures the kernels of a layer. */
export const kernelsJob: Job<KernelsInput, KernelsOutput> = { name: "kernels", work: workKernels };

async function workKernels(
  { kernels, known, drawings, leading, values, npy, spread }: KernelsInput,
  tools: Tools,
): Promise<KernelsOutput> {
  const study = studyKernels(kernels, known);
  const options = { group: known.group ?? 1, likeness: listByRank(study) };
  const isMix = drawings.some(({ picture }) => picture.kind === "mix");
  const mixed = isMix ? studyMixing(kernels, options) : null;
  const sources = { kernels, matrix: mixed?.drawn ?? null };
  const drawn = await drawTiled(drawings.flatMap((drawing) => tile(drawing, sources)), tools);
  const made = values === null ? null : makeValueFiles(values, kernels);
  const arrays = npy === null ? [] : [{ path: npy, bytes: encodeNpy(kernels) }];
  return {
    study,
    mixing: mixed?.mixing ?? null,
    leading: leading ? findLeadingComponents(kernels) : null,
    tints: known.image ? measureTints(kernels) : null,
    values: made?.values ?? null,
    files: [...drawn.files, ...made?.files ?? [], ...arrays],
    events: [...drawn.events, ...spread === null ? [] : encodeSpread(spread, kernels)],
  };
}

function listByRank({ similarityRank }: KernelStudy): number[] {
  const kernels: number[] = [];
  similarityRank.forEach((rank, k) => kernels[rank!] = k);
  return kernels;
}

function tile(
  drawing: Drawing,
  sources: Readonly<Record<KernelSource, Tensor | null>>,
): TiledDrawing[] {
  const tiles = sources[findKind(drawing.picture.kind).from as KernelSource];
  return tiles === null ? [] : [{ drawing, tiles }];
}
