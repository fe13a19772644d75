import slice_frames from "../../../templates/panel/slice_frames.hbs" with { type: "text" };
import { cutSlices, layoutSheet } from "../../raster/sheet.ts";
import { formatCount, formatPercent } from "../../site/format.ts";
import { findFirstInput, isMix } from "../../site/tile/sprite.ts";
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { listSlices } from "../tile/pixel_layout.ts";
import { fill, find, tell } from "../shell/dom.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import type { ViewState } from "../tile/view_state.ts";

/** Frames around slices of a kernel: the view of `slice_frames.hbs`. */
export interface SliceFramesView {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly { readonly x: number; readonly y: number }[];
}

const render = compileTemplates<{ readonly slice_frames: SliceFramesView }>({ slice_frames });

/** Frames the strongest slices among all of a kernel, and says how much of it they are. */
export function frameSlices(
  context: PanelContext,
  k: number,
  { kernels }: Pick<ViewState, "kernels">,
): void {
  if (isMix(context.data.layer)) markWeights(context, k);
  else frameStrongest(context, k, kernels === "slices");
}

// On a strip, in which a weight is as wide as a pixel.
function markWeights({ data: { layer, measures }, words }: PanelContext, k: number): void {
  const frames = find<SVGElement>(HOOKS.frames);
  const { input = [], share = [] } = measures?.mix ?? {};
  const chosen = input[k];
  if (!frames || !chosen) return;
  const weights = layer.inChannels / layer.group;
  const first = findFirstInput(layer, k);
  frames.setAttribute("viewBox", `0 0 ${weights} 1`);
  const places = chosen.map((each) => ({ x: each - first, y: 0 }));
  fill(frames, render("slice_frames", { width: 1, height: 1, frames: places }));
  const marked = { marked: formatCount(chosen.length), share: formatKnown(share[k] ?? null) };
  tell("slices", words.panel.allWeights(formatCount(weights), marked));
}

function formatKnown(share: number | null): string | null {
  return share === null ? null : formatPercent(share);
}

function frameStrongest({ data, words }: PanelContext, k: number, above: boolean): void {
  const frames = find<SVGElement>(HOOKS.frames);
  const { strongestSlices, strongestShare } = data.measures?.kernels ?? {};
  const strongest = strongestSlices?.[k];
  if (!frames || !strongest) return;
  const { inChannels, group, kernelShape } = data.layer;
  const inputs = inChannels / group;
  const chosen = strongest.length < inputs ? strongest : [];
  const { slices, width, height } = cutSlices([1, inputs, ...kernelShape]);
  const sheet = layoutSheet({ slices, width, height });
  frames.setAttribute("viewBox", `0 0 ${sheet.width} ${sheet.height}`);
  const step = { width: width + sheet.gap, height: height + sheet.gap };
  const places = listSlices(chosen, kernelShape).map((slice) => ({
    x: slice % sheet.columns * step.width - sheet.gap / 2,
    y: Math.floor(slice / sheet.columns) * step.height - sheet.gap / 2,
  }));
  fill(frames, render("slice_frames", { ...step, frames: places }));
  tell(
    "slices",
    words.panel.allSlices(formatCount(inputs), {
      framed: chosen.map(String),
      share: formatKnown(strongestShare![k] ?? null),
      above,
    }),
  );
}
