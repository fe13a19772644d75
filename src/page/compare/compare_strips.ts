import type { Words } from "../../words/words.ts";
import type { Results } from "./compare_results.ts";
import { drawStrip, tallyCosines } from "./compare_strip.ts";
import { find } from "../shell/dom.ts";

/** What the strips show, and who is told of a choice. */
export interface StripsOptions {
  readonly words: Words;
  readonly results: Results;
  /** The chosen pair. */
  readonly k: number;
  readonly choose: (k: number) => void;
}

/** Shows how alike the kernels are and how alike the maps, as far as that is measured. */
export function showStrips({ words: { compare }, results, k, choose }: StripsOptions): void {
  const kinds = [
    [results.kernels, compare.stripKernels, compare.tallyKernels],
    [results.maps, compare.stripMaps, compare.tallyMaps],
  ] as const;
  const strips = kinds.flatMap(([{ found }, title, describe]) => {
    const tally = tallyCosines(found);
    return tally ? [drawStrip(found, { title, tally: describe(tally), k, choose })] : [];
  });
  find("[data-strips]")?.replaceChildren(...strips);
}
