import circuit_rows from "../../../templates/panel/circuit_rows.hbs" with { type: "text" };
import { encodePath, formatParams } from "../../site/address.ts";
import { formatCount, formatPercent } from "../../site/format.ts";
import { findMapsData } from "../../site/layer_data.ts";
import { findFirstInput, findPicture } from "../../site/tile/sprite.ts";
import { compileTemplates } from "../../site/template.ts";
import { namePage } from "../../plan/language.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { findMaps, findPhoto, type PanelContext } from "../pair/panel_context.ts";
import { fill, find, tell } from "../shell/dom.ts";
import { nameLook } from "../tile/colour_filters.ts";
import { findSheet, fitSide, layTiles, type PlacedTile } from "../tile/tile.ts";
import type { ViewState } from "../tile/view_state.ts";

/** The maps that a kernel reads most: the view of `circuit_rows.hbs`. */
export interface CircuitView {
  readonly rows: readonly CircuitRowView[];
  readonly bar: { readonly viewBox: string; readonly height: number };
}

/** A map that a kernel reads, the slice that reads it, and how much of the kernel's map it makes. */
export interface CircuitRowView {
  readonly input: string;
  /** The kernel that makes the map; null where none does. */
  readonly href: string | null;
  readonly hasTile: boolean;
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
  const inputs = listInputs(context, k, photo.id);
  const tiles = inputs.map(({ input }) => ({
    map: findInputTile(context, input, photo.id),
    slice: findSliceTile(context, { k, input }, nameLook(state.map)),
  }));
  const rows = inputs.map(({ input, share }, i): CircuitRowView => ({
    input: String(input),
    href: linkInput(context, input, photo.id),
    hasTile: tiles[i]!.map !== null,
    hasSlice: tiles[i]!.slice !== null,
    share: formatPercent(share),
    ...layoutBar(share),
  }));
  tell("circuit-head", panel.circuit(photo.name));
  fill(table, render("circuit_rows", { rows, bar: BAR }));
  layTiles(table, tiles.flatMap(({ map, slice }) => [map, slice]).filter((tile) => tile !== null));
  tell("circuit-rest", describeRest(context, inputs.map(({ share }) => share)));
}

interface CircuitInput {
  readonly input: number;
  /** How much of the kernel's map the input makes. */
  readonly share: number;
}

function listInputs({ data }: PanelContext, k: number, image: string): readonly CircuitInput[] {
  const circuit = findMapsData(data, image)?.circuit ?? null;
  return (circuit?.input[k] ?? []).map((input, i) => ({ input, share: circuit!.share[k]![i]! }));
}

const INPUT = fitSide(55);

function findInputTile({ data, files }: PanelContext, k: number, image: string): PlacedTile | null {
  const sheet = findSheet(files, findMaps(data, image).inputs);
  return sheet && { sheet, k, fit: INPUT, look: "none" };
}

function linkInput(
  { data: { layer: { source } }, words }: PanelContext,
  input: number,
  image: string,
): string | null {
  const page = source && `../${encodePath(source)}/${namePage(words.language)}`;
  return page && `${page}#${formatParams({ k: input, image })}`;
}

const SLICE = fitSide(40);

function findSliceTile(
  { data: { layer }, files }: PanelContext,
  { k, input }: { readonly k: number; readonly input: number },
  look: string,
): PlacedTile | null {
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
