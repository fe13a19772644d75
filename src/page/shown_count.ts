import type { Words } from "../words/words.ts";
import { find, tell } from "./dom.ts";
import type { QueryProblem } from "./query.ts";

/** Says how many pairs are shown, and what of the search was not understood. */
export function tellShown(
  { tools }: Words,
  { shown, all, problems }: {
    readonly shown: number;
    readonly all: number;
    readonly problems: readonly QueryProblem[];
  },
): void {
  const count = shown === 0
    ? tools.noneShown(String(all))
    : tools.shown(String(shown), String(all));
  tell("shown", [count, ...problems.map((problem) => describeProblem(tools, problem))].join("; "));
  find("#shown")?.classList.toggle("is-few", shown < all || problems.length > 0);
  find('[name="q"]')?.setAttribute("aria-invalid", String(problems.length > 0));
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
