import type { Config } from "./config/config.ts";
import type { Effects } from "./effects.ts";
import type { Plan } from "./plan/plan.ts";
import { reckonPages, reckonReport } from "./forecast/loads.ts";
import { beginForms, writeForms } from "./form/forms.ts";
import { type GenerateOptions, type PreparedReport, prepareReport } from "./prepare.ts";
import { assembleReport } from "./report/assemble.ts";
import { assembleLayerReports } from "./report/assemble_layer.ts";
import type { LayerReport } from "./report/layer_report.ts";
import type { ComparisonFinding } from "./report/comparison_finding.ts";
import { COMPARISON_DIGITS } from "./report/comparison_digits.ts";
import { describeFailure, type Failure, isUnwritten, nameFailures } from "./report/failure.ts";
import { writeJson } from "./report/json.ts";
import type { Report } from "./report/report.ts";
import { placeReviews } from "./report/review.ts";
import { placeOddities } from "./oddity/oddities.ts";
import { tellOddity } from "./site/oddity/oddity_text.ts";
import { GENERATOR } from "./version.ts";
import { WORDS } from "./words/translations.ts";
import { answerDataset } from "./measure/dataset_answers.ts";
import { drawDataset } from "./patch/dataset_patches.ts";
import { openLanes } from "./visit/lanes.ts";
import { visitModels } from "./visit/models_visit.ts";
import { writeComparisons } from "./visit/comparison/comparison_files.ts";
import { compareModels } from "./visit/comparison/models_comparison.ts";
import { writePages } from "./visit/pages.ts";
import type { Visit } from "./visit/visit.ts";
import { openWork } from "./visit/work.ts";

/**
 * Makes the report of a config.
 *
 * ```
 *  Config
 *    | survey: open models, choose layers, read the photos' sizes
 *    | plan:   every picture and its path, as a value
 *    | foretell: files, bytes, seconds
 *  Plan, forecast
 *    | visit:  kernels -> pictures, measures
 *    |         photo -> input -> session -> maps -> pictures, measures
 *    | compare: kernels and maps of one model with those of another
 *    | answer:  what kernels answer to in a dataset, as a tally has it or as it is measured,
 *    |          and the patches of its photos that excite them most
 *  Findings
 *    | assemble, place the reviews and what is odd
 *  Report, layer reports (plain JSON: the waist)
 *    | render, write in other forms
 *  pages, data
 * ```
 *
 * Pictures are written as soon as they are painted; the folder takes its place
 * when all is written.
 */
export async function generate(
  config: Config,
  effects: Effects,
  options: GenerateOptions = {},
): Promise<Report> {
  using prepared = await prepareReport(config, effects, options);
  const { survey, plan, forecast } = prepared;
  effects.foresee(forecast);
  await effects.output.requireRoom(forecast.bytes, forecast.aside);
  await beginForms(options, plan, effects);

  const failures: Failure[] = [...survey.failures];
  const visit = openVisit(prepared, effects, (failure) => failures.push(failure));
  const visited = await visitModels(visit);
  const { plan: drawn, findings } = visited;
  if (findings.length === 0) throw nameFailures(failures);
  const comparisons = await compareModels(visited, visit);

  const dataset = await answerDataset({ ...visit, plan: drawn });
  const shown = await drawDataset(dataset, { ...visit, plan: drawn });

  const programs = { generator: GENERATOR, runtime: effects.runtime.name };
  const assembled = assembleReport(drawn, findings, {
    ...{ ...programs, comparisons, failures, shown },
    dataset: dataset.report,
  });
  const layers = assembleLayerReports(drawn, findings, dataset.layers);
  const report = placeOddities(placeReviews(assembled, survey.reviews), {
    ...{ layers, checks: config.checks },
    tell: (oddity, place) => tellOddity(oddity, { ...place, words: WORDS.en }),
  });

  await writeReport({ report, layers, comparisons, plan: drawn }, visit);
  await writeForms(options, { report, layers, plan: drawn, findings }, effects);
  await effects.output.commit();
  await effects.beside.commit();
  return report;
}

function openVisit(
  { plan, costs }: PreparedReport,
  effects: Effects,
  note: (failure: Failure) => void,
): Visit {
  return {
    ...{ plan, effects, costs },
    work: openWork(reckonReport({ plan, costs }), effects.tell),
    lanes: openLanes(effects.crew.breadth),
    fail: (place, error, lacking) => {
      if (isUnwritten(error)) throw error;
      note(describeFailure(place, error, lacking));
    },
  };
}

/** What is written of a report, beside what is drawn already. */
interface Assembled {
  readonly report: Report;
  readonly layers: readonly LayerReport[];
  readonly comparisons: readonly ComparisonFinding[];
  /** Of what could be drawn. */
  readonly plan: Plan;
}

async function writeReport(
  { report, layers, comparisons, plan }: Assembled,
  visit: Visit,
): Promise<void> {
  const { effects: { output }, work } = visit;
  await output.write("report.json", writeJson(report, COMPARISON_DIGITS));
  await writeComparisons(comparisons, visit);
  await work.part(
    reckonPages(visit),
    (work) => writePages({ report, layers }, { ...visit, plan, work }),
  );
}
