import type { Plan, PlannedModel } from "../plan/plan.ts";
import type { ModelFinding } from "../report/finding.ts";
import { visitModel } from "./model_visit.ts";
import { reckonModel } from "../forecast/loads.ts";
import type { Visit } from "./visit.ts";
import { placeFile } from "../report/failure.ts";

/** What was drawn of a plan, and what was found about it. */
export interface Visited {
  /** The plan, without the models that failed as a whole. */
  readonly plan: Plan;
  /** What was found about the models of that plan, in its order. */
  readonly findings: readonly ModelFinding[];
}

/**
 * Visits the models of a plan. One that fails as a whole, or whose file is no more what it was, is
 * noted, and what was drawn of it removed.
 */
export async function visitModels(visit: Visit): Promise<Visited> {
  const { plan, effects } = visit;
  const drawn: PlannedModel[] = [];
  const findings: ModelFinding[] = [];
  for (const model of plan.models) {
    try {
      const finding = await visit.work.part(
        reckonModel(model, visit),
        (work) => visitModel(model, { ...visit, work }),
      );
      model.onnx.source.requireUnchanged?.();
      drawn.push(model);
      findings.push(finding);
    } catch (error) {
      visit.fail(placeFile(model.path), error);
      await effects.output.remove(model.id);
    }
  }
  return { plan: { ...plan, models: drawn }, findings };
}
