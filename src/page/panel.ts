import { nameLook } from "./colour_map.ts";
import type { PhotoData } from "../html/layer_data.ts";
import { find, findAll, tell } from "./dom.ts";
import type { Look } from "./grid.ts";
import { describePair, tellClass, tellFlags } from "./pair_head.ts";
import {
  findKernelSheet,
  findMaps,
  findPhoto,
  MAP_FIT,
  type PanelContext,
  tellRange,
} from "./panel_context.ts";
import { openProbe } from "./probe_view.ts";
import { fitSide, type Sheet, showTile } from "./tile.ts";
import { findTarget, findVeil } from "./value_range.ts";
import type { ViewState } from "./view_state.ts";
import { openWeights } from "./weights.ts";

/** The panel of one pair. */
export interface Panel {
  /** Shows a pair: for good, or while the pointer is on it. */
  show(k: number, state: ViewState, settled: boolean): void;
}

/** Takes hold of the panel of the page. */
export function openPanel(context: PanelContext): Panel {
  const { data, words } = context;
  const probe = openProbe(context);
  const weights = openWeights(context);
  return {
    show: (k, state, settled) => {
      tell("title", words.panel.pair(String(k)));
      tellClass(context, k);
      tellFlags(context, k, state);
      showKernel(context, k, state);
      weights.show(k);
      const photo = findPhoto(data, state.image);
      if (photo) showMaps(context, k, { photo, state });
      tell("stage", describePair(context, k, photo));
      probe.show(k, state, settled);
    },
  };
}

const KERNEL = fitSide(110);
const CHANNEL = fitSide(55);
const PEEK = fitSide(44);
const BIG = fitSide(385);

function showKernel(context: PanelContext, k: number, state: ViewState): void {
  const { data, kernelRanges } = context;
  const sheet = findKernelSheet(data);
  if (!sheet) return;
  const coloured = sheet.picture.kind === "kernels" && data.layer.inChannels === 3;
  for (
    const [name, fit] of [["kernel", KERNEL], ["peek-kernel", PEEK], ["big-kernel", BIG]] as const
  ) {
    const tile = find(`[data-tile="${name}"]`);
    if (!tile) continue;
    showTile(tile, sheet, k, fit);
    tile.style.setProperty("--look", coloured ? "none" : nameLook(state.map));
  }
  const range = kernelRanges[k];
  for (const tile of findAll('[data-tile="channel"]')) {
    showTile(tile, sheet, k, CHANNEL);
    tile.style.setProperty("--look", `url("#look-channel-${tile.dataset.channel}")`);
    if (range) tile.style.setProperty("--veil", findVeil(range, findTarget(range, SIGNED)));
  }
}

const SIGNED = { shared: null, map: "signed" } as const;

function showMaps(
  context: PanelContext,
  k: number,
  { photo, state }: { readonly photo: PhotoData; readonly state: ViewState },
): void {
  const { data, words } = context;
  const maps = findMaps(data, photo.id);
  const columns = data.measures?.maps.find((each) => each.image === photo.id) ?? null;
  const before = { picture: maps.picture, folder: "" };
  const after = maps.activated && { picture: maps.activated, folder: "" };
  const shown = state.stage === "after" && after ? after : before;
  const stage = shown === after ? "after" : "before";
  const look = { scale: state.scale, map: state.map };
  showMap(context, {
    name: "before",
    sheet: before,
    stage: "before",
    fit: MAP_FIT,
    k,
    photo,
    look,
  });
  if (after) {
    showMap(context, { name: "after", sheet: after, stage: "after", fit: MAP_FIT, k, photo, look });
  }
  showMap(context, { name: "peek-map", sheet: shown, stage, fit: PEEK, k, photo, look });
  showMap(context, { name: "big-map", sheet: shown, stage, fit: BIG, k, photo, look });
  tell(
    "range-before",
    tellRange(words, columns?.channels.min[k] ?? null, columns?.channels.max[k] ?? null),
  );
  tell(
    "range-after",
    tellRange(words, columns?.activated?.min[k] ?? null, columns?.activated?.max[k] ?? null),
  );
  const over = find('[data-tile="over"]');
  if (over) showTile(over, after ?? before, k, MAP_FIT);
}

interface ShownMap {
  /** The name of the tile's place in the panel. */
  readonly name: string;
  readonly sheet: Sheet;
  readonly stage: "before" | "after";
  readonly fit: ReturnType<typeof fitSide>;
  readonly k: number;
  readonly photo: PhotoData;
  readonly look: Look;
}

function showMap({ mapRanges }: PanelContext, shown: ShownMap): void {
  const { name, sheet, stage, fit, k, photo, look: { map } } = shown;
  const tile = find(`[data-tile="${name}"]`);
  if (!tile) return;
  showTile(tile, sheet, k, fit);
  const own = mapRanges(photo.id, stage)[k];
  tile.style.setProperty(
    "--veil",
    own ? findVeil(own, findTarget(own, { shared: null, map })) : "",
  );
  tile.style.setProperty("--look", nameLook(map));
}
