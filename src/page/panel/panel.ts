import { nameActivation } from "../../site/activation_text.ts";
import { findMapsData } from "../../site/layer_data.ts";
import type { LayerPhoto } from "../../report/layer_file.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { nameChannelLook } from "../tile/colour_filters.ts";
import { find, findAll, tell } from "../shell/dom.ts";
import { showMapTile } from "../pair/map_tile.ts";
import { describePair, tellClass, tellFacets, tellFlags } from "./pair_head.ts";
import {
  describeRange,
  findKernelSheet,
  findLargeSheet,
  findMaps,
  findPhoto,
  findWholeSheet,
  MAP_FIT,
  nameKernelLook,
  nameWeightsLook,
  type PanelContext,
} from "../pair/panel_context.ts";
import { showExperiments } from "./experiment_rows.ts";
import { openProbe } from "../probe/probe.ts";
import { frameSlices } from "./slice_frames.ts";
import { findSheet, fitSide, showTile } from "../tile/tile.ts";
import { findTarget } from "../tile/value_range.ts";
import { findOverlay } from "../../site/tile/tile_range.ts";
import type { ViewState } from "../tile/view_state.ts";
import { showTuning } from "./tuning_figures.ts";
import { openWeightReadout } from "../probe/weight_readout.ts";

/** The panel of one pair. */
export interface Panel {
  /** Shows a pair. */
  show(k: number, state: ViewState): void;
}

/** Takes hold of the panel of the page. */
export function openPanel(context: PanelContext): Panel {
  const { data, words } = context;
  const probe = openProbe(context);
  const weights = openWeightReadout(context);
  return {
    show: (k, state) => {
      tell("title", words.panel.pair(String(k)));
      tell("label", data.measures?.labels?.[k] ?? "");
      tellClass(context, k);
      tellFacets(context, k);
      tellFlags(context, k, state);
      showKernel(context, k, state);
      frameSlices(context, k, state);
      weights.show(k, state.kernels);
      const photo = findPhoto(data, state.image);
      if (photo) showMaps(context, k, { photo, state });
      if (photo) tellRanges(context, k, { photo, state });
      tell("enlarged", describePair(context, k, photo));
      probe.show(k, state);
      showExperiments(context, k);
      showTuning(context, k);
    },
  };
}

const KERNELS = [
  ["kernel", findKernelSheet, fitSide(110)],
  ["thumb-kernel", findKernelSheet, fitSide(44)],
  ["big-kernel", findLargeSheet, fitSide(385)],
] as const;
const SHEET = { near: 110, most: 190, shrunk: 190 };
const CHANNEL = fitSide(55);
const SIGNED = { shared: null, map: "signed" } as const;

function showKernel(context: PanelContext, k: number, state: ViewState): void {
  for (const [name, findTiles, fit] of KERNELS) {
    const tile = find(HOOKS.tile(name));
    const sheet = findTiles(context, state.kernels);
    if (!tile || !sheet) continue;
    showTile(tile, sheet, k, fit);
    tile.style.setProperty("--look", nameKernelLook(context.data, state));
  }
  showWeights(context, k, state);
}

function showWeights(context: PanelContext, k: number, { kernels, map }: ViewState): void {
  const { data, kernelRanges } = context;
  const whole = findWholeSheet(context);
  const sheet = find(HOOKS.tile("sheet"));
  if (sheet && whole) {
    showTile(sheet, whole, k, SHEET);
    sheet.style.setProperty("--look", nameWeightsLook(data, map));
  }
  const range = kernelRanges(kernels)[k];
  for (const tile of findAll(HOOKS.tile("channel"))) {
    if (whole) showTile(tile, whole, k, CHANNEL);
    tile.style.setProperty("--look", nameChannelLook(tile.dataset.channel!));
    if (range) tile.style.setProperty("--overlay", findOverlay(range, findTarget(range, SIGNED)));
  }
}

interface OnPhoto {
  readonly photo: LayerPhoto;
  readonly state: ViewState;
}

const THUMB = fitSide(44);
const BIG = fitSide(385);

function showMaps(context: PanelContext, k: number, { photo, state }: OnPhoto): void {
  const { picture, activated } = findMaps(context.data, photo.id);
  const { files } = context;
  const before = { stage: "before", sheet: findSheet(files, picture) } as const;
  const after = activated && { stage: "after", sheet: findSheet(files, activated) } as const;
  const shown = state.stage === "after" && after ? after : before;
  const places = [
    ["before", before, MAP_FIT],
    ["after", after, MAP_FIT],
    ["thumb-map", shown, THUMB],
    ["big-map", shown, BIG],
  ] as const;
  for (const [name, staged, fit] of places) {
    const tile = find(HOOKS.tile(name));
    if (!tile || !staged) continue;
    showMapTile(context, tile, { ...staged, k, image: photo.id, fit, map: state.map });
  }
  const over = find(HOOKS.tile("over"));
  if (over) showTile(over, (after ?? before).sheet, k, MAP_FIT);
}

function tellRanges({ data, words }: PanelContext, k: number, { photo, state }: OnPhoto): void {
  const maps = findMapsData(data, photo.id);
  const ranges = { before: maps?.channels ?? null, after: maps?.activated ?? null };
  const describe = (stage: keyof typeof ranges): string =>
    describeRange(words, ranges[stage]?.min[k] ?? null, ranges[stage]?.max[k] ?? null);
  tell("range-before", describe("before"));
  tell("range-after", describe("after"));
  const { before, after } = words.panel;
  const followed = ranges.after !== null;
  const shown = followed ? state.stage : "before";
  const activation = nameActivation(data.layer, words);
  const stage = shown === "after" ? after(activation) : before(activation);
  tell("range-shown", followed ? `${stage} ${describe(shown)}` : describe(shown));
}
