import { HOOKS } from "../../site/hook/hooks.ts";
import { find, findPart } from "../shell/dom.ts";

/** Opens the help of the page, or closes it. */
export function turnHelp(): void {
  const help = find<HTMLDialogElement>(HOOKS.help);
  if (help === null) return;
  if (help.open) return help.close();
  help.showModal();
  findPart("h2", help).focus(); // `autofocus` would lead to it on pages without script
}
