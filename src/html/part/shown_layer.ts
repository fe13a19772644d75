import type { ReportLayer } from "../../report/report_layer.ts";
import type { ReportModel } from "../../report/report_model.ts";
import { findKernelPicture } from "../../site/tile/kernel_view.ts";

/** A layer of a model. */
export interface ShownLayer {
  readonly model: ReportModel;
  readonly layer: ReportLayer;
}

/** Finds the first layer of models that is wanted; null where there is none. */
export function findLayer(
  models: readonly ReportModel[],
  isWanted: (layer: ReportLayer) => boolean,
): ShownLayer | null {
  for (const model of models) {
    const layer = model.layers.find(isWanted);
    if (layer !== undefined) return { model, layer };
  }
  return null;
}

/** Tells whether a layer shows kernels beside their maps. */
export function showsPairs(layer: ReportLayer): boolean {
  return findKernelPicture(layer) !== null && layer.maps.length > 0;
}
