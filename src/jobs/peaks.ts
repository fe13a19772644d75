import type { MapMeasures } from "../analysis/map/map_measures.ts";
import { findStrongestCells } from "../analysis/map/strongest_cell.ts";
import { type Cell, findTopCells, type MarkedCell, TOP_CELLS } from "../analysis/map/top_cells.ts";
import { findPlaces, type Reach } from "../onnx/layer/reach.ts";
import type { FoundMaps, MapsFinding } from "../report/finding.ts";
import { sliceAt, type Tensor } from "../tensor/tensor.ts";
import { sumCells, type SummedLayer } from "./cell_sums.ts";

/** What the cells of a layer's maps read. */
export interface CellReading {
  /** What the layer reads, [inChannels, …space]. */
  readonly reads: Tensor;
  readonly reach: Reach;
  /** Which cells read padding, by their place along each axis. */
  readonly onPadding: readonly (readonly boolean[])[];
  /** What the cells are sums of; null where that is not known. */
  readonly summed: SummedLayer | null;
}

/** The maps of a layer on one photo. */
export interface LayerMaps {
  /** The convolution's own output, [channels, …space]. */
  readonly maps: Tensor;
  /** The same behind what follows cell by cell; null where nothing does. */
  readonly activated: Tensor | null;
  /** How many cells apart two read no more than half in common. */
  readonly apart: number;
  /** Null where it is not known what the cells read. */
  readonly reading: CellReading | null;
}

/** The measures of these maps. */
export interface MeasuredMaps {
  readonly measures: MapMeasures;
  /** Behind what follows cell by cell; null where nothing does. */
  readonly activated: MapMeasures | null;
}

/** The cells of maps on one photo that tell most. */
export interface PeaksFinding
  extends
    Pick<FoundMaps, "strongest" | "strongestActivated" | "peaks">,
    Pick<MapsFinding, "addsUp"> {
  /** The strongest cells of each map, behind what follows where anything does. */
  readonly top: readonly (readonly MarkedCell[])[];
  /** The same, with cells on the padding behind all others. */
  readonly topInside: readonly (readonly MarkedCell[])[];
}

/** Finds the cells of a layer's maps on one photo that tell most, and what adds up to them. */
export function findPeaks(run: LayerMaps, measured: MeasuredMaps): PeaksFinding {
  const { maps, activated, apart, reading } = run;
  const onPadding = reading && tellPadding(reading);
  const mark = (cell: Cell): MarkedCell => ({ ...cell, onPadding: onPadding?.(cell) ?? null });
  const find = (tensor: Tensor, { min, max }: MapMeasures): (MarkedCell | null)[] =>
    findStrongestCells(tensor).map((cell, k) =>
      // Where a map is the same everywhere, no cell is stronger than the others.
      cell && (min[k] === max[k] ? { ...cell, onPadding: null } : mark(cell))
    );
  const strongest = find(maps, measured.measures);
  const strongestActivated = activated && find(activated, measured.activated!);
  const shown = strongest.map((own, k) => {
    const lit = strongestActivated?.[k] ?? null;
    return lit !== null && lit.value > 0 ? lit : own;
  });
  const top = findTop(activated ?? maps, apart);
  const inside = onPadding && findTop(activated ?? maps, apart, onPadding);
  return {
    strongest,
    strongestActivated,
    ...explainCells(shown, run),
    top: top.map((each) => each.map(mark)),
    topInside: (inside ?? top).map((each) => each.map(mark)),
  };
}

type TellCell = (cell: Pick<Cell, "x" | "y">) => boolean;

function tellPadding({ reach, onPadding }: CellReading): TellCell {
  return (cell) => findPlaces(reach, cell).some((place, axis) => onPadding[axis]?.[place] ?? false);
}

function explainCells(
  shown: readonly (MarkedCell | null)[],
  { maps, activated, reading }: LayerMaps,
): Pick<PeaksFinding, "peaks" | "addsUp"> {
  const read = (tensor: Tensor, k: number, { x, y }: Cell): number =>
    sliceAt(tensor, k).data[y * tensor.dims.at(-1)! + x]!;
  const own = shown.map((cell, k) => cell && { ...cell, value: read(maps, k, cell) });
  const sums = reading && sumUp(reading, own, maps);
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

function sumUp(
  { reads, reach, summed }: CellReading,
  cells: readonly (Cell | null)[],
  maps: Tensor,
): ReturnType<typeof sumCells> {
  return summed === null ? cells.map(() => null) : sumCells(summed, cells, { maps, reads, reach });
}

// Patches overlap by half at most.
function findTop(
  maps: Tensor,
  apart: number,
  onPadding: TellCell | null = null,
): Cell[][] {
  if (maps.dims.length !== 3) return [];
  return findTopCells(maps, {
    count: TOP_CELLS,
    apart,
    ...(onPadding && { isLast: (x: number, y: number) => onPadding({ x, y }) }),
  });
}
