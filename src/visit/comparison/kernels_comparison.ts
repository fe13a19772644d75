import { comparedKernelsJob } from "../../jobs/compared_kernels_job.ts";
import { findReason } from "../../reason/error.ts";
import type { Reason } from "../../reason/reason.ts";
import type { MapsComparison, TwinsFinding } from "../../report/comparison_finding.ts";
import { evaluateKernels } from "../../survey/computed_constants.ts";
import type { Visit } from "../visit.ts";
import { type KnownPairings, openPairings } from "./known_pairings.ts";
import type { LayerSide, Twins } from "./side.ts";

/**
 * Compares the kernels of layers that go together, one after the other: the weights of one are there
 * at a time, and a layer's inputs stand as the kernels do that make them.
 */
export async function compareTwinKernels(
  twins: readonly Twins[],
  maps: readonly MapsComparison[],
  visit: Visit,
): Promise<TwinsFinding[]> {
  const found: TwinsFinding[] = [];
  const known = openPairings();
  for (const [i, each] of twins.entries()) {
    const step = { doing: null, seconds: visit.costs.comparedKernels(each.a.layer) };
    const own = await visit.work.step(step, () => compareKernelsOf(each, maps[i]!, known, visit));
    known.add(each, own.other);
    found.push({ ...maps[i]!, ...own });
  }
  return found;
}

async function compareKernelsOf(
  { a, b }: Twins,
  { other, errors }: MapsComparison,
  known: KnownPairings,
  { effects: { crew, runtime } }: Visit,
): Promise<Pick<TwinsFinding, "other" | "inputs" | "moves">> {
  const found = known.findInputs({ a, b });
  const inputs = found === "unknown" ? null : found;
  const told = { other, inputs };
  const lacking = [a, b].find(({ finding }) => finding.kernels === null);
  if (lacking !== undefined) return { ...told, moves: { missing: explainLacking(lacking) } };
  if (found === "unknown") return { ...told, moves: { missing: { code: "inputs-unpaired" } } };
  try {
    const kernels = {
      a: await evaluateKernels(a.layer.conv, runtime),
      b: await evaluateKernels(b.layer.conv, runtime),
    };
    const isPaired = !("missing" in errors);
    return { ...told, ...await crew.do(comparedKernelsJob, { ...kernels, ...told, isPaired }) };
  } catch (error) {
    return { ...told, moves: { missing: findReason(error) } };
  }
}

function explainLacking({ model, finding: { kernelsMissing } }: LayerSide): Reason {
  return { code: "side-lacks", model: model.name, reason: kernelsMissing! };
}
