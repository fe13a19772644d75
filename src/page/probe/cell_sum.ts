import { formatCount, formatNumber } from "../../site/format.ts";
import { formatSum } from "../../site/format_sum.ts";
import { findMapsData } from "../../site/layer_data.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import type { ProbedMap } from "./probed_map.ts";

/** A number that adds to a cell of a map, in words. */
export interface SumRow {
  readonly name: string;
  readonly number: string;
}

/** How a cell of a map comes about, in words. */
export interface CellSumText {
  /** What adds up to the cell; none where that is not known. */
  readonly rows: readonly SumRow[];
  readonly total: string;
  /** What else is to be said of the numbers. */
  readonly notes: readonly string[];
}

/** A map: of which kernel, on which photo. */
type MapName = Pick<ProbedMap, "k" | "photo">;

/** A cell whose value is known. */
export interface KnownCell {
  readonly value: number;
  /** How far the value may be from what it stands for. */
  readonly error: number;
  /** Whether it is the one that stands for the map. */
  readonly isPeak: boolean;
}

/** Says what adds up to a cell of a map: at its strongest cell input by input, elsewhere in all. */
export function describeSum(context: PanelContext, map: MapName, cell: KnownCell): CellSumText {
  const { words: { sum: words } } = context;
  const found = findParts(context, map, cell);
  if (found === null) {
    return { rows: [], total: formatNumber(cell.value), notes: [words.unknown] };
  }
  const { parts, bias, total } = found;
  const text = formatSum(parts.map(({ value }) => value), total, { bias, error: cell.error });
  const rows = parts.map(({ name }, i) => ({ name, number: text.parts[i]! }));
  if (text.bias !== null) rows.push({ name: words.bias, number: text.bias });
  const stored = text.format(cell.value);
  const isAlone = rows.length === 1;
  return {
    rows: isAlone ? [{ name: found.alone, number: "" }] : rows,
    total: words.total(text.total),
    notes: [
      ...text.power === "" ? [] : [words.power(text.power)],
      ...stored === text.total ? [] : [words.stored(stored)],
    ],
  };
}

interface Parts {
  readonly parts: readonly { readonly name: string; readonly value: number }[];
  readonly bias: number | null;
  readonly total: number;
  /** What makes the cell where nothing is added. */
  readonly alone: string;
}

function findParts(
  context: PanelContext,
  map: MapName,
  { value, isPeak }: KnownCell,
): Parts | null {
  const { data: { layer, measures } } = context;
  const bias = measures?.kernels?.bias[map.k] ?? null;
  if (!Number.isFinite(value) || (layer.bias !== null && bias === null)) return null;
  const named = isPeak ? nameParts(context, map, bias) : null;
  if (named !== null) return named;
  if (layer.summing !== "exact") return null;
  const { name, alone } = nameWhole(context, map);
  return { parts: [{ name, value: value - (bias ?? 0) }], bias, total: value, alone };
}

function nameParts(
  context: PanelContext,
  { k, photo }: MapName,
  bias: number | null,
): Parts | null {
  const { data, words: { sum: words } } = context;
  const { readsImage, inChannels, group } = data.layer;
  const strongest = findMapsData(data, photo.id)?.strongest ?? null;
  const total = strongest?.total[k] ?? null;
  if (strongest === null || total === null) return null;
  const { name, alone } = nameWhole(context, { k, photo });
  const inputs = strongest.input[k]!;
  const parts = inputs.map((input, i) => {
    return { name: words.map(String(input)), value: strongest.term[k]![i]! };
  });
  const rest = strongest.rest[k] ?? null;
  const left = formatCount(inChannels / group - inputs.length);
  if (rest !== null) parts.push({ name: readsImage ? name : words.others(left), value: rest });
  return { parts, bias, total, alone };
}

// All that a kernel reads.
function nameWhole(
  { data: { layer }, words: { sum: words } }: PanelContext,
  { k, photo }: MapName,
): { readonly name: string; readonly alone: string } {
  const { readsImage, inChannels, outChannels, group } = layer;
  if (readsImage) {
    const name = photo.dims === null ? words.pixels : words.values;
    return { name, alone: name };
  }
  if (inChannels > group) {
    const count = formatCount(inChannels / group);
    return { name: words.maps(count), alone: words.alone.maps(count) };
  }
  const map = String(Math.floor(k / (outChannels / group)));
  return { name: words.map(map), alone: words.alone.map(map) };
}
