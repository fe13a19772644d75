import circuit_rows from "../../../templates/panel/circuit_rows.hbs" with { type: "text" };
import { formatCount, formatPercent } from "../../site/format.ts";
import { findMapsData } from "../../site/layer_data.ts";
import { findFirstInput, findPicture, isMix } from "../../site/tile/sprite.ts";
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { findPhoto, type PanelContext } from "../pair/panel_context.ts";
import { fill, find, tell } from "../shell/dom.ts";
import { findInputTiles } from "./input_tiles.ts";
import { nameLook } from "../tile/colour_filters.ts";
import { findSheet, fitSide, layTiles, type PlacedTile } from "../tile/tile.ts";
import type { ViewState } from "../tile/view_state.ts";

/** The maps that a kernel reads most: the view of `circuit_rows.hbs`. */
export interface CircuitView {
  readonly rows: readonly CircuitRowView[];
  /** Whether there is a column for the kernels that make the maps, and for the slices. */
  readonly kernels: boolean;
  readonly slices: boolean;
  readonly bar: { readonly viewBox: string; readonly height: number };
}

/** A map that a kernel reads, the slice that reads it, and how much of the kernel's map it makes. */
export interface CircuitRowView {
  readonly input: string;
  /** The kernel that makes the map; null where none does. */
  readonly href: string | null;
  readonly hasMap: boolean;
  readonly hasKernel: boolean;
  readonly hasSlice: boolean;
  readonly share: string;
  /** Where the bar of the share begins, and how long it is. */
  readonly left: number;
  readonly width: number;
}

const render = compileTemplates<{ readonly circuit_rows: CircuitView }>({ circuit_rows });

/** Shows which maps a kernel reads, with which slices, and how much of its own map each makes. */
export function showCircuit(context: PanelContext, k: number, state: ViewState): void {
  const { data, words: { panel } } = context;
  const table = find(HOOKS.circuitRows);
  const photo = findPhoto(data, state.image);
  if (!table || !photo) return;
  const inputs = listInputs(context, k, photo.id).map((each) => ({
    share: each.share,
    ...findInputTiles(context, each.input, state),
    slice: findSliceTile(context, { k, input: each.input }, nameLook(state.map)),
  }));
  const rows = inputs.map((each): CircuitRowView => ({
    input: each.input,
    href: each.href,
    hasMap: each.map !== null,
    hasKernel: each.kernel !== null,
    hasSlice: each.slice !== null,
    share: formatPercent(each.share),
    ...layoutBar(each.share),
  }));
  tell("circuit-head", panel.circuit(photo.name));
  const kernels = data.inputKernels.length > 0;
  fill(table, render("circuit_rows", { rows, kernels, slices: !isMix(data.layer), bar: BAR }));
  const tiles = inputs.flatMap(({ map, kernel, slice }) => [map, kernel, slice]);
  layTiles(table, tiles.filter((tile) => tile !== null));
  tell("circuit-rest", describeRest(context, inputs.map(({ share }) => share)));
}

interface CircuitInput {
  /** The input channel. */
  readonly input: number;
  /** How much of the kernel's map the input makes. */
  readonly share: number;
}

function listInputs({ data }: PanelContext, k: number, image: string): readonly CircuitInput[] {
  const circuit = findMapsData(data, image)?.circuit ?? null;
  return (circuit?.input[k] ?? []).map((input, i) => ({ input, share: circuit!.share[k]![i]! }));
}

const SLICE = fitSide(40);

function findSliceTile(
  { data: { layer }, files }: PanelContext,
  { k, input }: { readonly k: number; readonly input: number },
  look: string,
): PlacedTile | null {
  if (isMix(layer)) return null; // a square of one weight tells less than its number
  const sheet = findSheet(files, findPicture(layer, "slices"));
  const count = layer.inChannels / layer.group;
  const slice = k * count + input - findFirstInput(layer, k);
  return sheet && { sheet, k: slice, fit: SLICE, look };
}

// In percent; what works against the kernel stands left of zero.
const [LOW, HIGH] = [-25, 100];
const HEIGHT = 5;
const BAR = { viewBox: `${LOW} 0 ${HIGH - LOW} ${HEIGHT}`, height: HEIGHT };

function layoutBar(share: number): Pick<CircuitRowView, "left" | "width"> {
  const left = Math.max(LOW, Math.min(0, share * 100));
  return { left, width: Math.min(HIGH, Math.max(0, share * 100)) - left };
}

function describeRest(
  { data: { layer: { inChannels, group } }, words: { panel } }: PanelContext,
  shares: readonly number[],
): string {
  if (shares.length === 0) return "";
  const [named, all] = [formatCount(shares.length), formatCount(inChannels / group)];
  return panel.circuitRest(named, all, formatPercent(shares.reduce((sum, each) => sum + each, 0)));
}
