import type { ComposedMeasures } from "./kernel/composed_measures.ts";
import type { KernelTraits } from "./kernel_study.ts";
import { averageMaps, type MapAverages } from "./map/map_averages.ts";
import { type MapActivity, measureActivity } from "./map/map_activity.ts";
import { findMapCondition, type MapCondition, type MapsOnPhoto } from "./map/map_condition.ts";
import { findRule } from "./rule/found_rule.ts";
import type { Rule, RuleMaps, RuleNeeds } from "./rule/rule.ts";

/** What the kernels and maps of a layer have to do with each other, over all photos. */
export interface LayerStudy {
  /** The measures of the convolution's own output, averaged over the photos. */
  readonly averages: MapAverages;
  /** How much of each map is on behind the activation; null where none follows. */
  readonly activity: MapActivity | null;
  readonly condition: MapCondition;
  /** Over the averages; null where the kernels are not known. */
  readonly rule: Rule | null;
  /** The same of kernels composed down to the pixels; null where there are none. */
  readonly composedRule: Rule | null;
  /** On each photo by itself; where there is only one, the rule over the averages is its own. */
  readonly photoRules: readonly (Rule | null)[];
}

/** What is known of a layer beside its maps on the photos. */
export interface StudiedKernels {
  /** Null where the kernels are not known. */
  readonly kernels: KernelTraits | null;
  /** The measures of the kernels composed down to the pixels; null where there are none. */
  readonly composed: ComposedMeasures | null;
  /** What its maps need of the photos; null where that was not tried. */
  readonly needs: RuleNeeds | null;
}

/** Studies a layer over the photos that it ran on; null where there is none. */
export function studyLayer(
  { kernels, composed, needs }: StudiedKernels,
  photos: readonly MapsOnPhoto[],
): LayerStudy | null {
  if (photos.length === 0) return null;
  const averages = averageMaps(photos.map(({ measures }) => measures));
  const activity = measureActivity(photos);
  const { zeros } = activity ?? averages;
  const rule = kernels && findRule(kernels, { ...averages, zeros, ...needs });
  const composedRule = composed && findComposedRule(composed, { ...averages, ...needs });
  const photoRules = photos.length === 1
    ? [rule]
    : photos.map((photo) => kernels && findPhotoRule(kernels, photo));
  return {
    averages,
    activity,
    condition: findMapCondition(photos),
    rule,
    composedRule,
    photoRules,
  };
}

// What has to do with the photo; kernels that are composed have no norm and no zeros of their own.
function findComposedRule(composed: ComposedMeasures, maps: RuleMaps): Rule {
  const none = maps.mean.map(() => null);
  const kernels = { ...composed, norm: none, separability: none, sparsity: none };
  return findRule(kernels, { ...maps, mean: none, std: none, zeros: none, entropy: none });
}

// Cells are zero behind the activation, hardly ever before it.
function findPhotoRule(kernels: KernelTraits, { measures, activated }: MapsOnPhoto): Rule {
  const maps = { ...measures, zeros: (activated ?? measures).zeros };
  return findRule(kernels, maps);
}
