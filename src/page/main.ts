import { followAnchors } from "./anchor.ts";
import { COMPARE_LINK } from "./compare_link.ts";
import { COMPARE_PAGE } from "./compare_page.ts";
import { openData } from "./data.ts";
import { find } from "./dom.ts";
import { listenToKeys } from "./keys.ts";
import { findWords, followLanguages } from "./language.ts";
import { LAYER_LINKS } from "./layer_links.ts";
import { LAYER_PAGE } from "./layer_page.ts";
import type { Page } from "./page.ts";
import { openSingleFile } from "./single_file.ts";
import { applyTheme, tellTheme, turnTheme } from "./theme.ts";
import { followChoice } from "./translation.ts";

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
