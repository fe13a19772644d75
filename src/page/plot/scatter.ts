import { gatherMapNumbers } from "../../site/map_numbers.ts";
import { type PlotMeasures, type PlotSubject, viewPlot } from "../../site/plot/plot_view.ts";
import type { PlottedMap, PlottedMeasure, PlotWords } from "../../site/plot/scatter_measure.ts";
import type { LayerReport } from "../../report/layer_report.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import { findMiniTiles } from "../../site/tile/sprite.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { drawPlot } from "./drawn_plot.ts";
import { openExplore } from "./explore.ts";
import { openPlot, type Plot, type PlotListener } from "./plot.ts";
import { openDeferredPlot } from "./deferred_plot.ts";
import { find, findAll } from "../shell/dom.ts";

/** What the scatters know of a layer, and whom they tell. */
export interface ScattersOptions extends PlotListener {
  readonly words: PlotWords;
  readonly signal: AbortSignal;
  /** The layer and its measures, for the plot of any two of them. */
  readonly data: {
    readonly layer: ReportLayer;
    readonly measures: PlottedReport | null;
  };
}

/** What of a layer's measures can be plotted. */
type PlottedReport = Pick<
  LayerReport,
  "kernels" | "composed" | "classes" | "averages" | "activity" | "experiments"
>;

/** All scatters of the page, kept in step with its grids; on a page without any they do nothing. */
export function createScatters({ data, words, ...options }: ScattersOptions): Plot {
  const section = find(HOOKS.rule);
  const subject = findSubject(data, words);
  const figures = section ? findAll(HOOKS.figures, section) : [];
  const plots = figures.map((figure) =>
    openDeferredPlot(figure, options.signal, () => openFigure(figure, subject, options))
  );
  const free = section && find(HOOKS.explore, section);
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
  subject: PlotSubject | null,
  options: PlotListener & { readonly signal: AbortSignal },
): Plot | null {
  const plotted = find(HOOKS.plotted, figure);
  if (plotted && subject && find(HOOKS.plotCloud, plotted)) {
    drawPlot(plotted, viewPlot(subject, readPlotted(plotted)));
  }
  const svg = find<SVGSVGElement>(HOOKS.plot, figure);
  return svg && openPlot(svg, options);
}

function readPlotted({ dataset }: HTMLElement): PlotMeasures {
  const [kernel, map] = dataset.plotted!.split(" ");
  return { kernel: kernel as PlottedMeasure, map: map as PlottedMap };
}

function findSubject(
  { layer, measures }: ScattersOptions["data"],
  words: PlotWords,
): PlotSubject | null {
  const { rule } = layer;
  const kernels = measures && measures.kernels;
  const averages = measures && gatherMapNumbers(measures);
  const what = measures?.classes?.what ?? null;
  if (!rule || !measures || !kernels || !averages || !what) return null;
  const { composed, experiments } = measures;
  const tiles = findMiniTiles(layer);
  return { rule, kernels, composed, averages, experiments, what, tiles, words };
}
