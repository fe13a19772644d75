import guess from "../../../templates/exercise/guess.hbs" with { type: "text" };
import matched from "../../../templates/exercise/matched.hbs" with { type: "text" };
import score from "../../../templates/exercise/score.hbs" with { type: "text" };
import sorted from "../../../templates/exercise/sorted.hbs" with { type: "text" };
import pair_minis from "../../../templates/rule/pair_minis.hbs" with { type: "text" };
import type { LayerData } from "../../site/layer_data.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { compileTemplates } from "../../site/template.ts";
import type { RulePartWords } from "../../words/words.ts";
import { fill, find, findPart } from "../shell/dom.ts";
import type { ViewState } from "../tile/view_state.ts";
import {
  type ExerciseSubject,
  type GuessView,
  type MatchedView,
  type ScoreView,
  type SortedView,
  viewGuess,
  viewMatched,
  viewScore,
  viewSorted,
} from "./exercise_view.ts";
import type { ExerciseMoment, ExerciseOptions } from "./exercise_options.ts";
import { listenToGuesses } from "./guess_input.ts";
import { markGuesses } from "./guess_marks.ts";
import { type Guesses, parseGuesses } from "./guesses.ts";

/** The exercise of a page. */
export interface Exercise {
  show(state: ViewState): void;
}

const render = compileTemplates<{
  readonly guess: GuessView;
  readonly matched: MatchedView;
  readonly score: ScoreView;
  readonly sorted: SortedView;
}>({ guess, matched, pair_minis, score, sorted });

/** Opens the exercise of the page; null where nothing was measured. */
export function openExercise(options: ExerciseOptions, words: RulePartWords): Exercise | null {
  const place = find(HOOKS.exercise);
  const subject = findSubject(options.data, { ...options.words, ...words });
  if (place === null || subject === null) return null;
  let moment: ExerciseMoment | null = null;
  let shown = "";
  let told: string | null = null;
  listenToGuesses(options, () => moment?.state.try === "guess" ? moment : null);
  return {
    show: (state) => {
      const guesses = parseGuesses(state.guess, options.data.layer.pairs);
      moment = { state, guesses };
      const name = nameShown(state);
      findPart(HOOKS.layerMain).dataset.try = name;
      markGuesses(moment, { ...options, subject });
      const now = `${name} ${state.guess}`;
      if (now === told) return; // another pair is chosen: what is said stays, and the focus in it
      told = now;
      if (name === "guess" && shown === name) return tellCounts(place, viewGuess(subject, guesses));
      const isTurned = shown !== "" || document.activeElement?.closest(HOOKS.tries) !== null;
      fill(place, renderShown(subject, { name, guesses }));
      place.hidden = name === "";
      if (name !== shown && isTurned) focusShown(place, name, () => options.focus(state.k));
      shown = name;
    },
  };
}

function findSubject(
  { layer, measures, photos }: LayerData,
  words: ExerciseSubject["words"],
): ExerciseSubject | null {
  const { kernels = null, averages = null } = measures ?? {};
  if (!kernels || !averages) return null;
  const { dcGain, chroma } = kernels;
  const { keepsPicture } = averages;
  return { layer, photos: photos.length, words, dcGain, chroma, keepsPicture };
}

// Once pairs are in another order, nothing is said of the one that was.
function nameShown({ try: name, sort }: ViewState): string {
  return name === "sort" && sort !== "keepsPicture" ? "" : name;
}

function renderShown(
  subject: ExerciseSubject,
  { name, guesses }: { readonly name: string; readonly guesses: Guesses },
): string {
  switch (name) {
    case "guess":
      return render("guess", viewGuess(subject, guesses));
    case "score":
      return render("score", viewScore(subject, guesses));
    case "sort":
      return render("sorted", viewSorted(subject));
    case "pairs":
      return render("matched", viewMatched(subject));
    default:
      return "";
  }
}

function tellCounts(place: Element, { photo, edges }: GuessView): void {
  findPart(HOOKS.sorted("photo"), place).textContent = photo;
  findPart(HOOKS.sorted("edges"), place).textContent = edges;
}

// What was pressed is gone: to the first kernel, to what is said, or back to the question.
function focusShown(place: HTMLElement, name: string, focusKernel: () => void): void {
  if (name === "guess") focusKernel();
  else if (name === "") find(HOOKS.askedTries)?.focus({ preventScroll: true });
  else place.focus({ preventScroll: true });
}
