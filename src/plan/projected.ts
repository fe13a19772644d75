import type { Plan, PlannedLayer } from "./plan.ts";

/** Tells whether the activations of a layer are to be projected back to the pixels. */
export function isProjected(
  { conv }: PlannedLayer,
  { photos, projections }: Pick<Plan, "photos" | "projections">,
): boolean {
  return projections && photos.length > 0 && conv.tap !== null;
}
