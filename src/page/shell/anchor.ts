import { HOOKS } from "../../site/hook/hooks.ts";
import { namesAnchor, parseAddress } from "./address.ts";

// What comes near the window gets its own height, and the script fills what stands above.
const SETTLING = 3000; // milliseconds

const SIGNS = ["pointerdown", "keydown", "wheel"] as const;

/**
 * Brings a part of the page to the top of the window, and again while the page grows: only some
 * browsers hold what is seen in its place. It rests once the reader does anything.
 */
export function showAnchor(anchor: Element): void {
  anchor.closest("details")?.setAttribute("open", ""); // not every browser unfolds what it goes to
  const shown = new AbortController();
  const until = { signal: shown.signal, capture: true, passive: true };
  let depth: number | null = null; // how far down the anchor has been found
  // In the frame after: WebKit does not know before how far the page can be scrolled.
  const observer = new ResizeObserver(() => requestAnimationFrame(follow));
  const end = (): void => {
    observer.disconnect();
    shown.abort();
  };
  // Bars of windows send no other sign than that the page is elsewhere.
  const rest = (): void => {
    if (depth !== null && scrollY !== depth) end();
  };
  const follow = (): void => {
    rest(); // a frame may come between a scroll and its event
    if (shown.signal.aborted) return;
    anchor.scrollIntoView();
    depth = scrollY;
  };
  observer.observe(document.body);
  for (const sign of SIGNS) addEventListener(sign, end, until);
  addEventListener("scroll", rest, until);
  setTimeout(end, SETTLING);
}

/** Finds what an address names in the page that is shown; null for a state of it. */
export function findAnchor(rest: string): HTMLElement | null {
  try {
    return document.getElementById(decodeURIComponent(rest));
  } catch {
    return null;
  }
}

/** Shows what the address of a page names, and what its links name. */
export function followAnchors(): void {
  // Back and a reload come to where the reader was, and to the state that is kept here.
  if (history.state === null) show(location.hash);
  history.replaceState(history.state ?? "shown", "");
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest(HOOKS.ownLink) : null;
    if (link) show(link.getAttribute("href")!);
  });
}

function show(hash: string): void {
  const { rest } = parseAddress(hash);
  const anchor = namesAnchor(rest) ? findAnchor(rest) : null;
  if (anchor) showAnchor(anchor);
}
