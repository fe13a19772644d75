import plot from "../../../templates/rule/plot.hbs" with { type: "text" };
import scatter from "../../../templates/rule/scatter.hbs" with { type: "text" };
import type { PlotView } from "../../site/plot/plot_view.ts";
import { compileTemplates } from "../../site/template.ts";
import { fill } from "../shell/dom.ts";

const render = compileTemplates<{ readonly plot: PlotView }>({ plot, scatter });

/** Draws a plot and its numbers into an element, every point a link. */
export function drawPlot(element: HTMLElement, view: PlotView): void {
  fill(element, render("plot", view));
}
