import type { Picture } from "../../plan/picture.ts";
import type { SiteWords } from "../../words/words.ts";
import { formatCount } from "../../site/format.ts";
import { placeTile } from "../../site/tile/sprite.ts";

/** Small kernels that lead to their pairs: the view of `kernel_links.hbs`. */
export interface KernelLinksView {
  readonly kernels: readonly KernelLinkView[];
  /** How many more there are, in words; null where all are shown. */
  readonly more: string | null;
}

/** A kernel that leads to its pair. */
export interface KernelLinkView {
  readonly index: string;
  /** The classes that place its tile; null where there is no picture of kernels. */
  readonly place: string | null;
}

const MOST = 30; // two rows of a cell of the table

/** Views small kernels. */
export function viewKernelLinks(
  picture: Picture | null,
  indices: readonly number[],
  { rule: { links } }: SiteWords,
): KernelLinksView {
  const rest = indices.length - MOST;
  return {
    kernels: indices.slice(0, MOST).map((k) => {
      const index = String(k);
      return { index, place: picture && placeTile(picture, k) };
    }),
    more: rest > 0 ? links.more(formatCount(rest)) : null,
  };
}
