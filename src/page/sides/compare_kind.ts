import type { CompareState } from "./compare_state.ts";

/** What a comparison is of: the kernels of two layers, or their maps. */
export type Kind = "kernels" | "maps";

/** All kinds, in the order in which they stand. */
export const KINDS = ["kernels", "maps"] as const;

/** Lists what is shown of each pair. */
export function listKinds({ of }: Pick<CompareState, "of">): readonly Kind[] {
  return of === "both" ? KINDS : [of];
}

/** Finds what is enlarged: of both, the maps. */
export function findMainKind({ of }: Pick<CompareState, "of">): Kind {
  return of === "kernels" ? "kernels" : "maps";
}
