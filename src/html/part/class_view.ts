import type { KernelClasses } from "../../analysis/class/kernel_classes.ts";
import type { What } from "../../analysis/class/what.ts";
import type { SiteWords } from "../../words/words.ts";
import { formatCount } from "../../site/format.ts";
import {
  FACETS,
  isInClass,
  type KernelClass,
  listFacet,
  listWhats,
  nameTone,
} from "../../site/kernel_class.ts";

/** A class of kernels. */
export interface FacetClassView extends KernelClass {
  readonly count: string;
  readonly empty: boolean;
}

/** What kernels look for, with its mark: the view of `mark.hbs` too. */
export interface ClassView extends FacetClassView {
  /** The class in style.css that gives the mark its tone, such as `c-0`. */
  readonly tone: string;
}

/** Classes of kernels beside what they look for, such as when they fire. */
export interface FacetView {
  readonly name: string;
  readonly classes: readonly FacetClassView[];
}

/** Counts the kernels of each class of what kernels look for, also where there is none. */
export function countClasses(words: SiteWords, classes: KernelClasses): readonly ClassView[] {
  return listWhats(words).map((each) => {
    return { ...countClass(each, classes), tone: nameTone(each.value as What) };
  });
}

/** Counts the kernels of the classes of each facet of which something is known. */
export function countFacets(words: SiteWords, classes: KernelClasses): readonly FacetView[] {
  return FACETS.filter((facet) => classes[facet].some((value) => value !== null)).map((facet) => {
    return {
      name: words.kind.facets[facet].name,
      classes: listFacet(facet, words).map((each) => countClass(each, classes)),
    };
  });
}

function countClass(each: KernelClass, classes: KernelClasses): FacetClassView {
  const count = classes.what.filter((_, k) => isInClass(classes, each.value, k)).length;
  return { ...each, count: formatCount(count), empty: count === 0 };
}

/** Tells whether kernels look for two things or more, so that classes tell them apart. */
export function tellsApart({ what }: KernelClasses): boolean {
  return new Set(what).size > 1;
}
