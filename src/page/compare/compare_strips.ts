import cosines from "../../../templates/compare/cosines.hbs" with { type: "text" };
import type { ComparePageWords } from "../../words/words.ts";
import type { Results } from "./compare_results.ts";
import { type CosinesView, findCosineAt, tallyCosines, viewCosines } from "./compare_strip.ts";
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { fill, findAll, findPart } from "../shell/dom.ts";

const render = compileTemplates<
  { readonly cosines: { readonly strips: readonly CosinesView[] } }
>({ cosines });

/** What the strips show, and who is told of a choice. */
export interface StripsOptions {
  readonly words: ComparePageWords;
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
    return tally ? [{ found, view: viewCosines(found, { title, tally: describe(tally), k }) }] : [];
  });
  const place = findPart(HOOKS.strips);
  fill(place, render("cosines", { strips: strips.map(({ view }) => view) }));
  findAll<SVGElement>("svg", place).forEach((svg, i) => {
    svg.addEventListener("click", ({ clientX }) => {
      const { left, width } = svg.getBoundingClientRect();
      const at = findCosineAt(strips[i]!.found, (clientX - left) / width);
      if (at !== null) choose(at);
    });
  });
}
