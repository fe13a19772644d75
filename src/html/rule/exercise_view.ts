import { PHOTO_FROM } from "../../analysis/class/shows.ts";
import { matchGains } from "../../analysis/kind/gain_matches.ts";
import type { LayerSubject } from "../../site/layer_subject.ts";
import { countPhotos } from "../../site/shown_inputs.ts";
import { findKernelPicture } from "../../site/tile/kernel_view.ts";
import { TRIES, type Try } from "../../site/exercise_try.ts";

/** What a reader can try to find the rule: the view of `exercise.hbs`. */
export interface ExerciseView {
  readonly question: string;
  readonly tries: readonly { readonly value: Try; readonly name: string }[];
}

// Fewer pairs are examples.
const FEWEST_MATCHES = 3;

/** Views the exercise of a layer that reads the photo; null where there is nothing to try. */
export function viewExercise(subject: LayerSubject): ExerciseView | null {
  const { report, layer, measures, words: { exercise } } = subject;
  const { kernels = null, averages = null } = measures ?? {};
  if (!layer.readsImage || countPhotos(report, layer) === 0) return null;
  if (!layer.rule || findKernelPicture(layer) === null || !kernels || !averages) return null;
  const kept = averages.keepsPicture.filter((value) => value !== null);
  if (kept.length < 2) return null;
  const { keepsPicture } = averages;
  const isOffered: Readonly<Record<Try, boolean>> = {
    guess: kept.some((value) => value >= PHOTO_FROM) && kept.some((value) => value < PHOTO_FROM),
    sort: true,
    pairs: matchGains({ ...kernels, keepsPicture }).length >= FEWEST_MATCHES,
  };
  const tries = TRIES.filter((value) => isOffered[value])
    .map((value) => ({ value, name: exercise.tries[value] }));
  return { question: exercise.question, tries };
}
