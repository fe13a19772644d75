import type { Check } from "../config/check.ts";
import type { LayerReport } from "../report/layer_report.ts";
import { ODDITY_KINDS, type OddityKind } from "../config/oddity_kind.ts";
import type { Oddity, OddityNumbers } from "../report/oddity.ts";
import type { Report } from "../report/report.ts";
import type { ReportModel } from "../report/report_model.ts";
import { isFailing, type OddModel, testChecks } from "./failed_checks.ts";
import type { OddLayer, Oddness } from "./odd_layer.ts";
import { ODDITY_FINDERS } from "./oddity_kinds.ts";

/** What tells what is odd about a report. */
export interface OddSources {
  /** What was measured of its layers. */
  readonly layers: readonly LayerReport[];
  /** What it must not have. */
  readonly checks: readonly Check[];
  /** Tells in one sentence what is odd about a model, by its id. */
  tell(oddity: OddityNumbers, place: { readonly report: Report; readonly model: string }): string;
}

/**
 * Puts what is odd about each model into a report, the most surprising first, and which checks that
 * fails; what is no surprise is left out, unless a check with a limit fails by it.
 */
export function placeOddities(report: Report, { layers, checks, tell }: OddSources): Report {
  const odd = report.models.map((model): OddModel => {
    return { id: model.id, found: findOddities(model, { report, layers }) };
  });
  const models = report.models.map((model, i) => ({
    ...model,
    findings: odd[i]!.found.filter((oddity) => {
      return oddity.surprise > 0 || checks.some((check) => isFailing(oddity, check));
    }).map((oddity): Oddity => {
      return { ...oddity, sentence: tell(oddity, { report, model: model.id }) };
    }),
  }));
  return { ...report, models, checks: testChecks(checks, odd) };
}

/** A report before its oddities are known, and what was measured of its layers. */
interface Measured extends Pick<OddSources, "layers"> {
  readonly report: Report;
}

// All that its kinds find in a model, also what is no surprise: that has one of 0.
function findOddities(
  model: ReportModel,
  { report, layers }: Measured,
): readonly OddityNumbers[] {
  const own = new Map(
    layers.filter((each) => each.model === model.id).map((each) => [each.layer, each]),
  );
  const found = model.layers.flatMap((layer) => {
    const measures = own.get(layer.id);
    if (measures === undefined) return [];
    const before = layer.reads.map((id) => own.get(id)).filter((each) => each !== undefined);
    const { maps } = measures; // read once
    return findInLayer({ report, model, layer, measures, maps, before });
  });
  return found.toSorted((a, b) => b.surprise - a.surprise) // of equal ones the first in the graph
    .map((oddity) => ({ ...oddity, surprise: Math.round(100 * oddity.surprise) / 100 }));
}

function findInLayer(odd: OddLayer): OddityNumbers[] {
  return ODDITY_KINDS.flatMap((kind) => {
    const oddness = ODDITY_FINDERS[kind](odd);
    return oddness === null ? [] : [countOdd(kind, oddness, odd)];
  });
}

function countOdd(code: OddityKind, oddness: Oddness, { layer }: OddLayer): OddityNumbers {
  const { kernel, kernels, model = null, surprise, of = layer.pairs } = oddness;
  const { other = null, image = null, images = 0, dataset = 0 } = oddness;
  const { value = null, usual = null } = oddness;
  return {
    id: [layer.id, code, ...model === null ? [] : [model]].join("/"),
    ...{ code, layer: layer.id, kernel, other, image, images, dataset, value, usual },
    ...{ count: kernels.length, of, kernels, model },
    surprise: Math.min(1, surprise),
  };
}
