import type { Report } from "../../report/report.ts";
import type { ReportModel } from "../../report/report_model.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import type { SiteWords } from "../../words/words.ts";
import { reasonOf } from "../../report/failure.ts";
import { PLACES, REASONS } from "../../words/reasons.ts";

/** Something that is not there, and why: the view of `failures.hbs`. */
export interface FailureView {
  readonly where: string;
  readonly message: string;
}

/** Views what a layer's page lacks. */
export function viewMissing(
  layer: ReportLayer,
  { language, overview }: SiteWords,
): readonly FailureView[] {
  const { kernelsReason, mapsReason } = layer;
  const missing = [
    [overview.kernelsNotDrawn, kernelsReason],
    [overview.mapsNotDrawn, mapsReason],
  ] as const;
  return missing.flatMap(([where, reason]) =>
    reason === null ? [] : [{ where, message: REASONS[language](reason) }]
  );
}

/** Views all that a report lacks; layers of a model that lack the same are one entry. */
export function viewFailures(
  { failures, models }: Report,
  words: SiteWords,
): readonly FailureView[] {
  const told = failures.filter(({ layers }) => layers === undefined)
    .map((failure) => ({
      where: PLACES[words.language](failure),
      message: REASONS[words.language](reasonOf(failure)),
    }));
  return [...told, ...models.flatMap((model) => viewMissingLayers(model, words))];
}

function viewMissingLayers(
  { name, layers }: ReportModel,
  words: SiteWords,
): readonly FailureView[] {
  const groups = new Map<string, { what: string; message: string; layers: string[] }>();
  for (const layer of layers) {
    for (const { where, message } of viewMissing(layer, words)) {
      const key = JSON.stringify([where, message]);
      const group = groups.get(key) ?? { what: where, message, layers: [] };
      group.layers.push(layer.name);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ what, message, layers }) => ({
    where: words.overview.lack(name, nameLayers(layers, words), what),
    message,
  }));
}

function nameLayers(names: readonly string[], { overview }: SiteWords): string {
  const [first = ""] = names;
  return names.length === 1 ? first : overview.layersFrom(names.length, first);
}
