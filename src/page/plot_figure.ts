import { PLOT } from "../html/scatter_layout.ts";
import type { PlotView } from "../html/plot_view.ts";
import type { PointView, ScatterView, TickView } from "../html/scatter_view.ts";
import type { PlotWords } from "../html/scatter_measure.ts";
import { makeSvg } from "./svg.ts";

/** What stands in a figure below its choices: as `rule.hbs` and `scatter.hbs` write it. */
export function makePlotFigure(view: PlotView, { rule }: PlotWords): readonly Element[] {
  const numbers = document.createElement("p");
  numbers.className = "value";
  numbers.setAttribute("role", "status");
  if (view.value !== null) numbers.append(make("b", view.value), " ");
  const says = make("span", view.words);
  for (const { value, words } of view.partials) {
    says.append(rule.plot.next, make("strong", value), ` ${words}`);
  }
  numbers.append(says);
  const beyond = view.scatter.beyond.map((words) => {
    const line = make("p", words);
    line.className = "cap";
    return line;
  });
  return [numbers, makeScatter(view.scatter), ...beyond];
}

function make(name: "b" | "span" | "strong" | "p", text: string): HTMLElement {
  const element = document.createElement(name);
  element.append(text);
  return element;
}

const RIGHT = PLOT.left + PLOT.width;
const BOTTOM = PLOT.top + PLOT.height;

function makeScatter({ words, xLabel, yLabel, ...view }: ScatterView): SVGSVGElement {
  const axis = { class: "axis", x1: PLOT.left, x2: RIGHT, y1: BOTTOM, y2: BOTTOM };
  const middle = { class: "label", x: PLOT.left + PLOT.width / 2, y: 298, "text-anchor": "middle" };
  return makeSvg("svg", {
    class: "plot",
    viewBox: "0 0 400 304",
    role: "group",
    "aria-label": words,
  }, [
    makeSvg("text", { class: "label", x: 0, y: 10 }, [yLabel]),
    ...view.yTicks.flatMap(makeYTick),
    ...view.xTicks.flatMap(makeXTick),
    makeSvg("line", axis),
    makeSvg("text", middle, [xLabel]),
    ...view.points.map(makePoint),
  ]);
}

function makeYTick({ at, label }: TickView): readonly SVGElement[] {
  const text = { x: PLOT.left - 8, y: at, dy: ".35em", "text-anchor": "end" };
  return [
    makeSvg("line", { x1: PLOT.left, x2: RIGHT, y1: at, y2: at }),
    makeSvg("text", text, [label]),
  ];
}

function makeXTick({ at, label }: TickView): readonly SVGElement[] {
  return [
    makeSvg("line", { class: "tick", x1: at, x2: at, y1: BOTTOM, y2: BOTTOM + 5 }),
    makeSvg("text", { x: at, y: BOTTOM + 20, "text-anchor": "middle" }, [label]),
  ];
}

function makePoint({ index, tone, x, y, title }: PointView): SVGElement {
  const link = { class: tone, href: `#k=${index}`, "data-k": index, tabindex: -1 };
  return makeSvg("a", link, [
    makeSvg("title", {}, [title]),
    makeSvg("use", { class: `mark ${tone}`, href: `#m-${tone}`, x, y }),
  ]);
}
