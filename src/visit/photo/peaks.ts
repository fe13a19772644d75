import type { MapMeasures } from "../../analysis/map/map_measures.ts";
import { findStrongestCells } from "../../analysis/map/strongest_cell.ts";
import {
  type Cell,
  findTopCells,
  type MarkedCell,
  TOP_CELLS,
} from "../../analysis/map/top_cells.ts";
import type { Model } from "../../onnx/graph/model.ts";
import { findPadded, findPaddingReaders } from "../../onnx/field/padded.ts";
import { findPlaces, findReach, type Reach } from "../../onnx/layer/reach.ts";
import type { FoundField } from "../../onnx/field/receptive_field.ts";
import type { ComputedValues } from "../../onnx/constant/weights.ts";
import type { PlannedLayer } from "../../plan/plan.ts";
import type { MapsFinding } from "../../report/finding.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { sumCells } from "./cell_sums.ts";
import { findApart } from "../pixel/field_places.ts";

/** The maps of a layer on one photo. */
export interface LayerMaps {
  /** The convolution's own output, [channels, …space]. */
  readonly maps: Tensor;
  /** The same behind what follows cell by cell; null where nothing does. */
  readonly activated: Tensor | null;
  /** What their cells read of the photo. */
  readonly field: FoundField;
  /** What the layer reads; null where it is not captured. */
  readonly reads: Tensor | null;
  /** What the runtime computed of its weights. */
  readonly computed: ComputedValues;
  readonly measures: MapMeasures;
  readonly activatedMeasures: MapMeasures | null;
}

/** The cells of maps on one photo that tell most. */
export type PeaksFinding = Pick<
  MapsFinding,
  "strongest" | "strongestActivated" | "peaks" | "addsUp" | "top" | "topInside"
>;

/** Finds the cells of a layer's maps on one photo that tell most, and what adds up to them. */
export function findPeaks(model: Model, planned: PlannedLayer, run: LayerMaps): PeaksFinding {
  const { conv } = planned;
  const { maps, activated, reads } = run;
  const cells = { read: reads?.dims.slice(1) ?? [], written: maps.dims.slice(1) };
  const isRead = reads?.dims[0] === conv.shape?.inChannels; // channels come first
  const reach = isRead ? findReach(conv, cells) : null;
  const onPadding = reach && tellPadding(model, planned, reach, cells.read);
  const mark = (cell: Cell): MarkedCell => ({ ...cell, onPadding: onPadding?.(cell) ?? null });
  const find = (tensor: Tensor, { min, max }: MapMeasures): (MarkedCell | null)[] =>
    findStrongestCells(tensor).map((cell, k) =>
      // Where a map is the same everywhere, no cell is stronger than the others.
      cell && (min[k] === max[k] ? { ...cell, onPadding: null } : mark(cell))
    );
  const strongest = find(maps, run.measures);
  const strongestActivated = activated && find(activated, run.activatedMeasures!);
  const shown = strongest.map((own, k) => {
    const lit = strongestActivated?.[k] ?? null;
    return lit !== null && lit.value > 0 ? lit : own;
  });
  const top = findTop(activated ?? maps, run.field);
  const inside = onPadding && findTop(activated ?? maps, run.field, onPadding);
  return {
    strongest,
    strongestActivated,
    ...explainCells(planned, shown, { ...run, reach }),
    top: top.map((each) => each.map(mark)),
    topInside: (inside ?? top).map((each) => each.map(mark)),
  };
}

type TellCell = (cell: Pick<Cell, "x" | "y">) => boolean;

function tellPadding(
  model: Model,
  { conv }: PlannedLayer,
  reach: Reach,
  read: readonly number[],
): TellCell {
  const readers = findPaddingReaders(reach, findPadded(model, conv), read);
  return (cell) => findPlaces(reach, cell).some((place, axis) => readers[axis]?.[place] ?? false);
}

function explainCells(
  { conv }: PlannedLayer,
  shown: readonly (MarkedCell | null)[],
  { maps, activated, reads, reach, computed }: LayerMaps & { readonly reach: Reach | null },
): Pick<PeaksFinding, "peaks" | "addsUp"> {
  const read = (tensor: Tensor, k: number, { x, y }: Cell): number => {
    const [, ...space] = tensor.dims;
    const size = space.reduce((product, extent) => product * extent, 1);
    return tensor.data[k * size + y * space.at(-1)! + x]!;
  };
  const own = shown.map((cell, k) => cell && { ...cell, value: read(maps, k, cell) });
  const sums = reads && reach && sumCells(conv, own, { maps, inputs: reads, reach, computed });
  const peaks = own.map((cell, k) =>
    cell && {
      ...cell,
      activated: activated && read(activated, k, cell),
      sum: sums?.[k] ?? null,
    }
  );
  return {
    peaks,
    addsUp: sums === null || peaks.every((peak) => peak === null || peak.sum !== null),
  };
}

// Patches overlap by half at most.
function findTop(
  maps: Tensor,
  field: FoundField,
  onPadding: TellCell = () => false,
): Cell[][] {
  if (maps.dims.length !== 3) return [];
  return findTopCells(maps, {
    count: TOP_CELLS,
    apart: findApart(field),
    isLast: (x, y) => onPadding({ x, y }),
  });
}
