import type { Out } from "../../site/hook/hook_names.ts";
import { type Hook, HOOKS } from "../../site/hook/hooks.ts";

/** A part of a part that is known by its tag alone. */
export type Tag = keyof HTMLElementTagNameMap | keyof SVGElementTagNameMap;

/** Finds the one element that a selector names; null where a page is without it. */
export function find<Found extends Element = HTMLElement>(
  selector: Hook | Tag,
  within: ParentNode = document,
): Found | null {
  return within.querySelector<Found>(selector);
}

/** Finds a part that every page of this kind has: a template without it is a mistake. */
export function findPart<Part extends Element = HTMLElement>(
  selector: Hook | Tag,
  within: ParentNode = document,
): Part {
  const part = find<Part>(selector, within);
  if (part === null) throw new Error(`Cannot find "${selector}": the page has no such part`);
  return part;
}

/** Finds all elements that a selector names. */
export function findAll<Found extends Element = HTMLElement>(
  selector: Hook | Tag,
  within: ParentNode = document,
): readonly Found[] {
  return [...within.querySelectorAll<Found>(selector)];
}

/** Makes an element of text, other elements and attributes. */
export function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
}

/** Fills a place with what a template renders. */
export function fill(place: Element, markup: string): void {
  place.innerHTML = markup.trim(); // no text of blanks behind the last item
}

/** Writes text where `data-out` names its place. */
export function tell(name: Out, text: string): void {
  for (const place of findAll(HOOKS.out(name))) {
    if (place.textContent !== text) place.textContent = text;
  }
}
