import { nameFile } from "../config/file_name.ts";
import { findNearestName } from "../config/problem/nearest_name.ts";
import type { Review } from "../config/review.ts";
import { createError } from "../reason/error.ts";
import type { Reason } from "../reason/reason.ts";
import { describeFailure, type Failure, placeFile } from "./failure.ts";
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
  readonly reason: Reason;
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
  if (model === null) {
    return { of: review.model, reason: missName("no-such-model", review.model, models) };
  }
  const { sha256 } = review;
  if (sha256 !== null && sha256 !== model.sha256) {
    const [theirs, ours] = [sha256, model.sha256].map((hash) => hash.slice(0, SHOWN));
    const reason = { code: "other-model-file", theirs: theirs!, ours: ours! } as const;
    return { of: review.model, reason };
  }
  const of = `${review.model}/${review.layer}`;
  const layer = findNamed(model.layers, review.layer);
  if (layer === null) return { of, reason: missName("no-such-layer", review.layer, model.layers) };
  if (review.kernel < layer.pairs) return layer;
  return { of, reason: { code: "no-such-kernel", kernels: layer.pairs } };
}

// Digits of a SHA-256 that tell two files apart for people.
const SHOWN = 12;

type Named = Pick<ReportLayer, "id" | "name">;

// The folder's name is the layer's own; a name for people may be that of two.
function findNamed<Thing extends Named>(things: readonly Thing[], name: string): Thing | null {
  return things.find(({ id }) => id === name) ?? things.find((each) => each.name === name) ?? null;
}

function missName(
  code: "no-such-model" | "no-such-layer",
  name: string,
  things: readonly Named[],
): Reason {
  return { code, nearest: findNearestName(name, things.flatMap(({ id, name }) => [id, name])) };
}

function assembleReviews(placed: readonly Placed[]): ReportReview[] {
  return placed.map(({ path, review: { kernel, verdict, note, reviewer } }) => {
    const source = nameFile(path);
    return { kernel, verdict, note, reviewer, source };
  }).sort((a, b) => a.kernel - b.kernel);
}

// One for each file and reason: a file for another model may hold thousands of reviews.
function findFailures(placed: readonly Placed[]): Failure[] {
  const missed = placed.flatMap(({ path, review, place }) =>
    "reason" in place ? [{ path, kernel: review.kernel, ...place }] : []
  );
  const groups = Map.groupBy(missed, ({ path, of, reason }) => JSON.stringify([path, of, reason]));
  return [...groups.values()].map((group) => {
    const { path, of, reason } = group[0]!;
    const kernels = group.map(({ kernel }) => kernel);
    const error = createError(RangeError, { code: "reviews-unplaced", kernels, of, reason });
    return describeFailure(placeFile(path), error);
  });
}
