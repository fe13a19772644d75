import { hasColours } from "../html/sprite.ts";
import { nameKernelValues } from "../plan/values.ts";
import type { Size } from "../raster/raster.ts";
import { findCell, findStep, stepCell } from "./cell_moves.ts";
import { findAll, tell } from "./dom.ts";
import { formatExact } from "./exact.ts";
import { type PanelContext, tellRange } from "./panel_context.ts";
import { layoutKernel } from "./plane.ts";
import type { Cell } from "./probe.ts";
import { loadTile } from "./values.ts";

/** The weights of the chosen kernel, read where the pointer is. */
export interface Weights {
  show(k: number): void;
}

/** Takes hold of the enlarged kernels of the page. */
export function openWeights(context: PanelContext): Weights {
  let chosen = 0;
  let cell: Cell | null = null;

  function rest(): void {
    cell = null;
    const { min = [], max = [] } = context.data.measures?.kernels ?? {};
    tell("kernel", tellRange(context.words, min[chosen] ?? null, max[chosen] ?? null));
  }

  async function read(next: Cell): Promise<void> {
    const k = chosen;
    cell = next;
    const text = await readWeights(context, k, next);
    if (k === chosen && cell === next && text !== null) tell("kernel", text);
  }

  for (const tile of findAll("[data-weights]")) {
    listenTo(tile, { cell: () => cell, read, rest }, context.signal);
  }
  return {
    show: (k) => {
      chosen = k;
      rest();
    },
  };
}

// Says what stands at a pixel of a kernel's tile; null where no values were kept.
async function readWeights(
  { data: { layer, model }, words: { panel }, root }: PanelContext,
  k: number,
  { row, column }: Cell,
): Promise<string | null> {
  const { values } = layer;
  if (values === null) return null;
  const spot = layoutKernel(values.dims.slice(1), hasColours(layer)).at(column, row);
  if (spot === null) return "";
  const folder = nameKernelValues(`${model.id}/${layer.id}`);
  try {
    const weights = await loadTile({ root, folder, values }, k);
    return panel.weight(String(spot.row), String(spot.column), {
      channel: spot.slice === null ? null : String(spot.slice),
      values: spot.indices.map((i) => formatExact(weights[i]!)),
    });
  } catch {
    return panel.valuesMissing;
  }
}

interface Reading {
  readonly cell: () => Cell | null;
  readonly read: (cell: Cell) => Promise<void>;
  readonly rest: () => void;
}

function listenTo(tile: HTMLElement, { cell, read, rest }: Reading, signal: AbortSignal): void {
  tile.addEventListener("pointermove", (event) => {
    void read(findCell(tile, event, readSize(tile)));
  }, { signal });
  tile.addEventListener("keydown", (event) => {
    const step = findStep(event);
    if (!step) return;
    event.preventDefault();
    const from = cell();
    void read(from ? stepCell(from, step, readSize(tile)) : { row: 0, column: 0 });
  }, { signal });
  for (const type of ["pointerleave", "blur"]) tile.addEventListener(type, rest, { signal });
}

function readSize({ style }: HTMLElement): Size {
  return {
    height: Number(style.getPropertyValue("--h")),
    width: Number(style.getPropertyValue("--w")),
  };
}
