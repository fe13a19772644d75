import { HOOKS } from "../../site/hook/hooks.ts";
import { find, findAll } from "./dom.ts";

/** Lets what buttons of the page open stand below them, until the signal. */
export function placeDropDowns(signal: AbortSignal): void {
  for (const opener of findAll<HTMLButtonElement>(HOOKS.openers)) {
    const opened = opener.popoverTargetElement;
    opened?.addEventListener("beforetoggle", () => {
      const { bottom } = opener.getBoundingClientRect();
      if (opened instanceof HTMLElement) opened.style.setProperty("--top", `${bottom + 4}px`);
    }, { signal });
  }
}

/** Opens what holds an element where it is closed, and gives the element the focus. */
export function focusWithin(element: HTMLElement): void {
  if (element.offsetParent === null) element.closest<HTMLElement>(HOOKS.dropDowns)?.showPopover?.();
  element.focus();
}

/** Tells whether something is open that closes by Escape. */
export function hasOpen(): boolean {
  if (find(HOOKS.openDialog) !== null) return true;
  return "popover" in HTMLElement.prototype && find(HOOKS.openDropDown) !== null;
}
