import { identifyMeasure } from "../../site/measure_columns.ts";
import type { MeasureMeanings } from "../../words/measure_section.ts";
import type { SiteWords } from "../../words/words.ts";
import type { ExplainedView } from "./explained_view.ts";

/** Explains measures, by what stands for each in addresses. */
export function explainMeasures(
  measures: readonly Pick<ExplainedView, "id" | "name" | "unit">[],
  { measureMeaning }: SiteWords,
): readonly ExplainedView[] {
  const meanings = listMeanings(measureMeaning);
  return measures.map(({ id, name, unit }) => {
    return { id, name, unit, meaning: meanings.get(id)!, tone: null, count: null };
  });
}

function listMeanings(
  { kernels, maps, experiments, tuning, dataset, columns }: MeasureMeanings,
): ReadonlyMap<string, string> {
  const list = (of: "map" | "tuning" | "dataset", all: Readonly<Record<string, string>>) =>
    Object.entries(all).map(([measure, meaning]) =>
      [identifyMeasure({ of, measure }), meaning] as const
    );
  return new Map([
    ...Object.entries({ ...kernels, ...experiments, ...columns }),
    ...list("map", maps),
    ...list("tuning", tuning),
    ...list("dataset", dataset),
  ]);
}
