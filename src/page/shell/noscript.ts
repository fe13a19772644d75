/**
 * Puts what an element holds for pages without script, in `<noscript>`, in its place: large parts
 * cost nothing until they are asked for.
 */
export function inlineNoscript(element: Element): void {
  const still = element.querySelector("noscript");
  // Text where the browser read the page, elements where a script did.
  const content = still?.firstElementChild ? still : parse(still?.textContent ?? "");
  still?.replaceWith(...content.childNodes);
}

function parse(text: string): HTMLElement {
  return new DOMParser().parseFromString(text, "text/html").body;
}
