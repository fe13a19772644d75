import type { LayerPhoto } from "../../report/layer_file.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { describeSum } from "./cell_sum.ts";
import { type CellValues, describeCell } from "./cell_text.ts";
import { find, tell } from "../shell/dom.ts";
import { loadMapValues, type MapValues } from "./map_values.ts";
import { findMaps, findPhoto, type PanelContext } from "../pair/panel_context.ts";
import type { CellPosition } from "../../site/field/cell.ts";
import { markCell } from "./probe_marks.ts";
import { listenToProbe } from "./probe_moves.ts";
import { showPhoto } from "./probe_photo.ts";
import { findPeak, findProbedMap, type MapPeak, type ProbedMap } from "./probed_map.ts";
import { showSum } from "./sum_view.ts";
import type { ViewState } from "../tile/view_state.ts";

/** The probe: one cell of the map, its value, and what it reads of the photo. */
export interface Probe {
  show(k: number, state: ViewState): void;
}

/** Takes hold of the probe of the panel. */
export function openProbe(context: PanelContext): Probe {
  let reading: Reading | null = null;
  listenToProbe({
    reading: () => reading,
    point: (cell) => {
      if (reading === null) return;
      const own = reading;
      point(context, own, cell);
      own.reading ??= readValues(context, own).then(() => {
        if (reading === own && !context.signal.aborted) point(context, own, own.cell);
      });
    },
    say: () => tell("probe-said", find(HOOKS.out("probe"))?.textContent ?? ""),
    leave: () => reading?.peak && point(context, reading, reading.peak),
  }, context.signal);
  return {
    show: (k, { image }) => {
      const photo = findPhoto(context.data, image);
      if (!photo) return;
      reading = startReading(context, k, photo);
      showPhoto(context, reading.map);
      point(context, reading, reading.cell);
    },
  };
}

/** Where the probe stands, and what has become known of its map. */
interface Reading {
  readonly map: ProbedMap;
  /** The cell that stands for the map; null where there is none. */
  readonly peak: MapPeak | null;
  cell: CellPosition;
  /** Null where they are not loaded. */
  values: MapValues | null;
  /** Null before they are asked for. */
  reading: Promise<void> | null;
  /** Why there are no values, in a sentence; empty where there may be. */
  problem: string;
}

function startReading(context: PanelContext, k: number, photo: LayerPhoto): Reading {
  const { data, words: { panel } } = context;
  const map = findProbedMap(context, k, photo);
  const peak = findPeak(context, map);
  return {
    map,
    cell: peak ?? { row: map.height >> 1, column: map.width >> 1 },
    peak,
    values: null,
    reading: null,
    problem: findMaps(data, photo.id).values === null ? panel.noValues : "",
  };
}

async function readValues(context: PanelContext, reading: Reading): Promise<void> {
  try {
    reading.values = await loadMapValues(context, reading.map);
  } catch {
    reading.problem = context.words.panel.valuesMissing;
  }
}

// Where no cell is known to lie on a photo, only the map can be pointed at.
function isOnMap({ photo, projection }: ProbedMap): boolean {
  return projection === null || photo.dims !== null;
}

function point(context: PanelContext, reading: Reading, cell: CellPosition): void {
  const { words: { panel, sum } } = context;
  const { map, peak, problem } = reading;
  reading.cell = cell;
  markCell(context, map, cell);
  const isPeak = peak !== null && cell.row === peak.row && cell.column === peak.column;
  const values = readCell(reading, cell);
  showSum(values && describeSum(context, map, { ...values, value: values.before, isPeak }));
  tell("value-note", !isPeak ? "" : peak.onPadding ? sum.onPadding : sum.strongest);
  const field = map.projection?.field(cell) ?? null;
  const notes = [
    ...values !== null || problem === "" ? [] : [problem],
    ...!isPeak ? [] : [isOnMap(map) ? panel.strongestOnMap : panel.strongestHint],
  ];
  const text = describeCell(context, { cell, map, values, field, notes });
  tell("probe", text);
  tell("big-probe", text);
}

// That of the strongest cell is known better than from the values of the map, and without them.
function readCell(
  { map, peak, values }: Reading,
  { row, column }: CellPosition,
): CellValues | null {
  if (peak !== null && row === peak.row && column === peak.column) {
    return { before: peak.value, after: peak.activated, error: 0 };
  }
  if (values === null) return null;
  const { before, after } = values;
  const index = row * map.width + column;
  return {
    before: before.numbers[index]!,
    after: after && after.numbers[index]!,
    error: Math.max(before.error, after?.error ?? 0),
  };
}
