import { HOOKS } from "../../site/hook/hooks.ts";
import { find } from "../shell/dom.ts";

/** Opens the help of the page, or closes it. */
export function turnHelp(): void {
  const help = find<HTMLDialogElement>(HOOKS.help);
  if (help?.open) help.close();
  else help?.showModal();
}
