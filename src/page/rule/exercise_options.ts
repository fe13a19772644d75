import type { LayerData } from "../../site/layer_data.ts";
import type { Words } from "../../words/words.ts";
import type { ViewState } from "../tile/view_state.ts";
import type { Guesses } from "./guesses.ts";

/** What the exercise acts on, and whom it tells. */
export interface ExerciseOptions {
  readonly data: LayerData;
  readonly words: Words;
  /** The grids. */
  readonly list: HTMLElement;
  /** Moves the focus to a pair. */
  readonly focus: (k: number) => void;
  readonly update: (change: Partial<ViewState>, how?: "push" | "replace") => void;
  readonly signal: AbortSignal;
}

/** What the parts of an exercise know of its moment. */
export interface ExerciseMoment {
  readonly state: ViewState;
  readonly guesses: Guesses;
}
