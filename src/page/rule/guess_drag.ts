import { HOOKS } from "../../site/hook/hooks.ts";
import { swallowClick } from "../shell/click.ts";
import { create, find, findAll, findPart } from "../shell/dom.ts";
import { findPair } from "../tile/grid.ts";
import type { Bin } from "./guesses.ts";

/** Where kernels are dragged from. */
export interface DraggedKernels {
  readonly list: HTMLElement;
  readonly signal: AbortSignal;
}

// In pixels: a hand that clicks moves less.
const CLICK = 6;

/** Lets mouse and pen drag kernels into a bin; a finger scrolls the page and taps kernels. */
export function listenToDrags(
  { list, signal }: DraggedKernels,
  drop: (k: number, guess: Bin) => void,
  isOn: () => boolean,
): void {
  list.addEventListener("dragstart", (event) => isOn() && event.preventDefault(), { signal });
  list.addEventListener("pointerdown", (down) => {
    const k = findPair(down.target);
    if (!isOn() || k === null || down.pointerType === "touch" || down.button !== 0) return;
    drag(down, { list, signal }, (guess) => drop(k, guess));
  }, { signal });
}

function drag(
  down: PointerEvent,
  { list, signal }: DraggedKernels,
  drop: (guess: Bin) => void,
): void {
  const ended = new AbortController();
  const until = { signal: AbortSignal.any([signal, ended.signal]) };
  let ghost: HTMLElement | null = null;
  const end = (): void => {
    ended.abort();
    ghost?.remove();
    lightBin(null);
  };
  addEventListener("pointermove", (move) => {
    const distance = Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY);
    if (ghost === null && distance < CLICK) return;
    ghost ??= liftKernel(down.target as Element);
    ghost.style.translate = `${move.clientX}px ${move.clientY}px`;
    lightBin(findBin(move));
  }, until);
  addEventListener("pointerup", (up) => {
    const bin = findBin(up);
    const isDrag = ghost !== null;
    end();
    if (!isDrag) return;
    swallowClick(list, signal); // it turns no guess
    if (bin) drop(bin.dataset.bin as Bin);
  }, until);
  addEventListener("pointercancel", end, until);
}

function findBin({ clientX, clientY }: PointerEvent): HTMLElement | null {
  return document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>(HOOKS.bins) ?? null;
}

function lightBin(lit: Element | null): void {
  for (const bin of findAll(HOOKS.bins)) bin.classList.toggle("is-lit", bin === lit);
}

// Its tile, under the pointer.
function liftKernel(target: Element): HTMLElement {
  const tile = find("i", target.closest(HOOKS.pairItem)!)!.cloneNode() as HTMLElement;
  const ghost = create("div", { class: "ghost", "data-size": "m" }, tile);
  findPart(HOOKS.exercise).append(ghost);
  return ghost;
}
