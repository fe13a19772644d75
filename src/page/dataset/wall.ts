import patch_strip from "../../../templates/dataset/patch_strip.hbs" with { type: "text" };
import wall_rows from "../../../templates/dataset/wall_rows.hbs" with { type: "text" };
import { STILL_WALL, viewWallRows, type WallRowView } from "../../site/dataset/wall_rows.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { compileTemplates } from "../../site/template.ts";
import { isPlainClick } from "../shell/click.ts";
import { find, findPart } from "../shell/dom.ts";
import { onPrint } from "../shell/print.ts";
import { findPair } from "../tile/grid.ts";
import type { DatasetContext } from "./dataset_context.ts";

/** Kernels of a wall: the view of `wall_rows.hbs`. */
interface WallRowsView {
  readonly rows: readonly WallRowView[];
}

const render = compileTemplates<{ readonly wall_rows: WallRowsView }>({ wall_rows, patch_strip });

/** Takes hold of the wall of the page; the result puts the kernels that are shown in their order. */
export function openWall(opened: DatasetContext): (shown: readonly number[]) => void {
  const list = find(HOOKS.wall);
  const { patches } = opened.context.data.layer;
  if (list === null || patches === null) return () => {};
  const { context: { data, signal }, numbers, words, link, select } = opened;
  const subject = { patches, numbers, labels: data.labels, words, link };
  let shown: readonly number[] = Array.from({ length: data.layer.pairs }, (_, k) => k);
  let there = list.childElementCount; // how many of them stand there
  const add = (): void => {
    const rows = viewWallRows(subject, shown.slice(there, there + STILL_WALL));
    list.insertAdjacentHTML("beforeend", render("wall_rows", { rows }));
    there += rows.length;
  };
  const look = growAtEnd(list, signal, () => {
    if (there < shown.length) add();
    return there < shown.length;
  });
  selectByClick(list, signal, select);
  return (next) => {
    const stand = shown.slice(0, there).every((k, i) => k === next[i]);
    shown = next;
    findPart(HOOKS.wallNone).hidden = shown.length > 0;
    if (!stand) {
      list.replaceChildren();
      there = 0;
      add();
    }
    look();
  };
}

function selectByClick(list: HTMLElement, signal: AbortSignal, select: (k: number) => void): void {
  list.addEventListener("click", (event) => {
    const k = isPlainClick(event) ? findPair(event.target) : null;
    if (k === null) return;
    event.preventDefault();
    event.stopPropagation(); // the page would stay at the wall
    select(k);
  }, { signal });
}

// As often as the end of the list comes near the window; what it gives looks whether it is there.
function growAtEnd(list: Element, signal: AbortSignal, grow: () => boolean): () => void {
  const end = document.createElement("div");
  list.after(end);
  const observer = new IntersectionObserver(([entry]) => {
    if (entry!.isIntersecting && grow()) look();
  }, { rootMargin: "100%" });
  const look = (): void => {
    observer.unobserve(end); // it tells anew of what it begins to observe
    observer.observe(end);
  };
  look();
  onPrint(() => {
    while (grow()); // paper has no end that comes near
  }, signal);
  signal.addEventListener("abort", () => observer.disconnect());
  return look;
}
