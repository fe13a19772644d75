import { PHOTO_FROM } from "../../analysis/class/shows.ts";
import { COLOUR_CHROMA } from "../../analysis/kind/image_kernel_kind.ts";
import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import type { GuessResult } from "../../words/en/exercise_words.ts";
import type { Bin, Guesses } from "./guesses.ts";

/** What came of guesses, and which were wrong. */
export interface GuessScore extends GuessResult {
  /** The kernels that were sorted wrongly, most of the photo first. */
  readonly wrong: readonly number[];
}

/** What guesses are held against, a value a kernel. */
export interface GuessTruth {
  /** How much of its map is photo; null where it was not compared. */
  readonly keepsPicture: Values;
  readonly chroma: Values;
}

/** Finds what the map of a kernel keeps; null where it was not compared. */
export function findBinOf({ keepsPicture }: GuessTruth, k: number): Bin | null {
  const kept = keepsPicture[k] ?? null;
  return kept === null ? null : kept >= PHOTO_FROM ? "photo" : "edges";
}

/** Scores guesses by what the maps keep; a kernel whose map was not compared counts for nothing. */
export function scoreGuesses(guesses: Guesses, truth: GuessTruth): GuessScore {
  const known = [...guesses].filter(([k]) => findBinOf(truth, k) !== null);
  const isRight = ([k, guess]: readonly [number, Bin]): boolean => findBinOf(truth, k) === guess;
  const count = (name: Bin) => {
    const sorted = known.filter(([, guess]) => guess === name);
    return { right: sorted.filter(isRight).length, all: sorted.length };
  };
  const wrong = known.filter((each) => !isRight(each)).map(([k]) => k);
  const taken = wrong.filter((k) => guesses.get(k) === "photo");
  const coloured = taken.filter((k) => (truth.chroma[k] ?? 0) >= COLOUR_CHROMA.at).length;
  return {
    photo: count("photo"),
    edges: count("edges"),
    kernels: truth.keepsPicture.filter((kept) => kept !== null).length,
    led: { wrong: taken.length, coloured },
    wrong: wrong.toSorted((a, b) => truth.keepsPicture[b]! - truth.keepsPicture[a]! || a - b),
  };
}
