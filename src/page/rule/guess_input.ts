import { HOOKS } from "../../site/hook/hooks.ts";
import { isPlainClick } from "../shell/click.ts";
import { find, findAll } from "../shell/dom.ts";
import { findPair } from "../tile/grid.ts";
import type { ExerciseMoment, ExerciseOptions } from "./exercise_options.ts";
import { listenToDrags } from "./guess_drag.ts";
import { type Bin, formatGuesses, type Guesses, turnGuess, withGuess } from "./guesses.ts";
import { startTry } from "./started_try.ts";

/** Gives what is guessed while a reader guesses; null at other times. */
export type Guessing = () => ExerciseMoment | null;

/** Lets a reader sort kernels by clicks, keys and drags, while the maps are hidden. */
export function listenToGuesses(options: ExerciseOptions, guessing: Guessing): void {
  const { update, signal } = options;
  const change = (guesses: Guesses, k?: number): void =>
    update({ guess: formatGuesses(guesses), ...k === undefined ? {} : { k } });
  listenToClicks(options, guessing, change);
  listenToKeys(options, guessing, change);
  listenToDrags(options, (k, guess) => {
    const moment = guessing();
    if (moment) change(withGuess(moment.guesses, k, guess), k);
  }, () => guessing() !== null);
  find(HOOKS.exercise)?.addEventListener("click", ({ target }) => {
    const bin = target instanceof Element ? target.closest<HTMLElement>(HOOKS.bins) : null;
    const moment = guessing();
    if (bin && moment) sort(moment, bin.dataset.bin as Bin, { ...options, change });
  }, { signal });
}

type Change = (guesses: Guesses, k?: number) => void;

function listenToClicks(
  { list, signal }: ExerciseOptions,
  guessing: Guessing,
  change: Change,
): void {
  // Before the page takes the click for a choice of the pair.
  list.addEventListener("click", (event) => {
    const [moment, k] = [guessing(), findPair(event.target)];
    if (moment === null || k === null || !isPlainClick(event)) return;
    event.preventDefault();
    event.stopPropagation();
    change(turnGuess(moment.guesses, k), k);
  }, { signal, capture: true });
}

const KEYS: Readonly<Record<string, Bin | null>> = {
  "1": "photo",
  "2": "edges",
  "0": null,
  Backspace: null,
  Delete: null,
};

function listenToKeys(options: ExerciseOptions, guessing: Guessing, change: Change): void {
  addEventListener("keydown", (event) => {
    const { key, target } = event;
    const moment = guessing();
    if (moment === null || event.ctrlKey || event.altKey || event.metaKey) return;
    if (find(HOOKS.openDialog) || isTaken(target)) return;
    const { state: { k }, guesses, state } = moment;
    if (key === "Escape") options.update(startTry("", state));
    else if (key === "Enter" || key === " ") change(turnGuess(guesses, k));
    else if (key in KEYS) sort(moment, KEYS[key]!, { ...options, change });
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { signal: options.signal, capture: true });
}

function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(HOOKS.pressed) ||
    target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

// Goes on to the next kernel that is not sorted.
function sort(
  { state: { k }, guesses }: ExerciseMoment,
  guess: Bin | null,
  { list, focus, change }: ExerciseOptions & { readonly change: Change },
): void {
  const next = withGuess(guesses, k, guess);
  const order = findAll(HOOKS.gridItems, list).map(({ dataset }) => Number(dataset.k));
  const after = order.slice(order.indexOf(k) + 1);
  const open = guess === null ? k : after.find((each) => !next.has(each)) ?? k;
  change(next, open);
  focus(open);
}
