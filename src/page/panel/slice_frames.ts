import { formatCount, formatPercent } from "../../site/format.ts";
import { cutSlices, layoutSheet } from "../../raster/sheet.ts";
import { createSvg, find, tell } from "../shell/dom.ts";
import type { PanelContext } from "../pair/panel_context.ts";

/** Frames the strongest slices among all of a kernel, and says how much of it they are. */
export function frameSlices({ data, words }: PanelContext, k: number): void {
  const frames = find<SVGElement>("[data-frames]");
  const { strongestSlices, strongestShare } = data.measures?.kernels ?? {};
  const chosen = strongestSlices?.[k];
  if (!frames || !chosen) return;
  const { inChannels, group, kernelShape } = data.layer;
  const { slices, width, height } = cutSlices([1, inChannels / group, ...kernelShape]);
  const sheet = layoutSheet({ slices, width, height });
  frames.setAttribute("viewBox", `0 0 ${sheet.width} ${sheet.height}`);
  frames.replaceChildren(...chosen.map((slice) =>
    createSvg("rect", {
      x: slice % sheet.columns * (width + sheet.gap) - sheet.gap / 2,
      y: Math.floor(slice / sheet.columns) * (height + sheet.gap) - sheet.gap / 2,
      width: width + sheet.gap,
      height: height + sheet.gap,
    })
  ));
  const share = strongestShare![k] ?? null;
  tell(
    "slices",
    words.panel.allSlices(formatCount(slices), {
      framed: chosen.map(String),
      share: share === null ? null : formatPercent(share),
    }),
  );
}
