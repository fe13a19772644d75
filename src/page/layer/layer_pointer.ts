import { matchClass } from "../../site/kernel_class.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { isOwnLink } from "../shell/address.ts";
import { isPlainClick } from "../shell/click.ts";
import { find, findAll } from "../shell/dom.ts";
import type { PairFacts } from "../pair/pair_facts.ts";
import { findPair } from "../tile/grid.ts";
import { type LayerController, preview, update } from "./layer_controller.ts";
import { foldPanel, listLayerCommands } from "./layer_commands.ts";

/** Lets the pointer press, point at and leave what a layer's page has; so too the focus. */
export function listenToPointer(controller: LayerController): void {
  listenToClicks(controller);
  listenToGrids(controller);
  for (const chip of findAll(HOOKS.chip)) listenToChip(controller, chip);
}

function listenToClicks(controller: LayerController): void {
  const acts = listLayerCommands(controller);
  document.addEventListener("click", (event) => {
    const { target } = event;
    if (!isPlainClick(event) || !(target instanceof Element)) return;
    const act = acts[target.closest<HTMLElement>(HOOKS.act)?.dataset.do ?? ""];
    if (act) return act();
    const photo = target.closest<HTMLElement>(HOOKS.photoButton)?.dataset.photoId;
    if (photo !== undefined) return update(controller, { image: photo });
    const link = target.closest("a");
    const isOwn = link !== null && isOwnLink(link.getAttribute("href") ?? "");
    const k = isOwn ? findPair(target) : null;
    if (isOwn && k === null) foldPanel(); // the part that it leads to would lie behind
    if (k === null) return;
    event.preventDefault();
    update(controller, { k }, controller.list.contains(link) ? "replace" : "push");
  }, { signal: controller.context.signal });
}

function listenToGrids(controller: LayerController): void {
  const { list, context: { signal } } = controller;
  list.addEventListener("pointerover", ({ pointerType, target }) => {
    if (pointerType === "mouse") preview(controller, findPair(target));
  }, { signal });
  list.addEventListener("pointerleave", () => preview(controller, null), { signal });
  list.addEventListener("focusin", ({ target }) => {
    const k = findPair(target);
    if (k !== null && k !== controller.state.k) update(controller, { k });
  }, { signal });
}

function listenToChip(
  { grid, context: { facts, signal } }: LayerController,
  chip: HTMLElement,
): void {
  const isIn = matchChip(facts, find<HTMLInputElement>("input", chip)!);
  chip.addEventListener("pointerenter", ({ pointerType }) => {
    if (pointerType === "mouse") grid.emphasize(isIn);
  }, { signal });
  chip.addEventListener("pointerleave", () => grid.emphasize(null), { signal });
}

function matchChip(
  { families, classes }: PairFacts,
  { name, value }: HTMLInputElement,
): (k: number) => boolean {
  if (name === "family") return (k) => String(families?.[k] ?? "") === value;
  return classes === null ? () => false : matchClass(classes, value);
}
