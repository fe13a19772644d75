import { spearman } from "../../analysis/rule/spearman.ts";
import { formatShare } from "../../site/format.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { PlotMeasures, PlotSubject } from "../../site/plot/plot_view.ts";
import { findKernelMeasure, findMapMeasure } from "../../site/plot/scatter_measure.ts";
import { find } from "../shell/dom.ts";

/** Two measures, and the pairs that are shown. */
export interface PlottedPart extends PlotMeasures {
  readonly shown: ReadonlySet<number>;
}

/** Says under a plot how many pairs are chosen, and how its measures go together over these. */
export function tellPart(figure: Element, subject: PlotSubject, part: PlottedPart): void {
  const place = find(HOOKS.plotPart, figure);
  if (place) place.textContent = sayPart(subject, part);
}

/** Says how two measures go together over the pairs that are shown; empty where all are. */
export function sayPart(subject: PlotSubject, { kernel, map, held, shown }: PlottedPart): string {
  const { kernels, words } = subject;
  const { rule, count } = words;
  if (kernels.index.every((k) => shown.has(k))) return "";
  const all = count.kernels(kernels.index.length);
  if (held !== null) return rule.chosen.count(String(shown.size), all);
  const left = findKernelMeasure(kernel, subject, words).values.map((value, k) =>
    shown.has(k) ? value : null
  );
  const { value, n } = spearman(left, findMapMeasure(map, subject, words).values);
  return rule.explore.shown(count.kernels(n), value === null ? null : formatShare(value));
}
