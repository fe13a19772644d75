import { nameRuleScript } from "../../plan/language.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { find } from "../shell/dom.ts";
import { openDeferredPlot } from "./deferred_plot.ts";
import type { Plot } from "./plot.ts";
import type { RulePart } from "./rule_part.ts";
import type { ScattersOptions } from "./scatter.ts";

/** What the rule needs to be loaded, and what it knows of a layer. */
export interface RuleOptions extends ScattersOptions {
  readonly files: ReportFiles;
  readonly root: string;
}

const NONE: Plot = { mark: () => {}, hover: () => {}, shown: () => {} };

/** The rule of the page, kept in step with its grids; on a page without one it does nothing. */
export function openRule({ files, root, ...options }: RuleOptions): Plot {
  const section = find(HOOKS.rule);
  if (section === null) return NONE;
  const name = nameRuleScript(options.words.language);
  return openDeferredPlot(section, options.signal, async () => {
    try {
      const part = await files.parts.load<RulePart>(root, name);
      return options.signal.aborted ? null : part.openScatters(options);
    } catch {
      return null; // the file is missing: the plots stand as they were written
    }
  });
}
