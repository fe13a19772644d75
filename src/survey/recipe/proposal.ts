import type { NotedSize, NotedValues, Way } from "../../config/noted/noted_recipe.ts";
import type { Preprocess } from "../../config/preprocess/preprocess.ts";
import type { Reason } from "../../reason/reason.ts";
import type { RECIPE_ORIGINS } from "../../reason/recipe_origins.ts";

/** A preprocessing that something speaks for, before it is fitted to the input. */
export interface Proposal {
  readonly values: NotedValues;
  /** The way to the size of the input; null where nothing tells of it. */
  readonly way: Way | null;
  /** The size that is told; null where none is. */
  readonly size: NotedSize | null;
  /** The recipe as it is told, which holds where it fits; null where it is told in parts. */
  readonly whole: Preprocess | null;
  /** What tells it. */
  readonly origin: Origin;
  /** Whether it is told, or may be otherwise. */
  readonly sure: boolean;
}

/** By what a preprocessing was found, or what of it was passed over. */
export type Origin = Reason<keyof typeof RECIPE_ORIGINS>;
