import { formatParams, parseIndex } from "../../site/address.ts";
import { nameComparePage } from "../../plan/language.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { readState } from "../shell/address.ts";
import { find } from "../shell/dom.ts";
import type { Page } from "../shell/page.ts";
import { renewLink } from "../shell/renewed_link.ts";

/** The link from a layer's page to the page that compares: it keeps the layer, photo and pair. */
export const COMPARE_LINK: Page = {
  start(signal, { words: { language } }): void {
    const data = find(HOOKS.layerMain)?.dataset.layer;
    const link = find<HTMLAnchorElement>(HOOKS.compareLink);
    if (data === undefined || !link) return;
    const path = data.replace(/\/layer$/, "");
    const write = (): string => `../../${nameComparePage(language)}#${makeState(path)}`;
    renewLink(link, signal, write);
    link.setAttribute("href", write());
  },
};

function makeState(path: string): URLSearchParams {
  const own = readState();
  const photo = find<HTMLInputElement>(HOOKS.checked("photo"))?.value;
  const stage = find<HTMLInputElement>(HOOKS.checked("stage"))?.value;
  const kernels = own.get("kernels");
  return formatParams({
    a: path,
    ...photo === undefined ? {} : { ai: photo },
    k: parseIndex(own) ?? 0,
    ...stage === "after" ? { stage } : {},
    ...kernels === null ? {} : { kernels },
  });
}
