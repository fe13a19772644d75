import { formatParams, type LayerAddress } from "../../site/address.ts";
import { formatAddress, parseAddress, readState } from "./address.ts";

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

/**
 * Makes the link to another layer that keeps the photo and the view of this one. A page of a folder
 * is named before the hash, one of a report in one file within it.
 */
export function keepView(href: string): string {
  const own = readState();
  const kept = KEPT.map((name) => [name, own.get(name) ?? undefined]);
  const rest = formatParams(Object.fromEntries(kept)).toString();
  const [path = "", hash = ""] = href.split("#");
  const { page } = parseAddress(hash);
  if (page !== null) return formatAddress({ page, rest });
  return rest === "" ? path : `${path}#${rest}`;
}
