import { hasColours } from "../html/sprite.ts";
import { nameKernelValues } from "../plan/values.ts";
import { cutSlices, layoutSheet } from "../raster/sheet.ts";
import { countElements } from "../tensor/tensor.ts";
import { findAll, tell } from "./dom.ts";
import { formatExact } from "./exact.ts";
import { type PanelContext, tellRange } from "./panel_context.ts";
import { type Cell, clamp } from "./probe.ts";
import { loadTile } from "./values.ts";

/** The weights of the chosen kernel, read where the pointer is. */
export interface Weights {
  show(k: number): void;
}

/** A weight of a kernel: its slice, and its place there. */
export interface WeightPlace extends Cell {
  readonly slice: number;
}

/**
 * Finds which weights a pixel of a kernel's tile stands for: one of each slice where the slices are
 * its colours, else one; none in the gaps of a sheet.
 *
 * @param dims The dims of one kernel: [inChannels / group, …kernelShape].
 */
export function findWeights(
  dims: readonly number[],
  { row, column }: Cell,
  { coloured }: { readonly coloured: boolean },
): readonly WeightPlace[] {
  const { slices, height, width } = cutSlices([1, ...dims]);
  if (coloured) return Array.from({ length: slices }, (_, slice) => ({ slice, row, column }));
  const sheet = layoutSheet({ slices, height, width });
  const [down, across] = [height + sheet.gap, width + sheet.gap];
  const slice = Math.floor(row / down) * sheet.columns + Math.floor(column / across);
  const place = { slice, row: row % down, column: column % across };
  return slice < slices && place.row < height && place.column < width ? [place] : [];
}

/** Takes hold of the enlarged kernels of the page. */
export function openWeights(context: PanelContext): Weights {
  const { data: { layer, measures, model }, words, root, signal } = context;
  const dims = layer.values?.dims.slice(1) ?? [];
  const coloured = hasColours(layer);
  let chosen = 0;
  let cell: Cell | null = null;

  function rest(): void {
    cell = null;
    const { min = [], max = [] } = measures?.kernels ?? {};
    tell("kernel", tellRange(words, min[chosen] ?? null, max[chosen] ?? null));
  }

  async function read(next: Cell): Promise<void> {
    if (layer.values === null) return;
    cell = next;
    const k = chosen;
    const folder = nameKernelValues(`${model.id}/${layer.id}`);
    const weights = await loadTile({ root, folder, values: layer.values }, k);
    if (k !== chosen || cell !== next) return;
    const plane = countElements(dims) / cutSlices([1, ...dims]).slices;
    const width = dims.length > 1 ? dims.at(-1)! : 1;
    const places = findWeights(dims, next, { coloured });
    if (places.length === 0) return tell("kernel", "");
    const { row, column, slice } = places[0]!;
    const values = places.map((place) =>
      formatExact(weights[place.slice * plane + row * width + column]!)
    );
    tell(
      "kernel",
      words.panel.weight(String(row), String(column), {
        channel: coloured ? null : String(slice),
        values,
      }),
    );
  }

  for (const tile of findAll("[data-weights]")) {
    const size = () => ({
      height: Number(tile.style.getPropertyValue("--h")),
      width: Number(tile.style.getPropertyValue("--w")),
    });
    tile.addEventListener("pointermove", (event) => {
      const box = tile.getBoundingClientRect();
      const { height, width } = size();
      void read({
        row: clamp(Math.floor((event.clientY - box.top) / box.height * height), height),
        column: clamp(Math.floor((event.clientX - box.left) / box.width * width), width),
      }).catch(() => tell("kernel", words.panel.valuesMissing));
    }, { signal });
    tile.addEventListener("pointerleave", rest, { signal });
    tile.addEventListener("blur", rest, { signal });
    tile.addEventListener("keydown", (event) => {
      const move = MOVES[event.key];
      if (!move || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      const { height, width } = size();
      const at = cell ?? { row: 0, column: -move[1] };
      void read({
        row: clamp(at.row + move[0], height),
        column: clamp(at.column + move[1], width),
      }).catch(() => tell("kernel", words.panel.valuesMissing));
    }, { signal });
  }
  return {
    show: (k) => {
      chosen = k;
      rest();
    },
  };
}

const MOVES: Readonly<Record<string, readonly [down: number, across: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};
