import type { ComposedOptions } from "../../analysis/kernel/composed_measures.ts";
import { composedJob } from "../../jobs/composed_job.ts";
import { planComposed, type PlannedComposed } from "../../plan/composed_plan.ts";
import type { PlannedLayer, PlannedModel } from "../../plan/plan.ts";
import { findReason } from "../../reason/error.ts";
import type { LayerFinding } from "../../report/finding.ts";
import { freeOwnBytes } from "../../tensor/freed_bytes.ts";
import { countElements, type Tensor } from "../../tensor/tensor.ts";
import { keepEvents } from "../board.ts";
import { planDrawings } from "../draw.ts";
import { describeColours } from "../image_colours.ts";
import { writeFiles } from "../made_files.ts";
import { placeLayers } from "../missing.ts";
import { collectInOrder, type HeldResult, holdFailures } from "../side_by_side.ts";
import type { Visit } from "../visit.ts";
import { type Composed, composeKernels } from "./composed.ts";
import { findAveragedField } from "./averaged_field.ts";

/** What was found about the kernels of a layer composed down to the pixels. */
interface ComposedFinding extends Pick<LayerFinding, "effective" | "composed"> {
  /** Their tints; null where these are not known. */
  readonly tints: Tensor | null;
}

const NOTHING = { composed: null, tints: null } as const;

/** A layer whose kernels are composed. */
interface ComposedSubject extends PlannedComposed {
  readonly planned: PlannedLayer;
  /** Its place among the layers of the model. */
  readonly i: number;
  /** The convolution's own output. */
  readonly output: string;
}

/**
 * Draws and measures the kernels of a model's deeper layers composed down to the pixels; null for a
 * layer that reads the photo, whose kernels are there already.
 */
export async function drawComposed(
  model: PlannedModel,
  visit: Visit,
): Promise<ComposedFinding[]> {
  const { layers: planned, image } = model;
  const found = planComposed(model);
  const begun: HeldResult<ComposedFinding>[] = found.map((each) => {
    const effective = each !== null && "missing" in each ? each : null;
    return { done: Promise.resolve({ effective, ...NOTHING }), tell: () => {} };
  });
  const layers = found.flatMap((each, i): ComposedSubject[] => {
    if (each === null || "missing" in each) return [];
    return [{ i, planned: planned[i]!, output: planned[i]!.conv.output, ...each }];
  });
  const take = async (layer: ComposedSubject, composed: Composed): Promise<void> => {
    const step = { doing: null, seconds: visit.costs.composed(model, layer.planned) };
    const { own, tell } = holdFailures(visit);
    const draw = () => drawOne(model, { layer, composed }, own);
    const size = sizeOfComposed(composed);
    const { done } = await visit.lanes.begin(size, () => visit.work.step(step, draw));
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

// What fails is told and leaves the rest of the layer as it is.
async function drawOne(
  model: PlannedModel,
  { layer, composed }: { readonly layer: ComposedSubject; readonly composed: Composed },
  visit: Visit,
): Promise<ComposedFinding> {
  try {
    switch (composed.kind) {
      case "kernels":
        return await drawKernels(model, { layer, kernels: composed.kernels }, visit);
      case "obstacle":
        return { effective: { missing: composed.reason }, ...NOTHING };
      case "failure":
        throw composed.error;
    }
  } catch (error) {
    visit.fail(placeLayers(model, [layer.planned]), error);
    return { effective: { missing: findReason(error) }, ...NOTHING };
  }
}

async function drawKernels(
  model: PlannedModel,
  { layer, kernels }: { readonly layer: ComposedSubject; readonly kernels: Tensor },
  visit: Visit,
): Promise<ComposedFinding> {
  const subject = { model, layer: layer.planned, photo: null };
  const { pictures, drawings } = planDrawings({ effective: kernels }, subject, visit);
  const { measures, tints, files, events } = await visit.effects.crew.do(composedJob, {
    kernels,
    known: describeKernels(model, layer, kernels),
    drawings: drawings.map(({ drawing }) => drawing),
  });
  freeOwnBytes(kernels.data);
  await writeFiles(files, visit);
  const { line: { size }, drawn } = layer;
  return {
    effective: {
      pictures,
      events: keepEvents(events, visit),
      averagedFrom: findAveragedField(size, drawn),
    },
    composed: measures,
    tints,
  };
}

// Both axes are averaged alike, but for what rounding to whole pixels leaves.
function describeKernels(
  { preprocess: { recipe } }: PlannedModel,
  { line: { size }, drawn }: PlannedComposed,
  { dims: [, channels = 0] }: Tensor,
): ComposedOptions {
  const step = (countElements(size) / countElements(drawn)) ** (1 / size.length);
  return { image: describeColours(recipe, channels), step };
}
