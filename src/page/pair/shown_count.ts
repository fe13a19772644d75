import { formatCount } from "../../site/format.ts";
import type { Words } from "../../words/words.ts";
import { find, tell } from "../shell/dom.ts";
import type { QueryProblem } from "./query.ts";

/** Says how many pairs are shown, and what of the search was not understood. */
export function tellShown(
  { tools, count }: Words,
  { shown, all, sorted, problems }: {
    readonly shown: number;
    readonly all: number;
    /** How they are sorted, in words; null where that says nothing. */
    readonly sorted: string | null;
    readonly problems: readonly QueryProblem[];
  },
): void {
  const counted = shown === 0
    ? tools.noneShown(formatCount(all))
    : tools.shown(formatCount(shown), formatCount(all));
  const told = problems.map((problem) => describeProblem(tools, problem));
  tell("shown", count.series([counted, ...told]));
  tell("sorted", sorted ?? "");
  sayLater(count.series([counted, ...sorted === null ? [] : [sorted], ...told]));
  find("#shown")?.classList.toggle("is-few", shown < all || problems.length > 0);
  find('[name="q"]')?.setAttribute("aria-invalid", String(problems.length > 0));
}

const PAUSE = 700; // milliseconds: a search is said once, not at every letter

let waiting: ReturnType<typeof setTimeout> | undefined;

// The first count is that of the page, which nobody asked for.
function sayLater(text: string): void {
  clearTimeout(waiting);
  const place = find('[data-out="shown-said"]');
  if (!place) return;
  if (place.dataset.counted !== undefined) {
    waiting = setTimeout(() => place.textContent = text, PAUSE);
  }
  place.dataset.counted = "";
}

function describeProblem(tools: Words["tools"], problem: QueryProblem): string {
  switch (problem.kind) {
    case "key":
      return tools.unknownKey(problem.key, problem.near);
    case "word":
      return tools.unknownFlag(problem.word);
    case "number":
      return tools.noNumber(problem.term);
  }
}
