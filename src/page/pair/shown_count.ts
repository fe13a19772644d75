import { formatCount } from "../../site/format.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { Words } from "../../words/words.ts";
import { find, findPart, tell } from "../shell/dom.ts";
import type { QueryProblem } from "./query.ts";

/** The pairs that are shown, of all. */
export interface ShownPairs {
  readonly shown: number;
  readonly all: number;
  /** The chosen pair where it is not among them; null elsewhere. */
  readonly hidden: number | null;
  /** How they are sorted, in words; null where that says nothing. */
  readonly sorted: string | null;
  readonly problems: readonly QueryProblem[];
}

/** The place of the page that says how many pairs are shown. */
export interface ShownCount {
  /** Says how many, and what of the search was not understood. */
  tell(pairs: ShownPairs): void;
}

/** Takes hold of the count of the page, until the signal. */
export function openShownCount(words: Words, signal: AbortSignal): ShownCount {
  const say = openSpeech(signal);
  return { tell: (pairs) => say(tellShown(words, pairs)) };
}

// Gives what is said to those who listen.
function tellShown({ tools, count }: Words, pairs: ShownPairs): string {
  const { shown, all, hidden, sorted, problems } = pairs;
  const counted = count.series([
    shown === 0
      ? tools.noneShown(formatCount(all))
      : tools.shown(formatCount(shown), formatCount(all)),
    ...hidden === null ? [] : [tools.chosenHidden(String(hidden))],
  ]);
  const told = problems.map((problem) => describeProblem(tools, problem));
  tell("shown", counted);
  tell("sorted", sorted ?? "");
  tell("problems", count.series(told));
  find(HOOKS.shownCount)?.classList.toggle("is-few", shown < all);
  findPart(HOOKS.noneShown).hidden = shown > 0;
  find(HOOKS.control("q"))?.setAttribute("aria-invalid", String(problems.length > 0));
  return count.series([counted, ...sorted === null ? [] : [sorted], ...told]);
}

const PAUSE = 700; // milliseconds: a search is said once, not at every letter

// The first count is that of the page, which nobody asked for.
function openSpeech(signal: AbortSignal): (text: string) => void {
  const place = find(HOOKS.out("shown-said"));
  let last: string | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(waiting));
  return (text) => {
    if (text === last) return;
    clearTimeout(waiting);
    if (place && last !== null) waiting = setTimeout(() => place.textContent = text, PAUSE);
    last = text;
  };
}

function describeProblem(tools: Words["tools"], problem: QueryProblem): string {
  switch (problem.kind) {
    case "key":
      return tools.unknownKey(problem.key, problem.near);
    case "word":
      return tools.unknownFlag(problem.word, problem.near);
    case "number":
      return tools.noNumber(problem.term);
  }
}
