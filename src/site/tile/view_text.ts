import type { LayerReport } from "../../report/layer_report.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import { quantileSorted } from "../../tensor/d3_array.ts";
import type { Words } from "../../words/words.ts";
import { formatPercent } from "../format.ts";
import type { ViewedKernels } from "./kernel_view.ts";
import { tellAveraged } from "./panel_pictures.ts";
import { hidesSlices } from "./sprite.ts";

/** A layer, and what was measured of it. */
export interface ViewedLayer {
  readonly layer: ReportLayer;
  readonly measures: Pick<LayerReport, "leading"> | null;
}

type ViewWords = Pick<Words, "panel" | "tools">;

/** Says below a grid what the tiles of a view are; null where nothing needs to be said. */
export function describeTiles(
  viewed: ViewedKernels,
  subject: ViewedLayer,
  words: ViewWords,
): string | null {
  const { views } = words.tools;
  if (viewed.view === "leading") return views.strongestIsLight;
  return viewed.readable ? describeView(viewed, subject, words) : views.midGrey;
}

/** Says what the tiles of a view are, or that of kernel k; null where nothing needs to be said. */
export function describeView(
  { view, picture }: ViewedKernels,
  { layer, measures }: ViewedLayer,
  words: ViewWords,
  k: number | null = null,
): string | null {
  const { views } = words.tools;
  switch (view) {
    case "weights":
      return null;
    case "composed":
      return tellAveraged(views.composed, { picture, view: layer.effective! }, words);
    case "leading": {
      const { share = [], tinted = false } = measures?.leading ?? {};
      return views.leading(describeShare(k === null ? share : [share[k] ?? null], words), tinted);
    }
    case "mix":
      return hidesSlices(layer) ? views.strongestWeights : null;
    case "slices":
      return hidesSlices(layer) ? views.strongest : null;
  }
}

function describeShare(shares: readonly (number | null)[], { tools }: ViewWords): string {
  const known = shares.filter((share) => share !== null).toSorted((a, b) => a - b);
  const [least, most] = [known[0], known.at(-1)].map((share) => formatPercent(share ?? 0));
  if (known.length < 2) return least!;
  return tools.views.median(formatPercent(quantileSorted(known, 0.5)!), least!, most!);
}
