import { studyLayer } from "../analysis/layer_study.ts";
import { findOnPadding } from "../analysis/map/on_padding.ts";
import { mergeTopCells } from "../analysis/map/top_cells.ts";
import type { PlannedModel } from "../plan/plan.ts";
import type { LayerFinding, ModelFinding } from "../report/finding.ts";
import { drawKernels } from "./kernels.ts";
import { drawMaps } from "./photo/maps.ts";
import { drawComposed, drawProjections } from "./pixel/pixel_views.ts";
import { reckonPhotos } from "../forecast/loads.ts";
import type { Visit } from "./visit.ts";

/**
 * Draws and measures the kernels of a model's layers, then runs the model on
 * every photo, draws and measures its maps, and studies what the two have to do
 * with each other. What fails is noted, and the rest goes on.
 */
export async function visitModel(model: PlannedModel, visit: Visit): Promise<ModelFinding> {
  const kernels = await drawKernels(model, visit);
  const { inputs, maps, fed } = await visit.work.part(
    reckonPhotos(model, visit),
    (work) => drawMaps(model, { ...visit, work }),
  );
  const effective = await drawComposed(model, visit);
  const layers: LayerFinding[] = [];
  for (const [i, layer] of model.layers.entries()) {
    const exciting = mergeTopCells(maps[i]!.maps);
    const inside = maps[i]!.maps.map(({ photo, topInside: top }) => ({ photo, top }));
    const study = await visit.work.step(
      { doing: null, seconds: visit.costs.study(layer) },
      () => studyLayer(kernels[i]!.kernels, maps[i]!.maps),
    );
    layers.push({
      ...kernels[i]!,
      ...maps[i]!,
      study,
      exciting,
      excitingInside: mergeTopCells(inside, { last: true }),
      onPadding: findOnPadding(maps[i]!.maps.map(({ peaks }) => peaks)),
      effective: effective[i]!,
      projections: await drawProjections(model, layer, { cells: exciting, photos: fed }, visit),
    });
  }
  return { inputs, layers };
}
