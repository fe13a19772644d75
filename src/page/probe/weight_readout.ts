import type { LayerData } from "../../site/layer_data.ts";
import { findKernelView, type ViewedKernels } from "../../site/tile/kernel_view.ts";
import { findFirstInput, hasColours, hidesSlices, isMix } from "../../site/tile/sprite.ts";
import { describeView } from "../../site/tile/view_text.ts";
import type { Size } from "../../raster/raster.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { findCell, findStep, stepCell } from "./cell_moves.ts";
import { loadKernel } from "../files/layer_values.ts";
import { find, findAll, tell } from "../shell/dom.ts";
import { formatWithin } from "../../site/format_within.ts";
import { describeRange, type PanelContext } from "../pair/panel_context.ts";
import { layoutChosen, layoutKernel, type PixelLayout, type Spot } from "../tile/pixel_layout.ts";
import { layoutMix, layoutWeights } from "../tile/weight_layout.ts";
import type { PanelWords } from "../../words/en/panel_words.ts";
import type { CellPosition } from "../../site/field/cell.ts";

/** The weights of the chosen kernel, read where the pointer is. */
export interface WeightReadout {
  show(k: number, view: string): void;
}

/** Takes hold of the enlarged kernels of the page. */
export function openWeightReadout(context: PanelContext): WeightReadout {
  let chosen = 0;
  let shown: ViewedKernels | null = null;
  let cell: CellPosition | null = null;

  function rest(): void {
    cell = null;
    tell("kernel", shown === null ? "" : describeKernel(context, shown, chosen));
  }

  async function read(tile: HTMLElement, next: CellPosition, say = false): Promise<void> {
    const k = chosen;
    cell = next;
    const text = isWeights(tile, shown)
      ? await readWeights(context, k, { tile, cell: next })
      : context.words.tools.views.noWeights;
    if (k !== chosen || cell !== next || text === null || context.signal.aborted) return;
    tell("kernel", text);
    if (say) tell("weights-said", text);
  }

  for (const box of findAll(HOOKS.weights)) {
    listenTo(box, { cell: () => cell, read, rest }, context.signal);
  }
  return {
    show: (k, view) => {
      chosen = k;
      shown = findKernelView(context.data.layer, view);
      rest();
    },
  };
}

// Says between which values the weights lie, or what the tile shows instead of them.
function describeKernel(
  { data: { layer, measures }, words }: PanelContext,
  viewed: ViewedKernels,
  k: number,
): string {
  if (!viewed.readable) return describeView(viewed, { layer, measures }, words, k) ?? "";
  const { min = [], max = [] } = measures?.kernels ?? {};
  return describeRange(words, min[k] ?? null, max[k] ?? null);
}

// All weights stand in a tile of their own, whatever the view is.
function isWeights({ dataset }: HTMLElement, viewed: ViewedKernels | null): boolean {
  return dataset.tile === "sheet" || (viewed?.readable ?? false);
}

// Says what stands at a pixel of a kernel's tile; null where no values were kept.
async function readWeights(
  context: PanelContext,
  k: number,
  { tile, cell }: { readonly tile: HTMLElement; readonly cell: CellPosition },
): Promise<string | null> {
  const { data, words: { panel } } = context;
  const { layer } = data;
  const { values } = layer;
  if (values === null) return null;
  try {
    const { numbers, error } = await loadKernel(context, values, k);
    const kernel = { k, dims: values.dims.slice(1) };
    const spot = layoutTile(data, tile, kernel).at(cell.column, cell.row);
    if (spot === null) return "";
    const text = formatWithin(spot.indices.map((i) => numbers[i]!), error);
    return describeSpot({ layer, panel }, { k, spot, text });
  } catch {
    return panel.valuesMissing;
  }
}

function describeSpot(
  { layer, panel }: { readonly layer: LayerData["layer"]; readonly panel: PanelWords },
  { k, spot: { row, column, slice }, text }: {
    readonly k: number;
    readonly spot: Spot;
    readonly text: string;
  },
): string {
  if (isMix(layer)) return panel.weightOf(String(findFirstInput(layer, k) + slice!), text);
  const channel = slice === null ? null : String(slice);
  return panel.weight(String(row), String(column), { channel, values: text });
}

// Where a tile stands for a kernel by its strongest slices, the whole stands elsewhere.
function layoutTile(
  { layer, measures }: LayerData,
  tile: HTMLElement,
  { k, dims }: ReadKernel,
): PixelLayout {
  const [inputs = 1] = dims;
  const stands = tile.dataset.tile === "kernel";
  if (isMix(layer)) {
    if (!stands) return layoutWeights(inputs);
    const first = findFirstInput(layer, k);
    return layoutMix((measures?.mix?.input[k] ?? []).map((input) => input - first), inputs);
  }
  if (!stands || !hidesSlices(layer)) return layoutKernel(dims, hasColours(layer));
  return layoutChosen(dims, measures?.kernels?.strongestSlices[k] ?? []);
}

/** A kernel whose weights are read. */
interface ReadKernel {
  readonly k: number;
  /** Its dims, [channels, …space]. */
  readonly dims: readonly number[];
}

interface Reading {
  readonly cell: () => CellPosition | null;
  /** Reads a cell; also says it, where the eye does not follow. */
  readonly read: (tile: HTMLElement, cell: CellPosition, say?: boolean) => Promise<void>;
  readonly rest: () => void;
}

function listenTo(box: HTMLElement, { cell, read, rest }: Reading, signal: AbortSignal): void {
  const tile = find("i", box)!;
  box.addEventListener("pointermove", (event) => {
    void read(tile, findCell(box, event, readSize(tile)));
  }, { signal });
  box.addEventListener("keydown", (event) => {
    const step = findStep(event);
    if (!step) return;
    event.preventDefault();
    const from = cell();
    void read(tile, from ? stepCell(from, step, readSize(tile)) : { row: 0, column: 0 }, true);
  }, { signal });
  for (const type of ["pointerleave", "blur"]) box.addEventListener(type, rest, { signal });
}

function readSize({ style }: HTMLElement): Size {
  return {
    height: Number(style.getPropertyValue("--h")),
    width: Number(style.getPropertyValue("--w")),
  };
}
