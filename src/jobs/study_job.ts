import { type Families, findFamilies } from "../analysis/family/families.ts";
import { type LayerStudy, type StudiedKernels, studyLayer } from "../analysis/layer_study.ts";
import type { MapsOnPhoto } from "../analysis/map/map_condition.ts";
import type { Job } from "../effects.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** What was found about the kernels of a layer, and about its maps on every photo. */
export interface StudyInput extends StudiedKernels {
  readonly maps: readonly MapsOnPhoto[];
  /** The maps on the photos over which they are compared, averaged to few cells. */
  readonly coarse: readonly Tensor[];
}

/** What was found of a layer over all photos. */
export interface StudyOutput {
  /** Null where no photo ran. */
  readonly study: LayerStudy | null;
  /** Which kernels go together; null where that is not known. */
  readonly families: Families | null;
}

/** Studies what the kernels and maps of a layer have to do with each other. */
export const studyJob: Job<StudyInput, StudyOutput> = {
  name: "study",
  work: ({ maps, coarse, ...known }) =>
    Promise.resolve({ study: studyLayer(known, maps), families: findFamilies(coarse) }),
};
