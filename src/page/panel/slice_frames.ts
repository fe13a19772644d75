import slice_frames from "../../../templates/panel/slice_frames.hbs" with { type: "text" };
import { cutSlices, layoutSheet } from "../../raster/sheet.ts";
import { formatCount, formatPercent } from "../../site/format.ts";
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { listSlices } from "../tile/pixel_layout.ts";
import { fill, find, tell } from "../shell/dom.ts";
import type { PanelContext } from "../pair/panel_context.ts";

/** Frames around slices of a kernel: the view of `slice_frames.hbs`. */
export interface SliceFramesView {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly { readonly x: number; readonly y: number }[];
}

const render = compileTemplates<{ readonly slice_frames: SliceFramesView }>({ slice_frames });

/** Frames the strongest slices among all of a kernel, and says how much of it they are. */
export function frameSlices({ data, words }: PanelContext, k: number): void {
  const frames = find<SVGElement>(HOOKS.frames);
  const { strongestSlices, strongestShare } = data.measures?.kernels ?? {};
  const chosen = strongestSlices?.[k];
  if (!frames || !chosen) return;
  const { inChannels, group, kernelShape } = data.layer;
  const { slices, width, height } = cutSlices([1, inChannels / group, ...kernelShape]);
  const sheet = layoutSheet({ slices, width, height });
  frames.setAttribute("viewBox", `0 0 ${sheet.width} ${sheet.height}`);
  const step = { width: width + sheet.gap, height: height + sheet.gap };
  const places = listSlices(chosen, kernelShape).map((slice) => ({
    x: slice % sheet.columns * step.width - sheet.gap / 2,
    y: Math.floor(slice / sheet.columns) * step.height - sheet.gap / 2,
  }));
  fill(frames, render("slice_frames", { ...step, frames: places }));
  const share = strongestShare![k] ?? null;
  tell(
    "slices",
    words.panel.allSlices(formatCount(inChannels / group), {
      framed: chosen.map(String),
      share: share === null ? null : formatPercent(share),
    }),
  );
}
