import { kernelCosinesJob } from "../jobs/kernel_cosines_job.ts";
import type { PlannedLayer } from "../plan/plan.ts";
import { nameToldCosines, type ToldCosines } from "../plan/numbers/told_cosines.ts";
import { type CosinesFile, roundCosines } from "../report/cosines_file.ts";
import { writeDataScript } from "../report/data_script.ts";
import type { LayerFinding } from "../report/finding.ts";
import { evaluateKernels } from "../survey/computed_constants.ts";
import type { Visit } from "./visit.ts";

/** A layer whose kernels were drawn, or not. */
interface DrawnLayer extends Pick<LayerFinding, "values"> {
  readonly layer: PlannedLayer;
}

/**
 * Tells of the layers of a model whose numbers are loose how alike their kernels are, layer by layer:
 * the weights of two are there at a time. Gives the ids of those that each is told of.
 */
export async function tellCosines(
  drawn: readonly DrawnLayer[],
  told: ToldCosines,
  visit: Visit,
): Promise<string[][]> {
  const kept = new Set(drawn.flatMap(({ layer, values }) => values === null ? [] : [layer.id]));
  const tellOne = async ({ layer }: DrawnLayer): Promise<string[]> => {
    const before = (kept.has(layer.id) && told.get(layer.id) || []).filter(({ id }) =>
      kept.has(id)
    );
    if (before.length > 0) await writeCosines(layer, before, visit);
    return before.map(({ id }) => id);
  };
  const ids: string[][] = [];
  for (const each of drawn) ids.push(await tellOne(each));
  return ids;
}

async function writeCosines(
  layer: PlannedLayer,
  before: readonly PlannedLayer[],
  { effects: { crew, output, runtime } }: Visit,
): Promise<void> {
  const found: [string, CosinesFile[string]][] = [];
  const b = await evaluateKernels(layer.conv, runtime);
  for (const other of before) {
    const kernels = { a: await evaluateKernels(other.conv, runtime), b };
    found.push([other.id, roundCosines(await crew.do(kernelCosinesJob, kernels))]);
  }
  const name = nameToldCosines(layer.folder);
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(found)));
  await output.write(`${name}.js`, writeDataScript(name, json, "text"));
}
