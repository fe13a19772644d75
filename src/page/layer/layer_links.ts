import { HOOKS } from "../../site/hook/hooks.ts";
import { findAll } from "../shell/dom.ts";
import { keepView } from "../shell/kept_view.ts";
import type { Page } from "../shell/page.ts";
import { renewLink } from "../shell/renewed_link.ts";

/** The links from a layer's page to the others of its model: they keep the photo and the view. */
export const LAYER_LINKS: Page = {
  start(signal): void {
    for (const link of findAll<HTMLAnchorElement>(HOOKS.layerLinks)) {
      renewLink(link, signal, () => keepView(link.getAttribute("href")!));
    }
  },
};
