import { visible } from "./config/problem/visible.ts";
import type { Config } from "./config/config.ts";
import type { Effects } from "./effects.ts";
import type { FormOptions } from "./form/forms.ts";
import { type Costs, createCosts } from "./forecast/costs.ts";
import { type Forecast, forecastPlan } from "./forecast/forecast.ts";
import { createShapes } from "./forecast/shapes.ts";
import { listWarnings } from "./forecast/warnings.ts";
import { explainPreprocess } from "./survey/recipe/recipe_text.ts";
import { type Plan, type PlannedModel, planReport } from "./plan/plan.ts";
import { explainReason } from "./reason/error.ts";
import { type Survey, surveyConfig } from "./survey/survey.ts";

/** What a report holds beside what its config asks for. */
export interface GenerateOptions extends FormOptions {
  /** What messages call the config, such as `convatlas.json`. */
  readonly source?: string;
  /**
   * What messages put before a command that the user may type, such as `deno task`.
   *
   * @default {"convatlas"}
   */
  readonly program?: string;
}

/** A report before any model has run: what will be done, and what that will take. */
export interface PreparedReport extends Disposable {
  readonly survey: Survey;
  readonly plan: Plan;
  readonly costs: Costs;
  readonly forecast: Forecast;
}

/**
 * Looks up what a config names, plans what will be read, painted and written, and foretells what that
 * takes; warns of what few places hold. The models' files are open until it is disposed.
 *
 * @throws {ConfigError} If the config names what is not there.
 * @throws {Error} If no model can be read.
 */
export async function prepareReport(
  config: Config,
  world: Pick<Effects, "files" | "images" | "runtime" | "note" | "warn">,
  options: GenerateOptions = {},
): Promise<PreparedReport> {
  const survey = await surveyConfig(config, world, options);
  try {
    const plan = planReport(config, survey, options);
    plan.models.forEach((model) => tellFound(model, world));
    const shapes = createShapes();
    const costs = createCosts(shapes);
    const forecast = forecastPlan(plan, { costs, shapes });
    listWarnings(forecast, plan, shapes.findSizes).forEach(world.warn);
    return { survey, plan, costs, forecast, [Symbol.dispose]: () => survey[Symbol.dispose]() };
  } catch (error) {
    survey[Symbol.dispose]();
    throw error;
  }
}

function tellFound(
  { name, preprocess, leftOut }: PlannedModel,
  { note }: Pick<Effects, "note">,
): void {
  if (leftOut !== null) {
    note(visible(`${name}: ${explainReason({ code: "dense-left-out", ...leftOut })}`));
  }
  const found = explainPreprocess(preprocess);
  if (found !== null) note(visible(`${name}: ${found}`));
}
