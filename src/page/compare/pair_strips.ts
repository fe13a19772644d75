import strips from "../../../templates/compare/strips.hbs" with { type: "text" };
import type { ComparePageWords } from "../../words/words.ts";
import { KINDS } from "../sides/compare_kind.ts";
import type { Results } from "../sides/compare_results.ts";
import { findTickAt, type StripName, type StripView, viewStrip } from "./pair_strip.ts";
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { isPlainClick } from "../shell/click.ts";
import { fill, findAll, findPart } from "../shell/dom.ts";

/** A strip, and where its worst pair is shown. */
interface LinkedStripView extends StripView {
  readonly href: string;
}

const render = compileTemplates<
  { readonly strips: { readonly strips: readonly LinkedStripView[] } }
>({ strips });

/** What the strips show, and who is told of a choice. */
export interface StripsOptions {
  readonly words: ComparePageWords;
  readonly results: Results;
  /** The chosen pair. */
  readonly k: number;
  /** The address of a pair. */
  readonly link: (k: number) => string;
  readonly choose: (k: number) => void;
}

const NAMES: readonly StripName[] = ["change", "cosine"];

/** Shows how far the pairs are apart and how alike, as far as that is measured. */
export function showStrips({ words: { compare }, results, k, link, choose }: StripsOptions): void {
  const shown = NAMES.flatMap((name) =>
    KINDS.flatMap((kind) => {
      const { found } = results[kind];
      const view = viewStrip(found, { name, title: compare.strips[name][kind], k, compare });
      return view === null ? [] : [{ found, name, view }];
    })
  );
  const place = findPart(HOOKS.strips);
  const views = shown.map(({ view }) => ({ ...view, href: link(view.worst.k) }));
  fill(place, render("strips", { strips: views }));
  findAll("figure", place).forEach((figure, i) => {
    const { found, name, view } = shown[i]!;
    findPart<SVGElement>("svg", figure).addEventListener("click", ({ clientX, currentTarget }) => {
      const { left, width } = (currentTarget as Element).getBoundingClientRect();
      const at = findTickAt(found, name, (clientX - left) / width);
      if (at !== null) choose(at);
    });
    findPart("a", figure).addEventListener("click", (event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      choose(view.worst.k);
    });
  });
}
