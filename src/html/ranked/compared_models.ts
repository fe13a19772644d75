import type { LayerReport } from "../../report/layer_report.ts";
import type { Report } from "../../report/report.ts";
import type { ReportComparison } from "../../report/report_comparison.ts";
import type { ReportLayer } from "../../report/report_layer.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { shortenLayers } from "../../site/name/short_names.ts";
import { namePhoto } from "../../site/photo_view.ts";

/** The models of a comparison, and what is known of their layers. */
export interface ComparedModels {
  readonly a: ReportModel;
  readonly b: ReportModel;
  /** What was measured of a layer; null where nothing was. */
  readonly findMeasures: (model: ReportModel, layer: ReportLayer) => LayerReport | null;
  readonly namePhoto: (id: string) => string;
  /** Names a layer of one of them by its id, as short as tells it from the others. */
  readonly nameLayer: (side: "a" | "b", id: string) => string;
}

/** Finds the models of a comparison. */
export function findCompared(
  { a, b }: ReportComparison,
  { report, layers }: { readonly report: Report; readonly layers: readonly LayerReport[] },
): ComparedModels {
  const measures = new Map(layers.map((each) => [`${each.model}/${each.layer}`, each]));
  const find = (id: string): ReportModel => report.models.find((model) => model.id === id)!;
  const names = { a: shortenLayers(find(a).layers), b: shortenLayers(find(b).layers) };
  return {
    a: find(a),
    b: find(b),
    nameLayer: (side, id) => names[side].get(id) ?? id,
    findMeasures: (model, layer) => measures.get(`${model.id}/${layer.id}`) ?? null,
    namePhoto: (id) => namePhoto(report, id),
  };
}

/** Finds a layer of one of them, by its id. */
export function findComparedLayer({ layers }: ReportModel, id: string): ReportLayer | undefined {
  return layers.find((layer) => layer.id === id);
}
