import { isClearlyRelated } from "../../analysis/rule/rule_reading.ts";
import { keyRelation } from "../../analysis/rule/rule.ts";
import type { LayerRule } from "../../analysis/rule/layer_reading.ts";
import type { PlotMeasures, PlotView } from "../../site/plot/plot_view.ts";
import { readPlotted } from "../../site/plot/scatter_measure.ts";
import type { PlottedAnswer } from "../../words/en_page/finding_words.ts";
import type { SiteWords } from "../../words/words.ts";

const ANSWERS: readonly PlottedAnswer[] = [
  "keepsPicture",
  "colourDependence",
  "detailDependence",
  "edges",
];

/** Says in a sentence what a plot shows; its measures' names where the rule does not know. */
export function headPlot(
  rule: LayerRule,
  { plot: { measures, heading }, words }: { readonly plot: PlotView; readonly words: SiteWords },
): string {
  const { kernel, map, held } = measures;
  const { isComposed, name } = readPlotted(kernel);
  const answer = ANSWERS.find((each) => each === map);
  const found = findRelated(rule, measures);
  if (found === null || answer === undefined || name === "bias") return heading;
  const clear = isClearlyRelated(found, answer === "edges" ? "keepsPicture" : answer);
  const { plots } = words.finding;
  const measure = words.measure.kernels[name].name;
  if (held !== null) {
    const fixed = words.measure.kernels[held].name;
    return clear ? plots.left(measure, fixed) : plots.gone(measure, fixed);
  }
  const seen = isComposed ? words.rule.plot.composed(measure) : measure;
  return clear
    ? plots.clear({ kernel: name, value: found.value }, answer)
    : plots.unclear(seen, nameAnswer(answer, words));
}

function nameAnswer(answer: PlottedAnswer, { measure: { maps, experiments } }: SiteWords): string {
  return answer === "keepsPicture" || answer === "edges"
    ? maps[answer].name
    : experiments[answer].name;
}

function findRelated(
  rule: LayerRule,
  { kernel, map, held }: PlotMeasures,
): { readonly value: number; readonly p: number } | null {
  const { isComposed, name } = readPlotted(kernel);
  const own = isComposed ? rule.composed : rule;
  const key = keyRelation(name, map, held);
  const value = (held === null ? own?.spearman : own?.partial)?.[key];
  const p = own?.p[key];
  return value === undefined || p === undefined ? null : { value, p };
}
