import { nameComparePage } from "../words/language.ts";
import { readState } from "./address.ts";
import { find } from "./dom.ts";
import { findWords } from "./language.ts";
import type { Page } from "./page.ts";

/** The link from a layer's page to the page that compares: it keeps the layer, photo and pair. */
export const COMPARE_LINK: Page = {
  start(signal): void {
    const data = find("main[data-layer]")?.dataset.layer;
    const link = find<HTMLAnchorElement>("[data-compare-link]");
    if (data === undefined || !link) return;
    const path = data.replace(/\/layer$/, "");
    const renew = (): void => {
      const state = makeState(path);
      link.setAttribute("href", `../../${nameComparePage(findWords().language)}#${state}`);
    };
    for (const event of ["pointerdown", "focus", "click"]) {
      link.addEventListener(event, renew, { signal, capture: true });
    }
    renew();
  },
};

function makeState(path: string): URLSearchParams {
  const own = readState();
  const photo = find<HTMLInputElement>('input[name="photo"]:checked')?.value;
  const stage = find<HTMLInputElement>('input[name="stage"]:checked')?.value;
  return new URLSearchParams({
    a: path,
    ...photo === undefined ? {} : { ai: photo },
    k: own.get("k") ?? "0",
    ...stage === "after" ? { stage } : {},
  });
}
