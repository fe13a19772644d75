import type { KernelClasses } from "../../analysis/class/kernel_classes.ts";
import type { SiteWords } from "../../words/words.ts";
import { countClasses, keepTelling } from "./class_view.ts";
import { formatBarLength } from "../../site/format.ts";

/** The shares of the classes of a layer's kernels as a bar: the view of `shares.hbs`. */
export interface SharesView {
  /** The shares in words. */
  readonly words: string;
  readonly segments: readonly SegmentView[];
}

/** A class in the bar, in percent of its width. */
export interface SegmentView {
  readonly tone: string;
  /** Its kernels, counted. */
  readonly words: string;
  readonly left: string;
  readonly width: string;
}

/** Views the shares of the classes that have kernels; null where there are not two of them. */
export function viewShares(words: SiteWords, classes: KernelClasses | null): SharesView | null {
  if (classes === null) return null;
  const telling = keepTelling(countClasses(words, classes));
  if (telling.length === 0) return null;
  const { count: { list }, classMeaning: { counted } } = words;
  const all = classes.what.length;
  let before = 0;
  const segments = telling.map(({ name, tone, kernels, count }): SegmentView => {
    const left = formatBarLength(before / all);
    before += kernels;
    return { tone, words: counted(count, name), left, width: formatBarLength(kernels / all) };
  });
  return { words: list(segments.map(({ words }) => words)), segments };
}
