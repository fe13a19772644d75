import type { KernelClasses } from "../analysis/class/kernel_classes.ts";
import { type What, WHATS } from "../analysis/class/what.ts";
import type { Facet } from "../words/en/class_words.ts";

/** What is asked of kernels beside what they look for, in the order of pages. */
export const FACETS = ["when", "where", "wiring", "acts", "shows"] as const;

/** Names the class that gives what a kernel looks for its mark: the place in style.css, `c-0`. */
export function nameTone(what: What): string {
  return `c-${WHATS.indexOf(what)}`;
}

/** Makes the test whether kernel k is in a class. */
export function matchClass(classes: KernelClasses, value: string): (k: number) => boolean {
  const facet = findFacet(value);
  if (facet === null) return (k) => classes.what[k] === value;
  const wanted = value.slice(`${facet}:`.length);
  return (k) => classes[facet][k] === wanted;
}

/** Finds the facet of a class; null for what kernels look for. */
export function findFacet(value: string): Facet | null {
  return FACETS.find((facet) => value.startsWith(`${facet}:`)) ?? null;
}
