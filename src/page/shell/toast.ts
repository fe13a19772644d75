import { create, find } from "./dom.ts";

const SHOWN = 2500; // milliseconds

/** Says something at the foot of the window for a moment. */
export function toast(text: string): void {
  find(".toast")?.remove();
  const note = create("p", { class: "toast", role: "status" }, text);
  (find("dialog[open]") ?? document.body).append(note);
  setTimeout(() => note.remove(), SHOWN);
}
