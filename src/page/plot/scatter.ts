import type { HeldMeasure } from "../../analysis/rule/rule.ts";
import {
  findPlotSubject,
  type PlotMeasures,
  type PlotSubject,
  type PlottedLayer,
  viewPlot,
} from "../../site/plot/plot_view.ts";
import type { PlottedMap, PlottedMeasure, PlotWords } from "../../site/plot/scatter_measure.ts";
import type { RulePartWords, Words } from "../../words/words.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { openChosenStrip } from "./chosen_strip.ts";
import { drawPlot } from "./drawn_plot.ts";
import { openExplore } from "./explore.ts";
import { openPlot, type Plot, type PlotListener } from "./plot.ts";
import { tellPart } from "./plot_part.ts";
import { openTips } from "./plot_tip.ts";
import { openDeferredPlot } from "./deferred_plot.ts";
import { find, findAll, findPart } from "../shell/dom.ts";

/** What the scatters know of a layer, and whom they tell. */
export interface ScattersOptions extends PlotListener {
  readonly words: Words;
  readonly signal: AbortSignal;
  /** The layer and its measures, for the plot of any two of them. */
  readonly data: PlottedLayer;
}

/** Opens all scatters of the page, each once it comes near the window. */
export function openScatters(
  { data, words, ...options }: ScattersOptions,
  rule: RulePartWords["rule"],
): Plot {
  const section = findPart(HOOKS.rule);
  const said: PlotWords = { ...words, rule };
  const subject = findPlotSubject(data, said);
  const plots = findAll(HOOKS.figures, section).map((figure) =>
    openDeferredPlot(figure, options.signal, () => openFigure(figure, subject, options))
  );
  const free = find(HOOKS.explore, section);
  if (free && subject) {
    const open = () => openExplore(free, subject, options);
    plots.push(openDeferredPlot(free, options.signal, open));
  }
  openTips(section, data.layer, options.signal);
  const tellChosen = openChosenStrip(section, data.layer, said);
  return {
    mark: (k) => plots.forEach((plot) => plot.mark(k)),
    hover: (k) => plots.forEach((plot) => plot.hover(k)),
    shown: (ks) => {
      plots.forEach((plot) => plot.shown(ks));
      tellChosen(ks);
    },
  };
}

function openFigure(
  figure: HTMLElement,
  subject: PlotSubject | null,
  options: PlotListener & { readonly signal: AbortSignal },
): Plot | null {
  const plotted = findPart(HOOKS.plotted, figure);
  const measures = readPlotted(plotted);
  if (subject && find(HOOKS.plotCloud, plotted)) drawPlot(plotted, viewPlot(subject, measures));
  const svg = find<SVGSVGElement>(HOOKS.plot, figure);
  const plot = svg && openPlot(svg, options);
  return plot && {
    ...plot,
    shown: (ks) => {
      plot.shown(ks);
      if (subject) tellPart(figure, subject, { ...measures, shown: ks });
    },
  };
}

function readPlotted({ dataset }: HTMLElement): PlotMeasures {
  const [kernel, map, held = ""] = dataset.plotted!.split(" ");
  return {
    kernel: kernel as PlottedMeasure,
    map: map as PlottedMap,
    held: held === "" ? null : held as HeldMeasure,
  };
}
