import { formatNumber } from "../html/format.ts";
import type { PhotoData } from "../html/layer_data.ts";
import { describeCell } from "./cell_text.ts";
import { find, tell } from "./dom.ts";
import { awaitInterest } from "./interest.ts";
import { loadMapValues, type MapValues } from "./map_values.ts";
import { findMaps, findPhoto, type PanelContext } from "./panel_context.ts";
import { type Cell, findPeak } from "./probe.ts";
import { markCell } from "./probe_marks.ts";
import { listenToProbe } from "./probe_moves.ts";
import { showPhoto } from "./probe_photo.ts";
import { findKnownPeak, findProbedMap, type ProbedMap } from "./probed_map.ts";
import type { ViewState } from "./view_state.ts";

/** The probe: one cell of the map, its exact value, and what it reads of the photo. */
export interface Probe {
  show(k: number, state: ViewState, settled: boolean): void;
}

/** Takes hold of the probe of the panel. */
export function openProbe(context: PanelContext): Probe {
  let stand: Stand | null = null;
  const wanted = awaitInterest(context.signal);
  listenToProbe({
    stand: () => stand,
    point: (cell) => stand && point(context, stand, cell),
    say: () => tell("probe-said", find('[data-out="probe"]')?.textContent ?? ""),
    leave: () => stand?.peak && point(context, stand, stand.peak),
  }, context.signal);
  return {
    show: (k, { image }, settled) => {
      const photo = findPhoto(context.data, image);
      if (!photo) return;
      const own = takeStand(context, k, photo);
      stand = own;
      showPhoto(context, own.map);
      point(context, own, own.cell);
      const isCurrent = (): boolean => stand === own && !context.signal.aborted;
      if (settled) void wanted.then(() => readValues(context, own, isCurrent));
    },
  };
}

/** Where the probe stands, and what has become known of its map. */
interface Stand {
  readonly map: ProbedMap;
  cell: Cell;
  /** The strongest cell; null where it is not known. */
  peak: Cell | null;
  /** Null where they are not loaded. */
  values: MapValues | null;
  /** Why there are no values, in a sentence; empty where there may be. */
  problem: string;
}

function takeStand(context: PanelContext, k: number, photo: PhotoData): Stand {
  const { data, words: { panel } } = context;
  const map = findProbedMap(context, k, photo);
  const peak = findKnownPeak(context, map);
  return {
    map,
    cell: peak ?? { row: map.height >> 1, column: map.width >> 1 },
    peak,
    values: null,
    problem: findMaps(data, photo.id).values === null ? panel.noValues : "",
  };
}

async function readValues(
  context: PanelContext,
  stand: Stand,
  isCurrent: () => boolean,
): Promise<void> {
  if (!isCurrent()) return;
  const { map, cell: start } = stand;
  try {
    stand.values = await loadMapValues(context, map);
    if (stand.values) stand.peak = findPeak(pickShown(stand.values), map.width);
  } catch {
    stand.problem = context.words.panel.valuesMissing;
  }
  if (!isCurrent()) return;
  const isMoved = stand.cell !== start; // the reader was faster
  point(context, stand, isMoved ? stand.cell : stand.peak ?? start);
}

function pickShown({ before, after }: MapValues): Float32Array {
  return after?.some((value) => value > 0) ? after : before;
}

function point(context: PanelContext, stand: Stand, cell: Cell): void {
  const { words: { panel }, root } = context;
  const { map, peak, values, problem } = stand;
  stand.cell = cell;
  markCell(map, cell, root);
  const index = cell.row * map.width + cell.column;
  const isPeak = peak !== null && cell.row === peak.row && cell.column === peak.column;
  tell("value", values ? `= ${formatNumber(values.before[index]!)}` : "");
  tell("value-note", isPeak ? panel.strongest : "");
  const notes = [...problem === "" ? [] : [problem], ...isPeak ? [panel.strongestHint] : []];
  const field = map.projection?.field(cell) ?? null;
  const text = describeCell(context, { cell, index, values, field, notes });
  tell("probe", text);
  tell("big-probe", text);
}
