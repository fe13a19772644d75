import { HOOKS } from "../../site/hook/hooks.ts";
import { hasOpen } from "./drop_down.ts";

/** What a key does; by `KeyboardEvent.key`. */
export type Shortcuts = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Lets keys do things, but not while the reader types or chooses from a list. */
export function listenToKeys(shortcuts: Shortcuts, signal: AbortSignal): void {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (takesKey(event.target, event.key)) return;
    if (event.key === "Escape" && hasOpen()) return; // it closes itself
    const act = shortcuts[event.key];
    if (!act) return;
    event.preventDefault();
    act(event);
  }, { signal });
}

// Fields take every key, lists and radios those that move within them, buttons and links Enter.
function takesKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false; // a point of a plot is an element of SVG
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  if (target instanceof HTMLInputElement) {
    if (target.type === "checkbox" || target.type === "radio") {
      return key.startsWith("Arrow") && target.type === "radio" || key === "Enter" || key === " ";
    }
    return key !== "Escape";
  }
  if (key === "Enter") return target.matches(HOOKS.pressed);
  return key.startsWith("Arrow") && target.closest(HOOKS.scrolled) !== null;
}
