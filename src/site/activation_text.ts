import type { ReportLayer } from "../report/report_layer.ts";
import type { Words } from "../words/words.ts";

/** Names what follows a convolution cell by cell, and what a fused one adds before. */
export function nameActivation(
  { activation, added }: Pick<ReportLayer, "activation" | "added">,
  { tools }: Pick<Words, "tools">,
): string {
  if (added === null) return activation.join(", ");
  const operators = activation.slice(1).join(", "); // the first one adds
  return operators === "" ? tools.added(added) : tools.withAdded(operators, added);
}

/** Whether it is not known which cells of a layer's maps are on: nothing follows in the file. */
export function isInactive(
  { activation, maps }: Pick<ReportLayer, "activation" | "maps">,
): boolean {
  return activation.length === 0 && maps.length > 0;
}

/** Whether a layer's numbers are quantized, and with them what may have followed it. */
export function isQuantized({ badges }: Pick<ReportLayer, "badges">): boolean {
  return badges.includes("quantized");
}
