import { gatherMapNumbers } from "../../site/map_numbers.ts";
import type { PlotSubject } from "../../site/plot/plot_view.ts";
import type { PlotWords } from "../../site/plot/scatter_measure.ts";
import type { LayerReport } from "../../report/layer_report.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import { HOOKS } from "../../site/hooks.ts";
import { openExplore } from "./explore.ts";
import { openPlot, type Plot, type PlotListener } from "./plot.ts";
import { openDeferredPlot } from "./deferred_plot.ts";
import { find, findAll } from "../shell/dom.ts";
import { inlineNoscript } from "../shell/noscript.ts";

/** What the scatters know of a layer, and whom they tell. */
export interface ScattersOptions extends PlotListener {
  readonly words: PlotWords;
  readonly signal: AbortSignal;
  /** The layer and its measures, for the plot of any two of them. */
  readonly data: {
    readonly layer: Pick<ReportLayer, "rule">;
    readonly measures: Pick<LayerReport, "kernels" | "averages" | "activity"> | null;
  };
}

/** All scatters of the page, kept in step with its grids; on a page without any they do nothing. */
export function createScatters({ data, words, ...options }: ScattersOptions): Plot {
  const section = find(HOOKS.rule);
  const figures = section ? findAll(HOOKS.figures, section) : [];
  const plots = figures.map((figure) =>
    openDeferredPlot(figure, options.signal, () => openFigure(figure, options))
  );
  const free = section && find(HOOKS.explore, section);
  const subject = findSubject(data, words);
  if (free && subject) {
    free.hidden = false;
    plots.push(openDeferredPlot(free, options.signal, () => openExplore(free, subject, options)));
  }
  if (section) find(HOOKS.brushHint, section)?.removeAttribute("hidden");
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
  inlineNoscript(figure);
  const svg = find<SVGSVGElement>(HOOKS.plot, figure);
  return svg && openPlot(svg, options);
}

function findSubject(
  { layer: { rule }, measures }: ScattersOptions["data"],
  words: PlotWords,
): PlotSubject | null {
  const kernels = measures && measures.kernels;
  const averages = measures && gatherMapNumbers(measures);
  return rule && kernels && averages && { rule, kernels, averages, words };
}
