import type { ViewedKernels } from "../../site/tile/kernel_view.ts";
import type { ColourMap } from "./view_state.ts";

/**
 * Finds the colours in which kernels stand: tiles with colours of their own keep them, and bars have
 * those of their signs where grey would make a picture of them.
 */
export function findKernelColours(viewed: ViewedKernels | null, map: ColourMap): ColourMap {
  if (viewed?.coloured) return "grey";
  return viewed?.view === "mix" && map === "grey" ? "signed" : map;
}
