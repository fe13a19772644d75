import { isOwnLink } from "../shell/address.ts";
import { find, findAll } from "../shell/dom.ts";
import { findPair } from "../tile/grid.ts";
import { type LayerDesk, preview, update } from "./layer_desk.ts";
import { listActs } from "./layer_moves.ts";

/** Lets the pointer press, point at and leave what a layer's page has; so too the focus. */
export function listenToPointer(desk: LayerDesk): void {
  listenToClicks(desk);
  listenToGrids(desk);
  for (const chip of findAll(".chip")) listenToChip(desk, chip);
}

function listenToClicks(desk: LayerDesk): void {
  const acts = listActs(desk);
  document.addEventListener("click", (event) => {
    const { target } = event;
    if (!isPlain(event) || !(target instanceof Element)) return;
    const act = acts[target.closest<HTMLElement>("[data-do]")?.dataset.do ?? ""];
    if (act) return act();
    const photo = target.closest<HTMLElement>("[data-photo-id]")?.dataset.photoId;
    if (photo !== undefined) return update(desk, { image: photo });
    const link = target.closest("a");
    const k = link && isOwnLink(link.getAttribute("href") ?? "") ? findPair(target) : null;
    if (k === null) return;
    event.preventDefault();
    update(desk, { k }, desk.list.contains(link) ? "replace" : "push");
  }, { signal: desk.context.signal });
}

// Others open a window or save the link.
function isPlain(event: MouseEvent): boolean {
  return !event.defaultPrevented && event.button === 0 &&
    !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

function listenToGrids(desk: LayerDesk): void {
  const { list, context: { signal } } = desk;
  list.addEventListener("pointerover", ({ pointerType, target }) => {
    if (pointerType === "mouse") preview(desk, findPair(target));
  }, { signal });
  list.addEventListener("pointerleave", () => preview(desk, null), { signal });
  list.addEventListener("focusin", ({ target }) => {
    const k = findPair(target);
    if (k !== null && k !== desk.state.k) update(desk, { k });
  }, { signal });
}

function listenToChip({ grid, context: { facts, signal } }: LayerDesk, chip: HTMLElement): void {
  const kind = find<HTMLInputElement>("input", chip)!.value;
  chip.addEventListener("pointerenter", ({ pointerType }) => {
    if (pointerType === "mouse") grid.peek((k) => facts.kinds?.[k] === kind);
  }, { signal });
  chip.addEventListener("pointerleave", () => grid.peek(null), { signal });
}
