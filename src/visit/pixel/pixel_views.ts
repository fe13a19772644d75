import type { PlannedLayer, PlannedModel } from "../../plan/plan.ts";
import { planComposed, type PlannedComposed } from "../../plan/composed_plan.ts";
import type { PixelSource } from "../../plan/picture_kind.ts";
import { findReason } from "../../reason/error.ts";
import type { Reason } from "../../reason/reason.ts";
import type { LayerFinding, ViewFinding } from "../../report/finding.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import { type Composed, composeKernels } from "./composed.ts";
import { drawPictures } from "../draw.ts";
import { type FedPhoto, type Projected, projectKernels } from "./projection.ts";
import { collectInOrder, type HeldResult, holdFailures } from "../side_by_side.ts";
import type { Visit } from "../visit.ts";
import { placeLayers } from "../missing.ts";

/**
 * Draws the kernels of a model's deeper layers composed down to the pixels; null for a layer that
 * reads the photo, whose kernels are there already.
 */
export async function drawComposed(
  model: PlannedModel,
  visit: Visit,
): Promise<(ViewFinding | null)[]> {
  const { layers: planned, image } = model;
  const found = planComposed(model);
  const begun: (HeldResult<ViewFinding | null>)[] = found.map((each) => {
    const view = each !== null && "missing" in each ? each : null;
    return { done: Promise.resolve(view), tell: () => {} };
  });
  const layers = found.flatMap((each, i) =>
    each !== null && "drawn" in each ? [{ i, output: planned[i]!.conv.output, ...each }] : []
  );
  const take = async (layer: typeof layers[number], composed: Composed): Promise<void> => {
    const subject = { source: "effective", model, layer: planned[layer.i]! } as const;
    const step = { doing: null, seconds: visit.costs.composed(model, planned[layer.i]!) };
    const { own, tell } = holdFailures(visit);
    const draw = () => drawView(subject, own, () => takeKernels(layer, composed));
    const { done } = await visit.lanes.begin(
      sizeOfComposed(composed),
      () => visit.work.step(step, draw),
    );
    begun[layer.i] = { done, tell };
  };
  if (image !== null && layers.length > 0) {
    const { work, lanes, costs, effects } = visit;
    const doing = `compose the kernels of ${model.name}`;
    const step = { doing, seconds: costs.composing(model) };
    const compose = () => composeKernels(model.onnx, { image, layers, take }, effects);
    await lanes.feed(() => work.step(step, compose));
  }
  return await collectInOrder(begun);
}

function sizeOfComposed(composed: Composed): number {
  return composed.kind === "kernels" ? composed.kernels.data.byteLength : 0;
}

function takeKernels({ line, drawn }: PlannedComposed, composed: Composed): Tiles | Reason {
  switch (composed.kind) {
    case "kernels":
      return {
        tiles: composed.kernels,
        averagedFrom: isAlike(line.size, drawn) ? null : line.size,
      };
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
  return await visit.work.step(
    step,
    () =>
      drawView({ source: "projections", model, layer }, visit, async () => {
        const source = { model: model.onnx, output: layer.conv.output, cells };
        return takeProjections(await projectKernels(source, photos, visit.effects.runtime));
      }),
  );
}

function takeProjections(projected: Projected): Tiles | Reason {
  if (projected.kind === "obstacle") return projected.reason;
  const { projections: tiles, field } = projected;
  return { tiles, averagedFrom: isAlike(field, tiles.dims.slice(2)) ? null : field };
}

function isAlike(sizes: readonly number[], others: readonly number[]): boolean {
  return sizes.every((size, axis) => size === others[axis]);
}

/** Tiles [kernels, channels, height, width], and the fields that were averaged to their size. */
interface Tiles {
  readonly tiles: Tensor;
  /** Null where the tiles have the size of the fields. */
  readonly averagedFrom: readonly number[] | null;
}

// A view that fails is told and leaves the rest of the layer as it is.
async function drawView(
  { source, model, layer }: {
    readonly source: PixelSource;
    readonly model: PlannedModel;
    readonly layer: PlannedLayer;
  },
  visit: Visit,
  compute: () => Tiles | Reason | Promise<Tiles | Reason>,
): Promise<ViewFinding> {
  try {
    const made = await compute();
    if ("code" in made) return { missing: made };
    const { tiles, averagedFrom } = made;
    const subject = { model, layer, photo: null };
    return { ...await drawPictures({ [source]: tiles }, subject, visit), averagedFrom };
  } catch (error) {
    visit.fail(placeLayers(model, [layer]), error);
    return { missing: findReason(error) };
  }
}
