import { HOOKS } from "../../site/hook/hooks.ts";
import type { OverviewPageWords } from "../../words/words.ts";
import { link } from "../shell/address.ts";
import { find, findPart } from "../shell/dom.ts";
import type { Page } from "../shell/page.ts";
import { listenToSharing } from "../share/share_loader.ts";

/** The first page: the three pictures that head it can be shared. */
export const FIRST_PAGE: Page<OverviewPageWords> = {
  start(signal, { words, files }): void {
    const trio = find(HOOKS.trio);
    if (!trio) return;
    const context = { words, files, root: findPart("main").dataset.root! };
    listenToSharing(context, signal, (part) =>
      part.shareTrio({
        ...context,
        ...{ trio, signal },
        hash: link(new URLSearchParams()),
        title: findPart("h1").textContent!,
        lead: findPart(HOOKS.lead).textContent!,
      }));
  },
};
