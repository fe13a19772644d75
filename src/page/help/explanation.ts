import { type Hook, HOOKS } from "../../site/hook/hooks.ts";
import type { Control } from "../../site/hook/hook_names.ts";
import { parseAddress } from "../shell/address.ts";
import { findAnchor } from "../shell/anchor.ts";
import { isPlainClick } from "../shell/click.ts";
import { find, findAll, tell } from "../shell/dom.ts";
import { placeBox } from "./box_place.ts";
import { turnHelp } from "./help.ts";

/** A word of the page that is explained. */
type Word = HTMLElement | SVGElement;

/** Where words are explained, one at a time. */
interface Explanation {
  readonly box: HTMLElement;
  /** Shows what a word means; what the reader asked for stays until another is, or it is left. */
  show(word: Word, asked: boolean): void;
  hide(): void;
  /** The word that is explained; null where none is. */
  readonly word: () => Word | null;
  readonly isAsked: () => boolean;
}

/** Explains the words of the page where they stand: pointed at, pressed, or by Enter. */
export function explainWords(signal: AbortSignal): void {
  const box = find(HOOKS.explanation);
  if (!box) return;
  const explanation = openExplanation(box, signal);
  listenToPresses(explanation, signal);
  listenToPointer(explanation, signal);
  listenToLeaving(explanation, signal);
}

function openExplanation(box: HTMLElement, signal: AbortSignal): Explanation {
  let shown: Word | null = null;
  let isAsked = false;
  const hide = (): void => {
    if (shown) box.hidePopover();
  };
  // Escape and a press elsewhere close it too.
  box.addEventListener("beforetoggle", ({ newState }) => {
    if (newState === "open") return;
    shown = null;
    box.replaceChildren();
  }, { signal });
  const show = (word: Word, asked: boolean): void => {
    const meaning = findMeaning(word);
    if (!meaning) return;
    if (!box.showPopover) return openAt(meaning);
    hide();
    box.append(copyMeaning(meaning));
    // One within a list that is open leaves that open.
    box.showPopover(word instanceof HTMLElement ? { source: word } : {});
    [shown, isAsked] = [word, asked];
    placeBox(box, word);
    if (asked) tell("explained", box.textContent!);
  };
  return { box, show, hide, word: () => shown, isAsked: () => isAsked };
}

// A word is a link to its explanation in the help, or a choice that has one.
function findMeaning(word: Word): HTMLElement | null {
  const select = HOOKS.select(word.dataset.aboutChosen as Control);
  const name = word.dataset.about ?? find<HTMLSelectElement>(select)?.value;
  const { rest } = parseAddress(word.getAttribute("href") ?? "");
  return findAnchor(name === undefined ? rest : `about-${name}`);
}

function copyMeaning(meaning: HTMLElement): Node {
  const copy = meaning.cloneNode(true) as HTMLElement;
  for (const each of [copy, ...findAll(HOOKS.named, copy)]) each.removeAttribute("id");
  return copy;
}

// Where the browser has no popovers.
function openAt(meaning: HTMLElement): void {
  turnHelp();
  meaning.scrollIntoView();
}

function listenToPresses(explanation: Explanation, signal: AbortSignal): void {
  let held: Word | null = null; // a press closes it before the click comes
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
  const after = (delay: number, act: () => void): void => {
    due = setTimeout(() => signal.aborted || act(), delay);
  };
  document.addEventListener("pointerover", ({ pointerType, target }) => {
    clearTimeout(due);
    const shown = explanation.word();
    if (pointerType !== "mouse" || shown && explanation.isAsked()) return;
    if (target instanceof Node && box.contains(target)) return;
    const word = findWord(target, HOOKS.explained);
    if (word && word !== shown) after(REST, () => explanation.show(word, false));
    else if (!word && shown) after(LEAVE, explanation.hide);
  }, { signal });
}

function listenToLeaving({ box, word, hide }: Explanation, signal: AbortSignal): void {
  const leave = ({ target }: Event): void => {
    if (target instanceof Node && (box.contains(target) || word()?.contains(target))) return;
    hide();
  };
  document.addEventListener("focusin", leave, { signal });
  document.addEventListener("scroll", leave, { signal, capture: true, passive: true });
}

function findWord(target: EventTarget | null, hook: Hook): Word | null {
  return target instanceof Element ? target.closest<HTMLElement>(hook) : null;
}
