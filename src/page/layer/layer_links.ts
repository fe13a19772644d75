import { formatParams, type LayerAddress } from "../../site/address.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { formatAddress, parseAddress, readState } from "../shell/address.ts";
import { findAll } from "../shell/dom.ts";
import type { Page } from "../shell/page.ts";
import { renewLink } from "../shell/renewed_link.ts";

// How a layer is looked at; the pair, its class and its order are the layer's own.
const KEPT = [
  "image",
  "stage",
  "kernels",
  "scale",
  "map",
  "size",
  "layout",
] as const satisfies readonly (keyof LayerAddress)[];

/** The links from a layer's page to the others of its model: they keep the photo and the view. */
export const LAYER_LINKS: Page = {
  start(signal): void {
    for (const link of findAll<HTMLAnchorElement>(HOOKS.layerLinks)) {
      renewLink(link, signal, () => keepView(link.getAttribute("href")!));
    }
  },
};

// A page of a folder is named before the hash, one of a report in one file within it.
function keepView(href: string): string {
  const own = readState();
  const kept = KEPT.map((name) => [name, own.get(name) ?? undefined]);
  const rest = formatParams(Object.fromEntries(kept)).toString();
  const [path = "", hash = ""] = href.split("#");
  const { page } = parseAddress(hash);
  if (page !== null) return formatAddress({ page, rest });
  return rest === "" ? path : `${path}#${rest}`;
}
