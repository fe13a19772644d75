import { nameShareScript } from "../../plan/language.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { Words } from "../../words/words.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { find } from "../shell/dom.ts";
import { listenToKeys } from "../shell/keys.ts";
import type { SharePart } from "./share_part.ts";

/** What the part that shares is loaded by. */
export interface ShareContext {
  readonly files: ReportFiles;
  readonly root: string;
  readonly words: Pick<Words, "language">;
}

/** Loads the part that shares, and lets it do so. */
export function share(
  { files, root, words: { language } }: ShareContext,
  act: (part: SharePart) => void,
): void {
  if (find(HOOKS.openDialog)) return;
  void files.parts.load<SharePart>(root, nameShareScript(language)).then(act);
}

/** Lets the button and the key share, until the signal. */
export function listenToSharing(
  context: ShareContext,
  signal: AbortSignal,
  act: (part: SharePart) => void,
): void {
  const open = (): void => share(context, act);
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest(HOOKS.actOf("share"))) open();
  }, { signal });
  listenToKeys({ e: open }, signal);
}
