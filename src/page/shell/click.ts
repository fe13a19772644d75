/**
 * Tells whether a click is the page's to follow: nobody has followed it yet, and the browser does
 * nothing else with it, as with those that open a window or save the link.
 */
export function isPlainClick(
  { defaultPrevented, button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent,
): boolean {
  return !defaultPrevented && button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;
}

/** Keeps the click that ends a drag over an element from its links and from the page. */
export function swallowClick(element: Element, signal: AbortSignal): void {
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  element.addEventListener("click", swallow, { capture: true, once: true, signal });
  setTimeout(() => element.removeEventListener("click", swallow, { capture: true })); // there may be none
}
