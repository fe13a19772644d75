import { followAnchors } from "../shell/anchor.ts";
import { COMPARE_LINK } from "../compare/compare_link.ts";
import { COMPARE_PAGE } from "../compare/compare_page.ts";
import { openData } from "../files/data.ts";
import { find } from "../shell/dom.ts";
import { listenToKeys } from "../shell/keys.ts";
import { findWords, followLanguages } from "../shell/language.ts";
import { LAYER_LINKS } from "../layer/layer_links.ts";
import { LAYER_PAGE } from "../layer/layer_page.ts";
import type { Page } from "../shell/page.ts";
import { openSingleFile } from "../single_file/single_file.ts";
import { applyTheme, tellTheme, turnTheme } from "../shell/theme.ts";
import { followChoice } from "../shell/translation.ts";

const PAGES: readonly Page[] = [LAYER_PAGE, COMPARE_PAGE, COMPARE_LINK, LAYER_LINKS];

/** Starts the script on the page that is shown, until the signal. */
export function startPage(signal: AbortSignal): void {
  const { tools } = findWords();
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
  for (const page of PAGES) page.start(signal);
}

function openHelp(): void {
  const help = find<HTMLDialogElement>("#help");
  if (help?.open) help.close();
  else help?.showModal();
}

// Sideways only: scrollIntoView would move the page too.
function showCurrentLayer(): void {
  const current = find(".crumbs > [aria-current]");
  const row = current?.parentElement;
  if (!current || !row) return;
  const hidden = current.getBoundingClientRect().right - row.getBoundingClientRect().right;
  if (hidden > 0) row.scrollLeft += hidden;
}

openData();
applyTheme();
if (document.readyState === "loading") addEventListener("DOMContentLoaded", open);
else open();

function open(): void {
  if (openSingleFile(startPage)) return followChoice();
  startPage(new AbortController().signal);
  followAnchors();
}
