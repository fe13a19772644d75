import { visible } from "./config/problem/visible.ts";
import type { Config } from "./config/config.ts";
import type { Effects } from "./effects.ts";
import type { FormOptions } from "./form/forms.ts";
import { type Costs, createCosts } from "./forecast/costs.ts";
import { type Forecast, forecastPlan } from "./forecast/forecast.ts";
import { fitModels, type FittedModels } from "./forecast/fitted_models.ts";
import { createShapes, type Shapes } from "./forecast/shapes.ts";
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
  /**
   * Whether a report in one file takes 8 MB at most: pictures lose what is hardly seen, numbers have
   * 8 bits, and of networks that are too large for that some layers are drawn.
   *
   * @default {false}
   */
  readonly small?: boolean;
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
    const foretell = ({ models, values }: FittedModels): Foretold =>
      foretellPlan(planReport({ ...config, values }, { ...survey, models }, options));
    const asked = { models: survey.models, values: config.values };
    const fitted = options.small
      ? fitModels(asked, (fitted) => foretell(fitted).forecast.bytes)
      : asked;
    if (fitted.values !== config.values) world.note(WITHOUT_NUMBERS);
    const { plan, costs, shapes, forecast } = foretell(fitted);
    plan.models.forEach((model) => tellFound(model, world));
    noteDataset({ dataset: plan.dataset, hasPatches: config.patches }, options, world);
    listWarnings(forecast, plan, shapes.findSizes).forEach(world.warn);
    return { survey, plan, costs, forecast, [Symbol.dispose]: () => survey[Symbol.dispose]() };
  } catch (error) {
    survey[Symbol.dispose]();
    throw error;
  }
}

const WITHOUT_NUMBERS =
  "the numbers behind the pictures are left out, as a small report has no room for them";

function noteDataset(
  { dataset, hasPatches }: Pick<Plan, "dataset"> & { readonly hasPatches: boolean },
  { program = "convatlas", small = false }: GenerateOptions,
  { note }: Pick<Effects, "note">,
): void {
  if (dataset?.tally === null) {
    note(
      `the report measures the dataset itself, and keeps nothing of it: "${program} measure" ` +
        'writes a tally that the next report takes with "tally"',
    );
  }
  if (small && hasPatches && dataset?.photos) note(WITHOUT_PATCHES);
}

const WITHOUT_PATCHES =
  "the patches of the dataset are left out, as a small report has no room for them";

/** A plan, and what it will take. */
interface Foretold extends Pick<PreparedReport, "plan" | "costs" | "forecast"> {
  readonly shapes: Shapes;
}

function foretellPlan(plan: Plan): Foretold {
  const shapes = createShapes();
  const costs = createCosts(shapes);
  return { plan, shapes, costs, forecast: forecastPlan(plan, { costs, shapes }) };
}

function tellFound(
  { name, preprocess, leftOut, layers, chosenOf = layers.length }: PlannedModel,
  { note }: Pick<Effects, "note">,
): void {
  if (leftOut !== null) {
    note(visible(`${name}: ${explainReason({ code: "dense-left-out", ...leftOut })}`));
  }
  if (layers.length < chosenOf) {
    note(visible(
      `${name}: ${layers.length} of ${chosenOf} layers, evenly spread, as a small report has no room ` +
        "for more; name those that you want with --layers, or take fewer photos",
    ));
  }
  const found = explainPreprocess(preprocess);
  if (found !== null) note(visible(`${name}: ${found}`));
}
