import { type TrialName, TRIALS } from "../../analysis/trial/trial.ts";
import { explainReason } from "../../reason/error.ts";
import type { Reason } from "../../reason/reason.ts";
import type { ModelFinding } from "../finding.ts";
import type { ReportModel } from "../report_model.ts";

type ExperimentsOfModel = Pick<
  ReportModel,
  "experiments" | "experimentsMissing" | "experimentsReason"
>;

/** Assembles which photos a model was fed in other ways, and in which, or why it was fed none. */
export function assembleExperiments(
  { inputs, layers }: Pick<ModelFinding, "inputs" | "layers">,
  isAsked: boolean,
): ExperimentsOfModel {
  const tried = new Set<string>();
  const run = new Set<TrialName>();
  for (const { experiments } of layers) {
    const found = experiments();
    found?.images.forEach((id) => tried.add(id));
    found?.trials.forEach((trial) => run.add(trial));
  }
  if (tried.size === 0) return explainMissing({ code: isAsked ? "no-trial" : "no-trials-asked" });
  const images = inputs.map(({ photo }) => photo).filter((id) => tried.has(id));
  const experiments = { images, trials: TRIALS.filter((trial) => run.has(trial)) };
  return { experiments, experimentsMissing: null, experimentsReason: null };
}

function explainMissing(reason: Reason): ExperimentsOfModel {
  return {
    experiments: null,
    experimentsMissing: explainReason(reason),
    experimentsReason: reason,
  };
}
