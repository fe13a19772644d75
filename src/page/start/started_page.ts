import { HOOKS } from "../../site/hook/hooks.ts";
import { followAnchors } from "../shell/anchor.ts";
import { openReportFiles } from "../files/report_files.ts";
import { find } from "../shell/dom.ts";
import { explainWords } from "../help/explained_words.ts";
import { turnHelp } from "../help/help.ts";
import { listenToKeys } from "../shell/keys.ts";
import { followLanguages } from "../shell/language.ts";
import type { Page, PageContext } from "../shell/page.ts";
import { applyTheme, tellTheme, turnTheme } from "../shell/theme.ts";
import type { Words } from "../../words/words.ts";

/** Starts what a script does on each kind of page, on the one page of a folder that it stands on. */
export function startFolderPage<Said extends Words>(
  words: Said,
  pages: readonly Page<Said>[],
): void {
  awaitDocument(() => {
    const files = openReportFiles(null, null);
    startPage(pages, { words, files }, new AbortController().signal);
    followAnchors();
  });
}

/** Prepares what every page needs, and goes on once the document is there. */
export function awaitDocument(start: () => void): void {
  applyTheme();
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
}

/** Starts on the page that is shown, until the signal. */
export function startPage<Said extends Words>(
  pages: readonly Page<Said>[],
  around: PageContext<Said>,
  signal: AbortSignal,
): void {
  const { tools } = around.words;
  tellTheme(tools);
  followLanguages(signal);
  showCurrentLayer();
  const turn = (): void => turnTheme(tools);
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const act = target.closest<HTMLElement>(HOOKS.act)?.dataset.do;
    if (act === "theme") turn();
    if (act === "help") turnHelp();
    if (act === "close") target.closest("dialog")?.close();
  }, { signal });
  explainWords(around.files, signal);
  listenToKeys({ t: turn, "?": turnHelp }, signal);
  for (const page of pages) page.start(signal, around);
}

// Sideways only: scrollIntoView would move the page too.
function showCurrentLayer(): void {
  const current = find(HOOKS.currentCrumb);
  const row = current?.parentElement;
  if (!current || !row) return;
  const hidden = current.getBoundingClientRect().right - row.getBoundingClientRect().right;
  if (hidden > 0) row.scrollLeft += hidden;
}
