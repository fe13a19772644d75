import type { KernelTraits } from "../analysis/kernel_study.ts";
import { type LayerStudy, studyLayer } from "../analysis/layer_study.ts";
import type { MapsOnPhoto } from "../analysis/map/map_condition.ts";
import type { Job } from "../effects.ts";

/** What was found about the kernels of a layer, and about its maps on every photo. */
export interface StudyInput {
  /** Null where the kernels are not known. */
  readonly kernels: KernelTraits | null;
  readonly maps: readonly MapsOnPhoto[];
}

/** Studies what the kernels and maps of a layer have to do with each other. */
export const studyJob: Job<StudyInput, LayerStudy | null> = {
  name: "study",
  work: ({ kernels, maps }) => Promise.resolve(studyLayer(kernels, maps)),
};
