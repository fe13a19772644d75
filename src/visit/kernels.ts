import { studyKernels } from "../analysis/kernel_study.ts";
import type { ImageChannels } from "../analysis/kernel/pixel_space.ts";
import type { Picture } from "../plan/picture.ts";
import type { PlannedLayer, PlannedModel } from "../plan/plan.ts";
import { nameKernelValues } from "../plan/value_files.ts";
import { createError, findReason } from "../reason/error.ts";
import { keyOf } from "../reason/reason.ts";
import type { LayerFinding } from "../report/finding.ts";
import { evaluateBias, evaluateKernels } from "../survey/computed_constants.ts";
import { encodeNpy } from "../tensor/npy.ts";
import { placeLayers } from "./missing.ts";
import { drawPicture } from "./draw.ts";
import { writeValueFiles } from "./value_files.ts";
import type { Visit } from "./visit.ts";

/** What was found about the kernels of a layer. */
type KernelsFinding = Pick<LayerFinding, "kernels" | "pictures" | "values" | "kernelsMissing">;

// Where nothing is drawn, nothing is there.
const NOTHING = { kernels: null, pictures: [], values: null } as const;

/** Draws and measures the kernels of every layer of a model. */
export async function drawKernels(model: PlannedModel, visit: Visit): Promise<KernelsFinding[]> {
  const findings: KernelsFinding[] = [];
  for (const layer of model.layers) {
    visit.step(`draw the kernels of ${model.name}, ${layer.conv.name}`);
    try {
      findings.push(await drawLayer(model, layer, visit));
    } catch (error) {
      visit.fail(placeLayers(model, [layer]), error, [layer]);
      findings.push({ ...NOTHING, kernelsMissing: findReason(error) });
    }
  }
  return findings;
}

async function drawLayer(
  model: PlannedModel,
  planned: PlannedLayer,
  visit: Visit,
): Promise<KernelsFinding> {
  const { conv, folder } = planned;
  if (conv.kernels === null) {
    tellMissing(model, planned, visit);
    return { ...NOTHING, kernelsMissing: conv.kernelsMissing };
  }
  const kernels = await evaluateKernels(conv, visit.effects.runtime);
  const pictures: Picture[] = [];
  for (const picture of planned.pictures) {
    pictures.push(await drawPicture(picture, kernels, { model, layer: planned }, visit));
  }
  const values = await writeValueFiles(nameKernelValues(folder), kernels, visit);
  if (visit.plan.npy) await visit.effects.output.write(`${folder}/kernels.npy`, encodeNpy(kernels));
  const image = describeImage(model, planned);
  const bias = (await evaluateBias(conv, visit.effects.runtime))?.data ?? null;
  const group = conv.shape?.group ?? 1;
  const study = studyKernels(kernels, { image, group, bias });
  return { kernels: study, pictures, values, kernelsMissing: null };
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
  const { channels, std } = recipe;
  const colours = channels === "RGB" || channels === "BGR";
  const reads = readsInput !== null && shape?.inChannels === 3 && shape.group === 1;
  return colours && reads ? { channels, std } : null;
}
