import { formatError } from "../../site/compare/error_text.ts";
import { describeView } from "../../site/tile/view_text.ts";
import type { ComparePageWords } from "../../words/words.ts";
import { listKinds } from "../sides/compare_kind.ts";
import type { Results } from "../sides/compare_results.ts";
import type { CompareState } from "../sides/compare_state.ts";
import { findLargestShare } from "./difference_sheet.ts";
import { findScale } from "./shared_view.ts";

/** Says what the tiles of the grid show, and what their shades or colours stand for. */
export function describeGridScale(
  words: ComparePageWords,
  state: CompareState,
  results: Results,
): string {
  const { compare: { scales }, count } = words;
  const differing = state.show === "difference" ? describeColours(words, state, results) : [];
  if (differing.length > 0) return scales.colours(count.series(differing));
  const shown = state.of === "maps"
    ? []
    : results.sides.flatMap(({ data, kernels }) =>
      kernels?.viewed ? describeView(kernels.viewed, data, words) ?? [] : []
    );
  return count.series([...new Set(shown), scales[findScale(results.sides, state)]]);
}

function describeColours(
  { compare, count }: ComparePageWords,
  state: CompareState,
  results: Results,
): readonly string[] {
  const kinds = listKinds(state);
  return kinds.flatMap((kind) => {
    const { differences } = results[kind];
    if (differences === null) return [];
    const share = formatError(findLargestShare(differences.pairs));
    const text = compare.scales.apart[state.scale](share);
    return kinds.length === 1 ? text : compare[kind] + count.colon + text;
  });
}
