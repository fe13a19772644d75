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
