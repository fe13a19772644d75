import { findNearestName } from "../config/problem/nearest_name.ts";
import type { Review } from "../config/review.ts";
import type { Failure } from "./failure.ts";
import type { Report } from "./report.ts";
import type { ReportModel } from "./report_model.ts";
import type { ReportLayer, ReportReview } from "./report_layer.ts";

/** The reviews of one file. */
export interface ReviewFile {
  /** The file, as the config names it. */
  readonly path: string;
  readonly reviews: readonly Review[];
}

/** A review of a file, and the layer it is about or why the report has no such pair. */
interface Placed {
  readonly path: string;
  readonly review: Review;
  readonly place: ReportLayer | Miss;
}

interface Miss {
  /** What is missing, such as `alexnet/conv1`. */
  readonly of: string;
  readonly why: string;
}

/** Puts reviews at their pairs, in the order of the files; one that has none there is a failure. */
export function placeReviews(report: Report, files: readonly ReviewFile[]): Report {
  const placed = files.flatMap(({ path, reviews }) =>
    reviews.map((review): Placed => ({ path, review, place: findPlace(report.models, review) }))
  );
  const byLayer = Map.groupBy(placed, ({ place }) => place);
  const models = report.models.map((model) => ({
    ...model,
    layers: model.layers.map((layer) => {
      return { ...layer, reviews: assembleReviews(byLayer.get(layer) ?? []) };
    }),
  }));
  return { ...report, models, failures: [...report.failures, ...findFailures(placed)] };
}

function findPlace(models: readonly ReportModel[], review: Review): ReportLayer | Miss {
  const model = findNamed(models, review.model);
  if (model === null) return { of: review.model, why: missName("model", review.model, models) };
  const { sha256 } = review;
  if (sha256 !== null && sha256 !== model.sha256) {
    const [theirs, ours] = [sha256, model.sha256].map((hash) => hash.slice(0, SHOWN));
    const why = `made for another file of the model, SHA-256 ${theirs}…, the report's is ${ours}…`;
    return { of: review.model, why };
  }
  const of = `${review.model}/${review.layer}`;
  const layer = findNamed(model.layers, review.layer);
  if (layer === null) return { of, why: missName("layer", review.layer, model.layers) };
  if (review.kernel < layer.pairs) return layer;
  return { of, why: `the layer has ${layer.pairs} ${layer.pairs === 1 ? "kernel" : "kernels"}` };
}

// Digits of a SHA-256 that tell two files apart for people.
const SHOWN = 12;

type Named = Pick<ReportLayer, "id" | "name">;

// The folder's name is the layer's own; a name for people may be that of two.
function findNamed<Thing extends Named>(things: readonly Thing[], name: string): Thing | null {
  return things.find(({ id }) => id === name) ?? things.find((each) => each.name === name) ?? null;
}

function missName(what: string, name: string, things: readonly Named[]): string {
  const nearest = findNearestName(name, things.flatMap(({ id, name }) => [id, name]));
  const suggestion = nearest === null ? "" : `; did you mean "${nearest}"?`;
  return `the report has no such ${what}${suggestion}`;
}

function assembleReviews(placed: readonly Placed[]): ReportReview[] {
  return placed.map(({ path, review: { kernel, verdict, note, reviewer } }) => {
    const source = path.split(/[\\/]/).at(-1)!; // its folders may be private
    return { kernel, verdict, note, reviewer, source };
  }).sort((a, b) => a.kernel - b.kernel);
}

// One for each file and reason: a file for another model may hold thousands of reviews.
function findFailures(placed: readonly Placed[]): Failure[] {
  const missed = placed.flatMap(({ path, review, place }) =>
    "why" in place ? [{ path, kernel: review.kernel, ...place }] : []
  );
  const groups = Map.groupBy(missed, ({ path, of, why }) => JSON.stringify([path, of, why]));
  return [...groups.values()].map((group) => {
    const { path, of, why } = group[0]!;
    return { where: path, message: `${nameKernels(group)} of ${of}: ${why}` };
  });
}

// How many kernels a message names before it counts the rest.
const NAMED = 8;

function nameKernels(of: readonly { readonly kernel: number }[]): string {
  const named = of.slice(0, NAMED).map(({ kernel }) => kernel).join(", ");
  const rest = of.length > NAMED ? ` and ${of.length - NAMED} more` : "";
  return `${of.length === 1 ? "kernel" : "kernels"} ${named}${rest}`;
}
