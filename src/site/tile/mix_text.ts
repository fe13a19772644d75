import type { MixColumns } from "../../analysis/matrix/mixing.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import type { Words } from "../../words/words.ts";
import { formatCount, formatPercent } from "../format.ts";

/** Says how many of its inputs are named as those that a kernel weighs most, and their share of its energy. */
export function describeMix(
  { input, share }: MixColumns,
  { layer: { inChannels, group }, k }: {
    readonly layer: Pick<ReportLayer, "inChannels" | "group">;
    readonly k: number;
  },
  { panel }: Pick<Words, "panel">,
): string {
  const named = formatCount(input[k]?.length ?? 0);
  const known = share[k] ?? null;
  return panel.mix(
    named,
    formatCount(inChannels / group),
    known === null ? null : formatPercent(known),
  );
}
