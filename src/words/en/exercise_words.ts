import { formatCount, plural, tellShare } from "../quantity.ts";

/** How many of what a reader sorted is right. */
export interface SortedCount {
  readonly right: number;
  readonly all: number;
}

/** What came of a guess. */
export interface GuessResult {
  /** What was sorted under "keeps the photo". */
  readonly photo: SortedCount;
  /** What was sorted under "keeps edges". */
  readonly edges: SortedCount;
  /** How many kernels have a map that can be compared. */
  readonly kernels: number;
  /** How many of the wrong ones under "keeps the photo" there are, and how many of these are coloured. */
  readonly led: { readonly wrong: number; readonly coloured: number };
}

/** What pairs of kernels that average alike come to. */
export interface MatchResult {
  readonly pairs: number;
  /** How much of the maps is photo, on average. */
  readonly coloured: number;
  readonly grey: number;
  /** In how many pairs the map of the coloured kernel is more of a photo. */
  readonly more: number;
}

/** The words of the exercise, in English. */
export const EXERCISE_EN = {
  label: "Find the rule yourself",
  question: "Which of these kernels make maps that still look like the photo?",
  tries: {
    guess: "Guess",
    sort: "Sort by what the map keeps",
    pairs: "Hold averaging fixed",
  },
  close: "Close",
  again: "Start again",
  on: "Guess on",
  toRule: "What it comes to ↓",
  reveal: "Show the maps",
  photo: "Keeps the photo",
  edges: "Keeps edges",
  /** What stands in the place of a map. */
  slots: { photo: "photo", edges: "edges" },
  guess:
    "The maps are hidden. Click a kernel to turn its guess, drag it to one of the two, or press " +
    "1, 2, and 0 to take it back.",
  kernel: (k: string, guess: string | null) => `Kernel ${k}: ${guess ?? "not sorted"}`,
  none: "Nothing is sorted yet: click a kernel.",
  rule: (photos: number) =>
    "A map keeps the photo where at least half of it is photo (R² of 0.5 or more" +
    `${photos === 1 ? "" : `, mean of ${plural(photos, "photo")}`}); all others count as edges.`,
  score: ({ photo, edges, kernels }: GuessResult) => {
    const [right, all] = [photo.right + edges.right, photo.all + edges.all];
    const parts = [["under “keeps the photo”", photo], ["under “keeps edges”", edges]] as const;
    const told = parts.filter(([, { all }]) => all > 0)
      .map(([name, count]) => `${formatCount(count.right)} of ${formatCount(count.all)} ${name}`);
    return `${formatCount(right)} of ${formatCount(all)} right: ${told.join(", ")}. ` +
      `Sorted: ${formatCount(all)} of ${plural(kernels, "kernel")}.`;
  },
  led: ({ led: { wrong, coloured } }: GuessResult) =>
    `Of the ${plural(wrong, "kernel")} whose maps you took for photos wrongly, ` +
    `${formatCount(coloured)} ${coloured === 1 ? "is" : "are"} coloured.`,
  wrong: "Wrong, with how much of the map is photo:",
  sorted: (first: string, last: string, photos: number) =>
    `Sorted by how much of the map is photo (R²${
      photos === 1 ? "" : `, mean of ${plural(photos, "photo")}`
    }), from ${first} to ${last}.`,
  half: (count: number) =>
    `${count === 1 ? "The first is" : `The first ${formatCount(count)} are`} half photo or more.`,
  noHalf: "None is half photo.",
  compare: "What do the first kernels share, and the last lack?",
  matched: ({ pairs, coloured, grey, more }: MatchResult) =>
    `${
      plural(pairs, "pair")
    } of a coloured and a grey kernel that average alike. The maps of the ` +
    `coloured are ${tellShare(coloured)} photo on average, those of the grey ${tellShare(grey)}; ` +
    `the coloured map is more of a photo in ${formatCount(more)} of ${plural(pairs, "pair")}.`,
  /** What it comes to, by whether the means are near each other. */
  verdicts: {
    alike: "With averaging held fixed, colour makes hardly a difference.",
    coloured: "With averaging held fixed, maps of coloured kernels are still more of a photo.",
    grey: "With averaging held fixed, maps of grey kernels are more of a photo.",
  },
  rows: { coloured: "coloured", grey: "grey", gain: "DC gain" },
  morePairs: (count: string) => `The first ${count} are shown, those that average most.`,
  note:
    "Numbers: how much of the map is photo (R²). Alike: one DC gain is at most half as much again as the other; below 0.01 neither averages.",
};

/** The words of the exercise. */
export type ExerciseWords = typeof EXERCISE_EN;
