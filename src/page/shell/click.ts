/**
 * Tells whether a click is the page's to follow: nobody has followed it yet, and the browser does
 * nothing else with it, as with those that open a window or save the link.
 */
export function isPlainClick(
  { defaultPrevented, button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent,
): boolean {
  return !defaultPrevented && button === 0 && !altKey && !ctrlKey && !metaKey && !shiftKey;
}
