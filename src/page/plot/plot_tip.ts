import tip from "../../../templates/rule/tip.hbs" with { type: "text" };
import type { ReportLayer } from "../../report/report_layer.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { compileTemplates } from "../../site/template.ts";
import { create, fill } from "../shell/dom.ts";
import { type PairTiles, placePair } from "./pair_minis.ts";

/** A pointed mark: the view of `tip.hbs`. */
interface TipView extends PairTiles {
  readonly title: string;
}

const render = compileTemplates<{ readonly tip: TipView }>({ tip });

/** Shows kernel, map and numbers at the mark that is pointed at, or has the focus; Escape hides them. */
export function openTips(section: HTMLElement, layer: ReportLayer, signal: AbortSignal): void {
  const box = create("div", { class: "plot-tip", "aria-hidden": "true", hidden: "" });
  section.append(box);
  signal.addEventListener("abort", () => box.remove());
  let shown: Element | null = null;
  const show = (link: HTMLElement | SVGElement | null): void => {
    if (link === shown) return;
    shown = link;
    box.hidden = link === null;
    if (link === null) return;
    const title = link.getAttribute("aria-label") ?? "";
    fill(box, render("tip", { title, ...placePair(layer, Number(link.dataset.k)) }));
    place(box, link, section);
  };
  const follow = ({ target }: Event): void =>
    show(target instanceof Element ? target.closest<SVGElement>(HOOKS.points) : null);
  for (const name of ["pointerover", "focusin"]) section.addEventListener(name, follow, { signal });
  for (const name of ["pointerleave", "focusout"]) {
    section.addEventListener(name, () => show(null), { signal });
  }
  addEventListener("keydown", ({ key }) => key === "Escape" && show(null), { signal });
}

const GAP = 10; // in CSS pixels

// Above the mark where there is room in the window, within the section.
function place(box: HTMLElement, link: Element, section: Element): void {
  const [mark, around] = [link.getBoundingClientRect(), section.getBoundingClientRect()];
  const { offsetWidth: width, offsetHeight: height } = box;
  const middle = (mark.left + mark.right - width) / 2;
  const left = Math.max(GAP, Math.min(around.width - width - GAP, middle - around.left));
  const above = mark.top - GAP - height;
  const top = above > 0 ? above : mark.bottom + GAP;
  box.style.left = `${left}px`;
  box.style.top = `${top - around.top}px`;
}
