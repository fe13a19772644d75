/** Finds a part that a template puts on the page. */
export function findPart<Part extends Element>(root: ParentNode, selector: string): Part {
  const part = root.querySelector<Part>(selector);
  if (part === null) throw new Error(`Cannot find "${selector}": the page has no such part`);
  return part;
}
