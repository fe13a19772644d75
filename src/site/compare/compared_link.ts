import type { ReportComparedLayer, ReportComparison } from "../../report/report_comparison.ts";
import { formatParams } from "../address.ts";

/** Links to two layers on the page that compares, at the pair whose maps differ most. */
export function linkPair(
  { a, b }: Pick<ReportComparison, "a" | "b">,
  layer: ReportComparedLayer,
): string {
  const { worst, kernels, stages } = layer;
  const k = worst?.kernel ?? kernels?.most?.kernel;
  const of = worst === null ? "kernels" : kernels === null ? "maps" : "both";
  const state = formatParams({
    a: `${a}/${layer.a}`,
    ...worst === null ? {} : { ai: worst.image },
    b: `${b}/${layer.b}`,
    ...worst === null ? {} : { bi: worst.image },
    ...k === undefined ? {} : { k },
    of,
    ...stages.a === "activated" || stages.b === "activated" ? { stage: "after" } : {},
    sort: worst === null ? "moved" : "error",
  });
  return `#${state}`;
}
