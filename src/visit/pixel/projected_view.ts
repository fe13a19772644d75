import type { PhotoCell } from "../../analysis/map/top_cells.ts";
import type { PlannedLayer, PlannedModel } from "../../plan/plan.ts";
import { findReason } from "../../reason/error.ts";
import type { Reason } from "../../reason/reason.ts";
import type { LayerFinding, ViewFinding } from "../../report/finding.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { drawPictures } from "../draw.ts";
import { placeLayers } from "../missing.ts";
import type { Visit } from "../visit.ts";
import { type FedPhoto, type Projected, projectKernels } from "./projection.ts";
import { findAveragedField } from "./averaged_field.ts";

/** Draws the strongest activation of every kernel of a layer projected back to the pixels. */
export async function drawProjections(
  model: PlannedModel,
  layer: PlannedLayer,
  { excited, photos }: Pick<LayerFinding, "excited"> & { readonly photos: readonly FedPhoto[] },
  visit: Visit,
): Promise<ViewFinding> {
  if (!visit.plan.projections) {
    return { missing: { code: "not-asked-for" } };
  }
  const cells = excited()?.exciting.map(([cell = null]) => cell) ?? null;
  if (cells === null) return { missing: { code: "field-unknown" } };
  const doing = `project ${model.name}, ${layer.conv.name}`;
  const step = { doing, seconds: visit.costs.projections(model, layer) };
  return await visit.work.step(step, () => drawView(model, { layer, cells, photos }, visit));
}

/** A layer, and what excites its kernels most. */
interface ProjectedSubject {
  readonly layer: PlannedLayer;
  readonly cells: readonly (PhotoCell | null)[];
  readonly photos: readonly FedPhoto[];
}

// A view that fails is told and leaves the rest of the layer as it is.
async function drawView(
  model: PlannedModel,
  { layer, cells, photos }: ProjectedSubject,
  visit: Visit,
): Promise<ViewFinding> {
  try {
    const source = { model: model.onnx, output: layer.conv.output, cells };
    const made = takeProjections(await projectKernels(source, photos, visit.effects.runtime));
    if ("code" in made) return { missing: made };
    const { tiles, averagedFrom } = made;
    const subject = { model, layer, photo: null };
    return { ...await drawPictures({ projections: tiles }, subject, visit), averagedFrom };
  } catch (error) {
    visit.fail(placeLayers(model, [layer]), error);
    return { missing: findReason(error) };
  }
}

function takeProjections(projected: Projected): Tiles | Reason {
  if (projected.kind === "obstacle") return projected.reason;
  const { projections: tiles, field } = projected;
  return { tiles, averagedFrom: findAveragedField(field, tiles.dims.slice(2)) };
}

/** Tiles [kernels, channels, height, width], and the fields that were averaged to their size. */
interface Tiles {
  readonly tiles: Tensor;
  /** Null where the tiles have the size of the fields. */
  readonly averagedFrom: readonly number[] | null;
}
