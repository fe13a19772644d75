import { PHOTO_FROM } from "../../analysis/class/shows.ts";
import { type GainMatch, matchGains } from "../../analysis/kind/gain_matches.ts";
import type { ContrastColumns } from "../../analysis/kind/photo_contrast.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import { formatCount, formatGain, formatShare } from "../../site/format.ts";
import {
  type PairMinisView,
  type PairTiles,
  placePair,
  viewPairMinis,
} from "../plot/pair_minis.ts";
import type { CountWords } from "../../words/en/count_words.ts";
import type { ExerciseWords, MatchResult } from "../../words/en/exercise_words.ts";
import type { RuleWords } from "../../words/en/rule_words.ts";
import type { Guesses } from "./guesses.ts";
import { scoreGuesses } from "./guess_score.ts";

/** What an exercise is made of. */
export interface ExerciseSubject extends ContrastColumns {
  readonly layer: ReportLayer;
  /** Over how many photos the maps are averaged. */
  readonly photos: number;
  readonly words: {
    readonly count: CountWords;
    readonly exercise: ExerciseWords;
    readonly rule: RuleWords;
  };
}

/** Kernels are sorted while the maps are hidden: the view of `guess.hbs`. */
export interface GuessView {
  readonly words: ExerciseWords;
  readonly rule: string;
  readonly photo: string;
  readonly edges: string;
}

/** What came of it: the view of `score.hbs`. */
export interface ScoreView {
  readonly words: ExerciseWords;
  readonly score: string;
  /** What led astray; null where nothing did. */
  readonly led: string | null;
  readonly rule: string;
  /** Null where nothing is wrong. */
  readonly wrong: PairMinisView | null;
}

/** The pairs in the order of what their maps keep: the view of `sorted.hbs`. */
export interface SortedView {
  readonly words: ExerciseWords;
  readonly told: string;
}

/** Pairs of kernels that average alike: the view of `matched.hbs`. */
export interface MatchedView {
  readonly words: ExerciseWords;
  readonly verdict: string;
  readonly told: string;
  readonly rows: readonly MatchedRowView[];
  readonly gains: readonly string[];
  readonly more: string | null;
}

/** The coloured kernels, or the grey ones. */
export interface MatchedRowView {
  readonly name: string;
  readonly cells: readonly MatchedCellView[];
}

/** A kernel with its map, and how much of that is photo. */
export interface MatchedCellView extends PairTiles {
  readonly index: string;
  readonly name: string;
  readonly value: string;
}

/** Views a guess that goes on. */
export function viewGuess({ words, photos }: ExerciseSubject, guesses: Guesses): GuessView {
  const count = (name: string): string =>
    formatCount([...guesses.values()].filter((guess) => guess === name).length);
  const { exercise } = words;
  return {
    words: exercise,
    rule: exercise.rule(photos),
    photo: count("photo"),
    edges: count("edges"),
  };
}

/** Views what came of a guess. */
export function viewScore(subject: ExerciseSubject, guesses: Guesses): ScoreView {
  const { layer, photos, keepsPicture, words: { exercise, rule } } = subject;
  const score = scoreGuesses(guesses, subject);
  const value = (k: number): string => formatShare(keepsPicture[k]!);
  return {
    words: exercise,
    score: guesses.size === 0 ? exercise.none : exercise.score(score),
    led: score.led.wrong > 0 ? exercise.led(score) : null,
    rule: exercise.rule(photos),
    wrong: score.wrong.length > 0 ? viewPairMinis(layer, score.wrong, { rule, value }) : null,
  };
}

/** Views the pairs in the order of what their maps keep. */
export function viewSorted({ keepsPicture, photos, words }: ExerciseSubject): SortedView {
  const { exercise, count } = words;
  const kept = keepsPicture.filter((value) => value !== null).toSorted((a, b) => b - a);
  const half = kept.filter((value) => value >= PHOTO_FROM).length;
  return {
    words: exercise,
    told: count.sentences([
      exercise.sorted(formatShare(kept[0]!), formatShare(kept.at(-1)!), photos),
      half > 0 ? exercise.half(half) : exercise.noHalf,
      exercise.compare,
    ]),
  };
}

// So many stand beside each other on a page.
const MOST_MATCHES = 24;

// As shares of a map: what is nearer is not told apart.
const NEAR = 0.05;

/** Views pairs of a coloured and a grey kernel that average alike. */
export function viewMatched(subject: ExerciseSubject): MatchedView {
  const { dcGain, words: { exercise } } = subject;
  const matches = matchGains(subject);
  const shown = matches.slice(0, MOST_MATCHES);
  const result = compareMatches(matches, subject);
  const apart = result.coloured - result.grey;
  const verdict = Math.abs(apart) < NEAR ? "alike" : apart > 0 ? "coloured" : "grey";
  return {
    words: exercise,
    verdict: exercise.verdicts[verdict],
    told: exercise.matched(result),
    rows: (["coloured", "grey"] as const).map((name) => {
      const cells = shown.map((match) => viewCell(subject, match[name]));
      return { name: exercise.rows[name], cells };
    }),
    gains: shown.map(({ coloured }) => formatGain(dcGain[coloured]!)),
    more: matches.length > shown.length ? exercise.morePairs(formatCount(shown.length)) : null,
  };
}

function compareMatches(
  matches: readonly GainMatch[],
  { keepsPicture }: ContrastColumns,
): MatchResult {
  const mean = (name: keyof GainMatch): number =>
    matches.reduce((sum, match) => sum + keepsPicture[match[name]]!, 0) / matches.length;
  const more = matches.filter(({ coloured, grey }) =>
    keepsPicture[coloured]! > keepsPicture[grey]!
  );
  return {
    pairs: matches.length,
    coloured: mean("coloured"),
    grey: mean("grey"),
    more: more.length,
  };
}

function viewCell({ layer, keepsPicture, words }: ExerciseSubject, k: number): MatchedCellView {
  return {
    index: String(k),
    name: words.rule.links.pair(String(k)),
    value: formatShare(keepsPicture[k]!),
    ...placePair(layer, k),
  };
}
