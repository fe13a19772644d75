import { type PlotMeasures, type PlotSubject, viewPlot } from "../../site/plot/plot_view.ts";
import type { PlottedMap, PlottedMeasure } from "../../site/plot/scatter_measure.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { find } from "../shell/dom.ts";
import { drawPlot } from "./drawn_plot.ts";
import { tellPart } from "./plot_part.ts";
import { openPlot, type Plot, type PlotListener } from "./plot.ts";

/** Opens the plot of any two measures in its figure, which is not seen without script. */
export function openExplore(
  figure: HTMLElement,
  subject: PlotSubject,
  { signal, ...listener }: PlotListener & { readonly signal: AbortSignal },
): Plot {
  const body = find(HOOKS.explored, figure)!;
  let ended = new AbortController();
  let plot: Plot | null = null;
  let marked: number | null = null;
  let shown: ReadonlySet<number> | null = null;

  const draw = (): void => {
    ended.abort();
    ended = new AbortController();
    drawPlot(body, { ...viewPlot(subject, readMeasures(figure)), isLive: true });
    const svg = find<SVGSVGElement>("svg", body);
    const until = { signal: AbortSignal.any([signal, ended.signal]) };
    plot = svg && openPlot(svg, { ...listener, ...until });
    plot?.mark(marked);
    if (shown !== null) plot?.shown(shown);
    tell();
  };
  const tell = (): void => {
    if (shown !== null) tellPart(figure, subject, { ...readMeasures(figure), shown });
  };
  figure.addEventListener("change", draw, { signal });
  draw();
  return {
    mark: (k) => {
      marked = k;
      plot?.mark(k);
    },
    hover: (k) => plot?.hover(k),
    shown: (ks) => {
      shown = ks;
      plot?.shown(ks);
      tell();
    },
  };
}

function readMeasures(figure: HTMLElement): PlotMeasures {
  const read = (name: "kernel" | "map"): string =>
    find<HTMLSelectElement>(HOOKS.select(name), figure)?.value ?? "";
  return { kernel: read("kernel") as PlottedMeasure, map: read("map") as PlottedMap, held: null };
}
