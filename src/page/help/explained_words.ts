import { type Hook, HOOKS } from "../../site/hook/hooks.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { isPlainClick } from "../shell/click.ts";
import { find } from "../shell/dom.ts";
import { placeBox } from "./box_place.ts";
import { type Explanation, openExplanation, type PageWord } from "./explanation.ts";

/** Explains the words of the page where they stand: pointed at, pressed, or by Enter. */
export function explainWords(files: ReportFiles, signal: AbortSignal): void {
  const box = find(HOOKS.explanation);
  if (!box) return;
  const explanation = openExplanation(box, { files, signal });
  listenToPresses(explanation, signal);
  listenToPointer(explanation, signal);
  listenToLeaving(explanation, signal);
}

function listenToPresses(explanation: Explanation, signal: AbortSignal): void {
  let held: PageWord | null = null; // a press closes it before the click comes
  document.addEventListener("pointerdown", () => {
    held = explanation.isAsked() ? explanation.word() : null;
  }, { signal, capture: true });
  document.addEventListener("click", (event) => {
    const word = findWord(event.target, HOOKS.about);
    if (!word || !isPlainClick(event)) return;
    event.preventDefault();
    event.stopPropagation(); // no link to follow
    const again = event.detail > 0 ? held : explanation.isAsked() ? explanation.word() : null;
    if (word === again) explanation.hide();
    else explanation.show(word, true);
  }, { signal });
  document.addEventListener("keydown", ({ key, target }) => {
    const choice = key === "Enter" ? findWord(target, HOOKS.explainedChoice) : null;
    if (choice) explanation.show(choice, true);
  }, { signal });
}

// Long enough to cross a word, and to come from it to its explanation.
const REST = 400; // milliseconds
const LEAVE = 300;

function listenToPointer({ box, ...explanation }: Explanation, signal: AbortSignal): void {
  let due: ReturnType<typeof setTimeout> | undefined;
  let over: PageWord | null = null; // what was closed opens anew only once it is left
  const after = (delay: number, act: () => void): void => {
    due = setTimeout(() => signal.aborted || act(), delay);
  };
  document.addEventListener("pointerover", ({ pointerType, target }) => {
    if (pointerType !== "mouse") return;
    if (target instanceof Node && box.contains(target)) return clearTimeout(due);
    const word = findWord(target, HOOKS.explained);
    if (word === over) return;
    over = word;
    clearTimeout(due);
    const isShown = explanation.word() !== null;
    if (isShown && explanation.isAsked()) return;
    if (word) after(REST, () => explanation.show(word, false, () => over === word));
    else if (isShown) after(LEAVE, explanation.hide);
  }, { signal });
  // Whoever presses asks for something else than what a pointer that rests is shown.
  for (const press of ["pointerdown", "keydown"]) {
    document.addEventListener(press, () => {
      if (over) clearTimeout(due);
    }, { signal, capture: true });
  }
}

function listenToLeaving({ box, word, hide }: Explanation, signal: AbortSignal): void {
  const isIn = (place: Element | null, target: EventTarget | null): boolean =>
    target instanceof Node && (place?.contains(target) ?? false);
  document.addEventListener("focusin", ({ target }) => {
    if (!isIn(box, target) && !isIn(word(), target)) hide();
  }, { signal });
  // It goes with its word, as far as that can be seen.
  document.addEventListener("scroll", ({ target }) => {
    const shown = word();
    if (!shown || isIn(box, target)) return;
    const { top, bottom } = shown.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) hide();
    else placeBox(box, shown);
  }, { signal, capture: true, passive: true });
}

function findWord(target: EventTarget | null, hook: Hook): PageWord | null {
  return target instanceof Element ? target.closest<HTMLElement>(hook) : null;
}
