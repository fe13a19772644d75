import type { RulePartWords } from "../../words/words.ts";
import { openScatters, type ScattersOptions } from "./scatter.ts";
import type { Plot } from "./plot.ts";

/** The rule and its plots: a script of its own, since they stand far below and are half as much again. */
export interface RulePart {
  /** Opens all scatters of the page. */
  openScatters(options: ScattersOptions): Plot;
}

/** Makes the part that speaks in some words. */
export function openRulePart({ rule }: RulePartWords): RulePart {
  return { openScatters: (options) => openScatters(options, rule) };
}
