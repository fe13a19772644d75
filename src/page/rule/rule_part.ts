import type { RulePartWords } from "../../words/words.ts";
import { openScatters, type ScattersOptions } from "../plot/scatter.ts";
import type { Plot } from "../plot/plot.ts";
import { type Exercise, openExercise } from "./exercise.ts";
import type { ExerciseOptions } from "./exercise_options.ts";

/** The rule, its plots and its exercise: a script of their own, since few readers come to all of it. */
export interface RulePart {
  /** Opens all scatters of the page. */
  openScatters(options: ScattersOptions): Plot;
  /** Opens the exercise; null on a page without one. */
  openExercise(options: ExerciseOptions): Exercise | null;
}

/** Makes the part that speaks in some words. */
export function openRulePart(words: RulePartWords): RulePart {
  return {
    openScatters: (options) => openScatters(options, words.rule),
    openExercise: (options) => openExercise(options, words),
  };
}
