import { HOOKS } from "../../site/hook/hooks.ts";
import type { LayerData } from "../../site/layer_data.ts";
import { namePair } from "../../site/pair_name.ts";
import type { Words } from "../../words/words.ts";
import { find, findAll } from "../shell/dom.ts";
import type { ExerciseMoment } from "./exercise_options.ts";
import type { ExerciseSubject } from "./exercise_view.ts";
import { findBinOf } from "./guess_score.ts";
import type { Bin } from "./guesses.ts";

/** Where guesses are marked, and what they are held against. */
export interface MarkedGuesses {
  readonly list: HTMLElement;
  readonly data: LayerData;
  readonly words: Words;
  readonly subject: ExerciseSubject;
}

/** Marks in the grids what was guessed, and once the maps are shown whether it was right. */
export function markGuesses({ state, guesses }: ExerciseMoment, marked: MarkedGuesses): void {
  const { list, data, words, subject } = marked;
  const { exercise } = subject.words;
  const [isGuess, isScore] = [state.try === "guess", state.try === "score"];
  const wasNamed = list.classList.contains("is-guessed");
  list.classList.toggle("is-guessed", isGuess);
  for (const name of ["photo", "edges"] as const) {
    list.style.setProperty(`--${name}`, JSON.stringify(exercise.slots[name]));
  }
  for (const item of findAll(HOOKS.gridItems, list)) {
    const k = Number(item.dataset.k);
    const guess = isGuess || isScore ? guesses.get(k) ?? null : null;
    const kept = isScore && guess !== null ? findBinOf(subject, k) : null;
    setMarks(item, {
      guess: isGuess ? guess : null,
      isRight: kept === null ? null : kept === guess,
    });
    if (!isGuess && !wasNamed) continue;
    const name = isGuess
      ? exercise.kernel(String(k), guess && exercise[guess])
      : namePair(data.measures, k, words);
    find("a", item)?.setAttribute("aria-label", name);
  }
}

function setMarks(
  { classList }: Element,
  { guess, isRight }: { readonly guess: Bin | null; readonly isRight: boolean | null },
): void {
  classList.toggle("is-photo", guess === "photo");
  classList.toggle("is-edges", guess === "edges");
  classList.toggle("is-right", isRight === true);
  classList.toggle("is-wrong", isRight === false);
}
