import { findMeasureWords, formatMeasure, listMeasureColumns } from "../../site/measure_columns.ts";
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
  const means = { kernel: 1, map: photos.length, experiment: tried, tuning: 1 };
  const count = means[column.of] ?? 1;
  const over = count > 1 ? words.count.photos(count) : null;
  return words.tools.sortedBy(name, over, [
    formatMeasure(column, first),
    formatMeasure(column, last),
  ]);
}
