import type { ReportLayer } from "../../report/report_layer.ts";
import type { Words } from "../../words/words.ts";
import type { ViewedKernels } from "./kernel_view.ts";
import { tellAveraged } from "./panel_pictures.ts";
import { hidesSlices } from "./sprite.ts";

/** Says below a grid what the tiles of a view are; null where nothing needs to be said. */
export function describeTiles(
  viewed: ViewedKernels,
  layer: ReportLayer,
  words: Pick<Words, "panel" | "tools">,
): string | null {
  return viewed.readable ? describeView(viewed, layer, words) : words.tools.views.midGrey;
}

/** Says what the tiles of a view are; null where nothing needs to be said. */
export function describeView(
  { view, picture }: ViewedKernels,
  layer: ReportLayer,
  words: Pick<Words, "panel" | "tools">,
): string | null {
  const { views } = words.tools;
  switch (view) {
    case "weights":
      return null;
    case "composed":
      return tellAveraged(views.composed, { picture, view: layer.effective! }, words);
    case "mix":
      return hidesSlices(layer) ? views.strongestWeights : null;
    case "slices":
      return hidesSlices(layer) ? views.strongest : null;
  }
}
