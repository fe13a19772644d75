import type { PlotSubject } from "../html/plot_view.ts";
import type { PlotWords } from "../html/scatter_measure.ts";
import type { LayerReport } from "../report/layer_report.ts";
import type { ReportLayer } from "../report/report.ts";
import { COUNT_WORDS } from "../words/count_words.ts";
import { KIND_WORDS } from "../words/kind_words.ts";
import { type Language, LANGUAGES } from "../words/language.ts";
import { MEASURE_WORDS } from "../words/measure_words.ts";
import { RULE_WORDS } from "../words/rule_words.ts";
import { openExplore } from "./explore.ts";
import { openPlot, type Plot, type PlotListener } from "./plot.ts";

/** What the scatters know of a layer, and whom they tell. */
export interface ScattersOptions extends PlotListener {
  readonly signal: AbortSignal;
  /** The layer and its measures, for the plot of any two of them. */
  readonly data: {
    readonly layer: Pick<ReportLayer, "rule">;
    readonly measures: LayerReport | null;
  };
}

/** All scatters of the page, kept in step with its grids; on a page without any they do nothing. */
export function createScatters({ data, ...options }: ScattersOptions): Plot {
  const section = document.querySelector<HTMLElement>(".rule");
  const svgs = section?.querySelectorAll<SVGSVGElement>("svg.plot") ?? [];
  const plots = [...svgs].map((svg) => openPlot(svg, options));
  const figure = section?.querySelector<HTMLElement>(".explore") ?? null;
  const subject = findSubject(data);
  if (figure && subject) plots.push(openExplore(figure, subject, options));
  section?.querySelector(".brushing")?.removeAttribute("hidden");
  return {
    mark: (k) => plots.forEach((plot) => plot.mark(k)),
    hover: (k) => plots.forEach((plot) => plot.hover(k)),
    shown: (ks) => plots.forEach((plot) => plot.shown(ks)),
  };
}

function findSubject({ layer: { rule }, measures }: ScattersOptions["data"]): PlotSubject | null {
  const { kernels = null, averages = null } = measures ?? {};
  return rule && kernels && averages && { rule, kernels, averages, words: findWords() };
}

function findWords(): PlotWords {
  const { lang } = document.documentElement;
  const language: Language = LANGUAGES.find((each) => each === lang) ?? LANGUAGES[0];
  return {
    count: COUNT_WORDS[language],
    kind: KIND_WORDS[language],
    measure: MEASURE_WORDS[language],
    rule: RULE_WORDS[language],
  };
}
