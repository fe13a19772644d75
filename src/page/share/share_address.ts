import { HOOKS } from "../../site/hook/hooks.ts";
import { find } from "../shell/dom.ts";
import { parseAddress } from "../shell/address.ts";

/** Where what is shared is to be found. */
export interface SharedAddress {
  /** As it is told. */
  readonly address: string;
  /** The same as a link; null where it leads to a disk. */
  readonly href: string | null;
}

/**
 * Finds the address that others can open: that of the published page, else of this one. Of a report on a
 * disk it is the path within the report's folder: what lies above it is nobody's business.
 *
 * @param root the way to the report's folder, such as `../`
 * @param hash what is shown there
 */
export function findSharedAddress(root: string, hash: string): SharedAddress {
  const canonical = find<HTMLLinkElement>(HOOKS.canonical)?.href;
  const { href, protocol, pathname } = location;
  const rest = hash.replace(/^#$/, "");
  if (canonical !== undefined || protocol !== "file:") {
    const address = (canonical ?? href.replace(/#.*$/s, "")) + rest;
    return { address, href: address };
  }
  const depth = parseAddress(hash).page === null ? root.split("/").length : 1;
  const path = pathname.split("/").slice(-depth).map(decodeURIComponent).join("/");
  return { address: path + rest, href: null };
}
