import { followAnchors } from "../shell/anchor.ts";
import { COMPARE_LINK } from "../compare/compare_link.ts";
import { COMPARE_PAGE } from "../compare/compare_page.ts";
import { openReportFiles } from "../files/report_files.ts";
import { find } from "../shell/dom.ts";
import { listenToKeys } from "../shell/keys.ts";
import { chooseWords, followLanguages } from "../shell/language.ts";
import { LAYER_LINKS } from "../layer/layer_links.ts";
import { LAYER_PAGE } from "../layer/layer_page.ts";
import type { Page, PageContext } from "../shell/page.ts";
import { startSingleFile } from "../single_file/single_file.ts";
import { applyTheme, tellTheme, turnTheme } from "../shell/theme.ts";
import { followChoice } from "../shell/translation.ts";
import type { Words } from "../../words/words.ts";

const PAGES: readonly Page[] = [LAYER_PAGE, COMPARE_PAGE, COMPARE_LINK, LAYER_LINKS];

/** Starts the script of the pages, in those languages whose words it is given. */
export function startScript(translations: readonly Words[]): void {
  applyTheme();
  const open = (): void => {
    const files = openReportFiles();
    const start = (signal: AbortSignal): void => {
      startPage(signal, { words: chooseWords(translations), files });
    };
    if (files.embedded) {
      startSingleFile(files.embedded, files, start);
      return followChoice();
    }
    start(new AbortController().signal);
    followAnchors();
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", open);
  else open();
}

// Starts on the page that is shown, until the signal.
function startPage(signal: AbortSignal, around: PageContext): void {
  const { tools } = around.words;
  tellTheme(tools);
  followLanguages(signal);
  showCurrentLayer();
  const turn = (): void => turnTheme(tools);
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const act = target.closest<HTMLElement>("[data-do]")?.dataset.do;
    if (act === "theme") turn();
    if (act === "help") openHelp();
    if (act === "close") target.closest("dialog")?.close();
  }, { signal });
  listenToKeys({ t: turn, "?": openHelp }, signal);
  for (const page of PAGES) page.start(signal, around);
}

function openHelp(): void {
  const help = find<HTMLDialogElement>("#help");
  if (help?.open) help.close();
  else help?.showModal();
}

// Sideways only: scrollIntoView would move the page too.
function showCurrentLayer(): void {
  const current = find(".breadcrumb > [aria-current]");
  const row = current?.parentElement;
  if (!current || !row) return;
  const hidden = current.getBoundingClientRect().right - row.getBoundingClientRect().right;
  if (hidden > 0) row.scrollLeft += hidden;
}
