import { nameShareScript } from "../../plan/language.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import type { Words } from "../../words/words.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { find } from "../shell/dom.ts";
import type { SharePart } from "./share_part.ts";

/** Loads the part that shares, and lets it do so. */
export function share(
  { files, root, words: { language } }: {
    readonly files: ReportFiles;
    readonly root: string;
    readonly words: Pick<Words, "language">;
  },
  act: (part: SharePart) => void,
): void {
  if (find(HOOKS.openDialog)) return;
  void files.parts.load<SharePart>(root, nameShareScript(language)).then(act);
}
