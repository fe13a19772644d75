import type { ReportLayer } from "../../report/report_layer.ts";

/** How the kernels of a layer are made, the rarest first: what tells layers apart at a glance. */
export const KERNEL_FORMS = ["photo", "dense", "depthwise", "pointwise", "wide"] as const;

/**
 * How the kernels of a layer are made: they read the photo, all of what is before (`dense`), a channel
 * each, single cells of several maps, or a neighbourhood of several maps.
 */
export type KernelForm = typeof KERNEL_FORMS[number];

/** Tells how the kernels of a layer are made. */
export function tellForm(
  { badges, readsImage, kernelShape }: Pick<ReportLayer, "badges" | "readsImage" | "kernelShape">,
): KernelForm {
  if (readsImage) return "photo";
  if (badges.includes("fully-connected")) return "dense";
  if (badges.includes("depthwise")) return "depthwise";
  return kernelShape.length > 0 && kernelShape.every((side) => side === 1) ? "pointwise" : "wide";
}
