import { nameRuleScript } from "../../plan/language.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { openDeferredPlot } from "../plot/deferred_plot.ts";
import type { Plot } from "../plot/plot.ts";
import type { ScattersOptions } from "../plot/scatter.ts";
import { find, findAll } from "../shell/dom.ts";
import type { ViewState } from "../tile/view_state.ts";
import type { Exercise } from "./exercise.ts";
import type { ExerciseOptions } from "./exercise_options.ts";
import type { RulePart } from "./rule_part.ts";
import { startTry } from "./started_try.ts";

/** What the rule needs to be loaded, and what it knows of a layer. */
export interface RuleOptions extends Omit<ScattersOptions, "data">, ExerciseOptions {
  readonly files: ReportFiles;
  readonly root: string;
}

/** The rule of a page: its plots, and the exercise that leads to it. */
export interface RuleOfPage {
  /** Kept in step with the grids. */
  readonly scatters: Plot;
  /** Shows what the state says of the exercise. */
  show(state: ViewState): void;
}

const NONE: Plot = { mark: () => {}, hover: () => {}, shown: () => {} };

/** The rule of the page; on a page without one it does nothing. */
export function openRule({ files, root, ...options }: RuleOptions): RuleOfPage {
  const section = find(HOOKS.rule);
  const { signal, words } = options;
  // Without the file the page stands as it was written.
  const load = (): Promise<RulePart | null> =>
    files.parts.load<RulePart>(root, nameRuleScript(words.language)).catch(() => null);
  return {
    scatters: section === null ? NONE : openDeferredPlot(section, signal, async () => {
      const part = await load();
      return signal.aborted || part === null ? null : part.openScatters(options);
    }),
    show: followTries(options, load),
  };
}

// Buttons may be pressed before the exercise is there.
function followTries(
  options: ExerciseOptions,
  load: () => Promise<RulePart | null>,
): (state: ViewState) => void {
  const { signal, update } = options;
  let exercise: Promise<Exercise | null> | null = null;
  let state: ViewState | null = null;
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>(HOOKS.tries) : null;
    if (button && state) update(startTry(button.dataset.try!, state), "push");
  }, { signal });
  return (next) => {
    state = next;
    for (const button of findAll(HOOKS.askedTries)) {
      button.setAttribute("aria-pressed", String(button.dataset.try === next.try));
    }
    if (next.try !== "") {
      exercise ??= load().then((part) =>
        signal.aborted ? null : part?.openExercise(options) ?? null
      );
    }
    void exercise?.then((opened) => state && opened?.show(state));
  };
}
