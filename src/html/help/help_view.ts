import type { CutTileView } from "../../site/tile/cut_tile.ts";
import type { KeyWords, SearchWords } from "../../words/en_page/help_words.ts";
import type { SiteWords } from "../../words/words.ts";
import type { ExplainedGroupView } from "./explained_view.ts";

/** How a page is read, its keys, and what its words mean: the view of `help.hbs`. */
export interface HelpView {
  readonly sentences: readonly ReadingView[];
  readonly keys: readonly KeyWords[];
  /** What arrows do on pictures; null where there are none to move on. */
  readonly arrows: string | null;
  /** What can be searched for; empty where there is no search. */
  readonly queries: readonly SearchWords[];
  /** The words that the page explains. */
  readonly explained: readonly ExplainedGroupView[];
}

/** A sentence on how to read a page. */
export interface ReadingView {
  readonly sentence: string;
  /** What of the page it speaks of; null where it speaks of all. */
  readonly tile: CutTileView | null;
}

/** How large tiles stand beside sentences: their longer side, in CSS pixels. */
export const HELP_SIDE = 64;

/** What a kind of page has to say. */
export interface HelpSubject {
  /** Whose keys it has. */
  readonly keys: "index" | "model" | "layer" | "compare";
  /** Whether it has what can be shared. @default true */
  readonly shares?: boolean;
  /** Sentences, each with the tile that it speaks of, if any. */
  readonly sentences: readonly (readonly [sentence: string, tile?: CutTileView | null])[];
  readonly explained: readonly (ExplainedGroupView | null)[];
}

/** Views the help of a page. */
export function viewHelp(
  { keys, shares = true, sentences, ...subject }: HelpSubject,
  words: SiteWords,
): HelpView {
  const { help } = words;
  const hidden = shares ? [] : ["e"];
  const explained = subject.explained.filter((group) => group !== null);
  return {
    sentences: sentences.map(([sentence, tile = null]) => ({ sentence, tile })),
    keys: help.shortcuts[keys].filter((each) => !each.keys.some((key) => hidden.includes(key))),
    arrows: shares ? help.arrows[keys] : null,
    queries: keys === "layer" ? help.queries.examples : [],
    explained,
  };
}
