import type { PlannedLayer, PlannedModel } from "../../plan/plan.ts";
import type { PixelSource } from "../../plan/picture_kind.ts";
import { findReason } from "../../reason/error.ts";
import type { Reason } from "../../reason/reason.ts";
import type { ViewFinding } from "../../report/finding.ts";
import type { ReceptiveField } from "../../onnx/field/receptive_field.ts";
import type { PhotoCell } from "../../analysis/map/top_cells.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { type Composed, composeKernels } from "./composed.ts";
import { drawPictures } from "../draw.ts";
import { type FedPhoto, projectKernels } from "./projection.ts";
import type { Visit } from "../visit.ts";
import { placeLayers } from "../missing.ts";

// Beyond, a kernel's linear path says little, and its picture is as large as a photo.
const LARGEST_FIELD = 128;

/**
 * Draws the kernels of a model's deeper layers composed down to the pixels; null for a layer that
 * reads the photo, whose kernels are there already.
 */
export async function drawComposed(
  model: PlannedModel,
  visit: Visit,
): Promise<(ViewFinding | null)[]> {
  const { layers: planned, image } = model;
  const found = planned.map((layer) => findLine(layer, image));
  const views: (ViewFinding | null)[] = found.map((line) =>
    line !== null && "missing" in line ? line : null
  );
  const layers = found.flatMap((line, i) =>
    line !== null && "size" in line ? [{ i, output: planned[i]!.conv.output, line }] : []
  );
  const take = async ({ i }: { readonly i: number }, composed: Composed): Promise<void> => {
    const subject = { source: "effective", model, layer: planned[i]! } as const;
    const step = { doing: null, seconds: visit.costs.composed(planned[i]!) };
    views[i] = await visit.work.step(
      step,
      () => drawView(subject, visit, () => takeKernels(composed)),
    );
  };
  if (image !== null) {
    await composeKernels(model.onnx, { image, layers, take }, visit.effects.runtime);
  }
  return views;
}

// The line of the fields of a layer whose kernels are composed; null for one that reads the photo.
function findLine(
  { conv: { readsInput, shape }, field }: PlannedLayer,
  image: string | null,
): ReceptiveField | { readonly missing: Reason } | null {
  if (readsInput !== null || shape === null) return null;
  if (image === null || field === null) return { missing: { code: "field-unknown" } };
  if ("missing" in field) return { missing: field.missing };
  const { line, whole } = field;
  if (whole) return { missing: { code: "field-whole" } };
  if (line === null) return { missing: { code: "field-uneven" } };
  if (Math.max(...line.size) <= LARGEST_FIELD) return line;
  return { missing: { code: "field-too-large", size: line.size, most: LARGEST_FIELD } };
}

function takeKernels(composed: Composed): Tensor | Reason {
  switch (composed.kind) {
    case "kernels":
      return composed.kernels;
    case "obstacle":
      return composed.reason;
    case "failure":
      throw composed.error;
  }
}

/** Draws the strongest activation of every kernel of a layer projected back to the pixels. */
export async function drawProjections(
  model: PlannedModel,
  layer: PlannedLayer,
  { cells, photos }: {
    readonly cells: readonly (readonly PhotoCell[])[] | null;
    readonly photos: readonly FedPhoto[];
  },
  visit: Visit,
): Promise<ViewFinding> {
  if (!visit.plan.projections) {
    return { missing: { code: "not-asked-for" } };
  }
  if (cells === null) return { missing: { code: "field-unknown" } };
  const doing = `project ${model.name}, ${layer.conv.name}`;
  const step = { doing, seconds: visit.costs.projections(layer) };
  return await visit.work.step(
    step,
    () =>
      drawView({ source: "projections", model, layer }, visit, async () => {
        const strongest = cells.map(([cell = null]) => cell);
        const source = { model: model.onnx, output: layer.conv.output, cells: strongest };
        const projected = await projectKernels(source, photos, visit.effects.runtime);
        return projected.kind === "projections" ? projected.projections : projected.reason;
      }),
  );
}

// A view that fails is told and leaves the rest of the layer as it is.
async function drawView(
  { source, model, layer }: {
    readonly source: PixelSource;
    readonly model: PlannedModel;
    readonly layer: PlannedLayer;
  },
  visit: Visit,
  compute: () => Tensor | Reason | Promise<Tensor | Reason>,
): Promise<ViewFinding> {
  try {
    const tiles = await compute();
    if ("code" in tiles) return { missing: tiles };
    const subject = { model, layer, photo: null };
    return { pictures: await drawPictures({ [source]: tiles }, subject, visit) };
  } catch (error) {
    visit.fail(placeLayers(model, [layer]), error);
    return { missing: findReason(error) };
  }
}
