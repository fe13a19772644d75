import chosen from "../../../templates/rule/chosen.hbs" with { type: "text" };
import pair_minis from "../../../templates/rule/pair_minis.hbs" with { type: "text" };
import type { ReportLayer } from "../../report/report_layer.ts";
import { formatCount } from "../../site/format.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { PlotWords } from "../../site/plot/scatter_measure.ts";
import { compileTemplates } from "../../site/template.ts";
import { fill, find } from "../shell/dom.ts";
import { type PairMinisView, viewPairMinis } from "./pair_minis.ts";

/** The chosen pairs under the plots: the view of `chosen.hbs`. */
interface ChosenView {
  readonly count: string;
  readonly grids: string;
  readonly all: string;
  readonly minis: PairMinisView;
}

const render = compileTemplates<{ readonly chosen: ChosenView }>({ chosen, pair_minis });

/** Shows under the plots which pairs are chosen, where not all are; gives a function that tells them. */
export function openChosenStrip(
  section: Element,
  layer: ReportLayer,
  { rule, count }: PlotWords,
): (ks: ReadonlySet<number>) => void {
  const strip = find(HOOKS.chosen, section);
  return (ks) => {
    if (strip === null) return;
    strip.hidden = ks.size === 0 || ks.size === layer.pairs;
    if (strip.hidden) return fill(strip, "");
    const all = formatCount(layer.pairs);
    const view: ChosenView = {
      count: rule.chosen.count(formatCount(ks.size), count.kernels(layer.pairs)),
      grids: rule.chosen.grids,
      all: rule.chosen.all(all),
      minis: viewPairMinis(layer, [...ks], { rule }),
    };
    fill(strip, render("chosen", view));
  };
}
