import type { ImageChannels } from "../analysis/kernel/pixel_space.ts";
import { type KernelsInput, kernelsJob } from "../jobs/kernels_job.ts";
import { planLeading } from "../plan/leading_plan.ts";
import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";
import { nameKernelArray } from "../plan/array_file.ts";
import { isLeftToPage } from "../plan/picture_format.ts";
import { planToldCosines, type ToldCosines } from "../plan/numbers/told_cosines.ts";
import { nameKernelValues } from "../plan/value_files.ts";
import { createError, findReason } from "../reason/error.ts";
import { keyOf } from "../reason/reason.ts";
import type { LayerFinding } from "../report/finding.ts";
import { evaluateBias, evaluateKernels } from "../survey/computed_constants.ts";
import { freeOwnBytes } from "../tensor/freed_bytes.ts";
import { countTensorBytes } from "../tensor/tensor.ts";
import { placeLayers } from "./missing.ts";
import { keepEvents } from "./board.ts";
import { planDrawing } from "./draw.ts";
import type { PatternedLayer } from "./pixel/leading_views.ts";
import { describeColours } from "./image_colours.ts";
import { writeFiles } from "./made_files.ts";
import { beginEach } from "./side_by_side.ts";
import { tellCosines } from "./told_cosines.ts";
import type { Visit } from "./visit.ts";

/** What was found about the kernels of a layer. */
interface KernelsFinding extends
  Pick<
    LayerFinding,
    | "kernels"
    | "neighbours"
    | "mixing"
    | "pictures"
    | "values"
    | "cosines"
    | "events"
    | "kernelsMissing"
  >,
  PatternedLayer {}

/** What is found where they are drawn. */
type DrawnKernels = Omit<KernelsFinding, "cosines">;

// Where nothing is drawn, nothing is there.
const NOTHING = {
  kernels: null,
  neighbours: () => null,
  mixing: () => null,
  patterns: () => null,
  tints: null,
  pictures: [],
  values: null,
  events: null,
} as const;

/** Draws and measures the kernels of every layer of a model. */
export async function drawKernels(model: PlannedModel, visit: Visit): Promise<KernelsFinding[]> {
  const { lanes, plan } = visit;
  const told = planToldCosines(plan, model);
  const task = async (layer: PlannedLayer, own: Visit): Promise<DrawnKernels> => {
    const doing = `draw the kernels of ${model.name}, ${layer.conv.name}`;
    const step = { doing, seconds: visit.costs.kernels(layer) };
    try {
      return await visit.work.step(step, () => drawLayer({ model, layer, told }, own));
    } catch (error) {
      own.fail(placeLayers(model, [layer]), error, [layer]);
      return { ...NOTHING, kernelsMissing: findReason(error) };
    }
  };
  const begun = await lanes.feed(() =>
    beginEach(model.layers, { sizeOf: sizeOfKernels, task }, visit)
  );
  const drawn = await begun.done;
  const kept = model.layers.map((layer, i) => ({ layer, values: drawn[i]!.values }));
  const cosines = await tellCosines(kept, told, visit);
  return drawn.map((each, i) => ({ ...each, cosines: cosines[i]! }));
}

/** A layer whose kernels are drawn. */
interface KernelsSubject {
  readonly model: PlannedModel;
  readonly layer: PlannedLayer;
  /** Of which layers cosines are told, which their numbers then need not hold. */
  readonly told: ToldCosines;
}

function sizeOfKernels({ conv: { kernels } }: PlannedLayer): number {
  return kernels === null ? 0 : countTensorBytes(kernels.dims);
}

async function drawLayer(subject: KernelsSubject, visit: Visit): Promise<DrawnKernels> {
  const { model, layer: planned } = subject;
  const { conv, pictures } = planned;
  if (conv.kernels === null) {
    tellMissing(model, planned, visit);
    return { ...NOTHING, kernelsMissing: conv.kernelsMissing };
  }
  const input = await gatherInput(subject, visit);
  const { study, mixing: mixed, leading, tints, values, files, ...made } = await visit.effects.crew
    .do(
      kernelsJob,
      input,
    );
  freeOwnBytes(input.kernels.data);
  await writeFiles(files, visit);
  const events = keepEvents(made.events, visit);
  const { neighbours: near, ...kernels } = study;
  const { output } = visit.effects;
  return {
    kernels,
    neighbours: output.setAside(near),
    mixing: output.setAside(mixed),
    patterns: output.setAside(leading),
    tints,
    pictures,
    values,
    events,
    kernelsMissing: null,
  };
}

async function gatherInput(
  { model, layer: planned, told }: KernelsSubject,
  visit: Visit,
): Promise<KernelsInput> {
  const { conv, folder, id, pictures } = planned;
  const { plan, effects } = visit;
  const own = pictures.filter(({ kind }) => !isLeftToPage(kind, plan));
  const drawings = own.map((each) => planDrawing(each, { model, layer: planned }, visit));
  return {
    kernels: await evaluateKernels(conv, effects.runtime),
    known: {
      image: describeImage(model, planned),
      group: conv.shape?.group ?? 1,
      bias: (await evaluateBias(conv, effects.runtime))?.data ?? null,
    },
    drawings,
    leading: planLeading(planned) !== null,
    values: plan.values === "none"
      ? null
      : { folder: nameKernelValues(folder), form: plan.values, loose: told.has(id) },
    npy: plan.npy ? nameKernelArray(folder) : null,
    spread: plan.board ? { tag: `${id}/kernels/weights`, step: 0 } : null,
  };
}

// Kernels that a model makes while it runs are no failure: there are none to be had.
function tellMissing(model: PlannedModel, planned: PlannedLayer, { fail }: Visit): void {
  const { kernelsMissing: reason, mapsMissing } = planned.conv;
  if (reason === null || reason.code === "computed") return;
  if (mapsMissing !== null && keyOf(reason) === keyOf(mapsMissing)) return; // told with the maps
  const error = createError(Error, { code: "kernels-not-drawn", reason });
  fail(placeLayers(model, [planned]), error, [planned]);
}

// Kernels that read a photo's three colours are measured in the space of its pixels.
function describeImage(
  { preprocess: { recipe } }: PlannedModel,
  { conv: { readsInput, shape } }: PlannedLayer,
): ImageChannels | null {
  const reads = readsInput !== null && shape?.group === 1;
  return reads ? describeColours(recipe, shape.inChannels) : null;
}
