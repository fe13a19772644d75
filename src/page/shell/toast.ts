import notice from "../../../templates/page/toast.hbs" with { type: "text" };
import { HOOKS } from "../../site/hook/hooks.ts";
import { compileTemplates } from "../../site/template.ts";
import { find } from "./dom.ts";

/** Something that is said for a moment: the view of `toast.hbs`. */
export interface ToastView {
  readonly text: string;
}

const render = compileTemplates<{ readonly toast: ToastView }>({ toast: notice });
const SHOWN = 2500; // milliseconds

/** Says something at the foot of the window for a moment. */
export function toast(text: string): void {
  find(HOOKS.toast)?.remove();
  const place = find(HOOKS.openDialog) ?? document.body;
  place.insertAdjacentHTML("beforeend", render("toast", { text }));
  const note = place.lastElementChild;
  setTimeout(() => note?.remove(), SHOWN);
}
