import {
  findMeasureWords,
  isAngle,
  listMeasureColumns,
  openFormat,
} from "../../site/measure_columns.ts";
import type { TileValue } from "../tile/tile_notes.ts";
import type { PanelContext } from "./panel_context.ts";

/**
 * Says by which measure pairs are sorted, and from where to where it goes over those that are
 * shown; null where they are sorted by something else.
 */
export function describeSort(
  { data: { layer, measures, photos }, words }: Pick<PanelContext, "data" | "words">,
  sort: string,
  shown: readonly number[],
): string | null {
  const column = listMeasureColumns(measures).find(({ id }) => id === sort);
  const values = shown.map((k) => column?.values[k] ?? null).filter((value) => value !== null);
  const [first, last] = [values[0], values.at(-1)];
  if (!column || first === undefined || last === undefined) return null;
  const { name } = findMeasureWords(column, words, layer);
  const tried = measures?.experiments?.images.length;
  const means = { kernel: 1, map: photos.length, experiment: tried, tuning: 1, dataset: 1 };
  const count = means[column.of] ?? 1;
  const over = count > 1 ? words.count.photos(count) : null;
  const format = openFormat(column);
  return words.tools.sortedBy(name, over, [format(first), format(last)]);
}

/** Finds what stands at the tiles of what pairs are sorted by; null where that is no number. */
export function findSortValues(
  { data: { measures }, facts: { families } }: Pick<PanelContext, "data" | "facts">,
  sort: string,
): ((k: number) => TileValue | null) | null {
  if (sort === "family") {
    return families && ((k) => tellValue(families[k], (family) => ({ text: String(family) })));
  }
  const column = listMeasureColumns(measures).find(({ id }) => id === sort);
  if (!column) return null;
  const known = column.values.filter((value) => value !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const format = openFormat(column);
  const turns = isAngle(column) || most === least;
  return (k) =>
    tellValue(column.values[k], (value) => {
      const share = turns ? null : (value - least) / (most - least);
      return { text: format(value), share };
    });
}

function tellValue(
  value: number | null | undefined,
  tell: (value: number) => { readonly text: string; readonly share?: number | null },
): TileValue | null {
  return value === null || value === undefined ? null : { share: null, ...tell(value) };
}
