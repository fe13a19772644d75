import type { Values } from "../../analysis/kernel/kernel_measures.ts";
import type { LayersFile } from "../../site/atlas/layers_file.ts";
import { toPercent } from "../../site/atlas/row_format.ts";
import { orderByKeys } from "../shell/key_order.ts";

/** What layers are sorted and searched by: columns of numbers as the table shows them, by their names. */
export type LayerColumns = ReadonlyMap<string, Values>;

/** Gathers the columns of the layers of a model; shares are in percent. */
export function gatherColumns({ layers, rows }: LayersFile): LayerColumns {
  const own = Object.entries(rows).map(([name, { value }]) => {
    const shown = value.map((each) => each === null || name === "side" ? each : toPercent(each));
    return [name, shown] as const;
  });
  return new Map<string, Values>([
    ["place", layers.map((_, place) => place + 1)],
    ["kernels", layers.map(({ pairs }) => pairs)],
    ...own,
  ]);
}

// From the first or the least on.
const UPWARDS: ReadonlySet<string> = new Set(["place", "name"]);

/** Tells whether the layers go upwards by a column, where nothing is reversed. */
export function goesUpwards(sort: string): boolean {
  return UPWARDS.has(sort);
}

/**
 * Orders the places of layers: numbers from the largest down, names and places upwards, the other way
 * round where `reversed`. What has no number comes last.
 */
export function orderLayers(
  { layers }: Pick<LayersFile, "layers">,
  columns: LayerColumns,
  { sort, reversed }: { readonly sort: string; readonly reversed: boolean },
): readonly number[] {
  const column = columns.get(sort) ?? [];
  const keys = layers.map(({ name }, place) => sort === "name" ? name : column[place] ?? null);
  return orderByKeys(keys, goesUpwards(sort) !== reversed);
}
