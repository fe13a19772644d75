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
import { openNear } from "./near_plot.ts";
import { unfold } from "./unfold.ts";

/** What the scatters know of a layer, and whom they tell. */
export interface ScattersOptions extends PlotListener {
  readonly signal: AbortSignal;
  /** The layer and its measures, for the plot of any two of them. */
  readonly data: {
    readonly layer: Pick<ReportLayer, "rule">;
    readonly measures: Pick<LayerReport, "kernels" | "averages"> | null;
  };
}

/** All scatters of the page, kept in step with its grids; on a page without any they do nothing. */
export function createScatters({ data, ...options }: ScattersOptions): Plot {
  const section = document.querySelector<HTMLElement>(".rule");
  const figures = section?.querySelectorAll<HTMLElement>(".plots > figure:not(.explore)") ?? [];
  const plots = [...figures].map((figure) =>
    openNear(figure, options.signal, () => openFigure(figure, options))
  );
  const free = section?.querySelector<HTMLElement>(".explore") ?? null;
  const subject = findSubject(data);
  if (free && subject) {
    free.hidden = false;
    plots.push(openNear(free, options.signal, () => openExplore(free, subject, options)));
  }
  section?.querySelector(".brushing")?.removeAttribute("hidden");
  return {
    mark: (k) => plots.forEach((plot) => plot.mark(k)),
    hover: (k) => plots.forEach((plot) => plot.hover(k)),
    shown: (ks) => plots.forEach((plot) => plot.shown(ks)),
  };
}

function openFigure(
  figure: HTMLElement,
  options: PlotListener & { readonly signal: AbortSignal },
): Plot | null {
  unfold(figure);
  const svg = figure.querySelector<SVGSVGElement>("svg.plot");
  return svg && openPlot(svg, options);
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
