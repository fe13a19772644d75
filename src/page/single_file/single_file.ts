import { LANGUAGES, nameComparePage, namePage } from "../../plan/language.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { formatAddress, namesAnchor, parseAddress } from "../shell/address.ts";
import { findAnchor, showAnchor } from "../shell/anchor.ts";
import { isPlainClick } from "../shell/click.ts";
import { readPage } from "./inert_page.ts";
import type { EmbeddedFiles } from "../files/embedded_files.ts";
import type { ReportFiles } from "../files/report_files.ts";
import { findLanguage } from "../shell/translation.ts";
import { resolveLink } from "../files/report_path.ts";
import { placePage } from "./shown_page.ts";

const HOME = namePage(LANGUAGES[0]);

/** The page that is shown, and the end of its time. */
interface Shown {
  /** Its path; null before the first. */
  readonly page: string | null;
  readonly end: AbortController;
}

/** Shows the pages of a report in one file, and calls `start` with the signal of each page's end. */
export function startSingleFile(
  embedded: EmbeddedFiles,
  files: ReportFiles,
  start: (signal: AbortSignal) => void,
): void {
  const depths = new Map<string, number>(); // how far down pages were left, by hash
  let shown: Shown = { page: null, end: new AbortController() };
  let followed = true; // the address comes from a link, not from Back or Forward

  const show = async (): Promise<void> => {
    const { page, rest } = requirePage(embedded, shown.page);
    const depth = followed ? null : depths.get(location.hash) ?? 0;
    followed = false;
    if (page !== shown.page) {
      shown.end.abort();
      shown = { page, end: new AbortController() };
      const { signal } = shown.end;
      if (!await turnTo(page, { embedded, files, signal })) return;
      start(signal);
      scrollTo(0, depth ?? 0);
    }
    if (depth === null) goTo(rest);
  };
  addEventListener("hashchange", ({ oldURL }) => {
    depths.set(new URL(oldURL).hash, scrollY);
    show();
  });
  addEventListener("click", (event) => {
    followed = follow(embedded, event, shown.page ?? "");
  });
  show();
}

// Gives false where the page is left before it is there.
async function turnTo(
  path: string,
  { embedded, files, signal }: {
    readonly embedded: EmbeddedFiles;
    readonly files: ReportFiles;
    readonly signal: AbortSignal;
  },
): Promise<boolean> {
  embedded.leaveUrls();
  files.data.forgetAll();
  const page = await readPage(embedded, path);
  if (signal.aborted) return false;
  placePage(page, embedded, signal);
  embedded.closeLeftUrls();
  files.tellShownPage(path);
  return true;
}

// An address without a page is one of the page that is shown, as a script may have written it.
function requirePage(
  embedded: EmbeddedFiles,
  shown: string | null,
): { readonly page: string; readonly rest: string } {
  const { page, rest } = parseAddress(location.hash);
  const held = page === null ? shown ?? HOME : embedded.holds(page) ? page : HOME;
  const address = { page: shown === null ? translate(embedded, held) : held, rest };
  if (address.page !== page) {
    history.replaceState(history.state, "", formatAddress(address));
  }
  return address;
}

// As pages of a folder do: the default language gives way to the reader's.
function translate(embedded: EmbeddedFiles, page: string): string {
  const [name = "", ...folders] = page.split("/").toReversed();
  const nameTranslation = [namePage, nameComparePage].find((each) => each(LANGUAGES[0]) === name);
  if (!nameTranslation) return page;
  const translated = nameTranslation(findLanguage() ?? LANGUAGES[0]);
  const translation = [...folders.toReversed(), translated].join("/");
  return embedded.holds(translation) ? translation : page;
}

// Gives whether the click follows a link within the report.
function follow(embedded: EmbeddedFiles, event: MouseEvent, page: string): boolean {
  const anchor = event.target instanceof Element ? event.target.closest(HOOKS.links) : null;
  if (anchor === null || !isPlainClick(event)) return false;
  const href = anchor.getAttribute("href")!;
  if (href === location.hash) goTo(parseAddress(href).rest);
  if (href.startsWith("#")) return href !== location.hash;
  const place = resolveLink(page, href);
  if (place === null || !embedded.holds(place.path)) return false;
  event.preventDefault();
  if (place.path.endsWith(".html")) {
    location.hash = formatAddress({ page: place.path, rest: place.rest });
    return true;
  }
  void save(embedded, place.path);
  return false;
}

async function save(embedded: EmbeddedFiles, path: string): Promise<void> {
  const anchor = document.createElement("a");
  anchor.href = await embedded.openDownload(path);
  anchor.download = path.split("/").at(-1)!;
  anchor.click();
}

// As browsers do for a hash of their own: it comes into view, and Tab goes on from there.
function goTo(rest: string): void {
  const anchor = findAnchor(rest);
  if (anchor === null) return;
  if (namesAnchor(rest)) showAnchor(anchor);
  anchor.scrollIntoView();
  if (anchor.hasAttribute("tabindex")) return;
  anchor.tabIndex = -1;
  anchor.focus({ preventScroll: true });
  anchor.removeAttribute("tabindex");
}
