import { FRAME } from "../../site/scatter_layout.ts";
import type { PlotView } from "../../site/plot_view.ts";
import type { PointView, ScatterView, TickView } from "../../site/scatter_view.ts";
import type { PlotWords } from "../../site/scatter_measure.ts";
import { create, createSvg } from "../shell/dom.ts";

/** What stands in a figure below its choices: as `rule.hbs` and `scatter.hbs` write it. */
export function makePlotFigure(view: PlotView, { rule }: PlotWords): readonly Element[] {
  const numbers = create("p", { class: "value", role: "status" });
  if (view.value !== null) numbers.append(create("b", {}, view.value), " ");
  const says = create("span", {}, view.words);
  for (const { value, words } of view.partials) {
    says.append(rule.plot.next, create("strong", {}, value), ` ${words}`);
  }
  numbers.append(says);
  const beyond = view.scatter.beyond.map((words) => create("p", { class: "cap" }, words));
  return [numbers, makeScatter(view.scatter), ...beyond];
}

function makeScatter({ words, xLabel, yLabel, ...view }: ScatterView): SVGSVGElement {
  const axis = {
    class: "axis",
    x1: FRAME.left,
    x2: FRAME.right,
    y1: FRAME.bottom,
    y2: FRAME.bottom,
  };
  const middle = { class: "label", x: FRAME.middle, y: FRAME.xLabel, "text-anchor": "middle" };
  const frame = {
    class: "plot",
    viewBox: `0 0 ${FRAME.width} ${FRAME.height}`,
    role: "group",
    "aria-label": words,
  };
  return createSvg(
    "svg",
    frame,
    createSvg("text", { class: "label", x: 0, y: FRAME.yLabel }, yLabel),
    ...view.yTicks.flatMap(makeYTick),
    ...view.xTicks.flatMap(makeXTick),
    createSvg("line", axis),
    createSvg("text", middle, xLabel),
    ...view.points.map(makePoint),
  );
}

function makeYTick({ at, label }: TickView): readonly SVGElement[] {
  const text = { x: FRAME.yTick, y: at, dy: ".35em", "text-anchor": "end" };
  return [
    createSvg("line", { x1: FRAME.left, x2: FRAME.right, y1: at, y2: at }),
    createSvg("text", text, label),
  ];
}

function makeXTick({ at, label }: TickView): readonly SVGElement[] {
  return [
    createSvg("line", { class: "tick", x1: at, x2: at, y1: FRAME.bottom, y2: FRAME.xMark }),
    createSvg("text", { x: at, y: FRAME.xTick, "text-anchor": "middle" }, label),
  ];
}

function makePoint({ index, tone, x, y, title }: PointView): SVGElement {
  const link = { class: tone, href: `#k=${index}`, "data-k": index, tabindex: -1 };
  return createSvg(
    "a",
    link,
    createSvg("title", {}, title),
    createSvg("use", { class: `mark ${tone}`, href: `#m-${tone}`, x, y }),
  );
}
