import { findWorst, measureColumnSpread } from "../../analysis/column_spread.ts";
import type { KernelMoves } from "../../analysis/comparison/kernel_moves.ts";
import type { PhotoErrors } from "../../analysis/comparison/photo_errors.ts";
import { toDecibels } from "../../analysis/comparison/decibels.ts";
import { NEAR_ERROR } from "../../analysis/comparison/pairing.ts";
import type { PlannedTwins } from "../../plan/comparison_plan.ts";
import { explainReason } from "../../reason/error.ts";
import type { ComparedColumns, ComparisonFile } from "../comparison_file.ts";
import type { ComparisonFinding, MapsComparison, TwinsFinding } from "../comparison_finding.ts";
import type {
  ReportComparedLayer,
  ReportComparison,
  ReportKernelMoves,
} from "../report_comparison.ts";

/** Assembles what the head of a report says of two models that are compared. */
export function assembleComparison(
  { planned: { a, b, file, layers, unmatched }, seenAlike, layers: found }: ComparisonFinding,
): ReportComparison {
  const assembled = layers.map((twins, i) => assembleTwins(twins, found[i]!));
  return { a, b, file, seenAlike, ...judgeLearned(assembled), layers: assembled, unmatched };
}

// Rounded weights are as near; those that were trained on are not.
const NEXT_TO_EQUAL = 0.999;

function judgeLearned(
  layers: readonly ReportComparedLayer[],
): Pick<ReportComparison, "learnedAlike" | "medianError" | "medianCosine"> {
  const { median: medianError } = measureColumnSpread(layers.map((layer) => layer.medianError));
  const cosines = layers.map(({ kernels }) => kernels?.medianCosine ?? null);
  const { median: medianCosine } = measureColumnSpread(cosines);
  const isAlike = (medianCosine ?? 0) >= NEXT_TO_EQUAL || (medianError ?? Infinity) < NEAR_ERROR;
  const isUnknown = medianCosine === null && medianError === null;
  return { learnedAlike: isAlike || isUnknown, medianError, medianCosine };
}

function assembleTwins(
  { a, b, matched }: PlannedTwins,
  found: TwinsFinding,
): ReportComparedLayer {
  const { pairs, other, stages, photos, errors, moves } = found;
  const missing = "missing" in errors ? errors.missing : null;
  const kernelsReason = "missing" in moves ? moves.missing : null;
  return {
    ...{ a, b, matched },
    paired: other === null ? "place" : "likeness",
    permuted: other?.filter((k, i) => k !== i).length ?? 0,
    ...{ pairs, stages, images: photos },
    ...assembleErrors("missing" in errors ? NO_ERRORS : errors, found),
    mapsMissing: missing && explainReason(missing),
    mapsReason: missing,
    kernels: "missing" in moves ? null : assembleMoves(moves, found),
    kernelsMissing: kernelsReason && explainReason(kernelsReason),
    kernelsReason,
  };
}

const NO_ERRORS: PhotoErrors = { mean: [], worst: [], photo: [] };

type Errors =
  & Pick<ReportComparedLayer, "medianError" | "lowError" | "highError" | "worstError">
  & Pick<ReportComparedLayer, "medianSnr" | "worstSnr" | "worst">;

function assembleErrors(
  { mean, worst, photo }: PhotoErrors,
  { other, photos }: MapsComparison,
): Errors {
  const { low, median, high } = measureColumnSpread(mean);
  const kernel = findWorst(worst);
  const worstError = kernel === null ? null : worst[kernel]!;
  return {
    ...{ medianError: median, lowError: low, highError: high, worstError },
    medianSnr: median === null ? null : toDecibels(median),
    worstSnr: worstError === null ? null : toDecibels(worstError),
    worst: kernel === null
      ? null
      : { kernel, other: other?.[kernel] ?? kernel, image: photos[photo[kernel]!]! },
  };
}

function assembleMoves(
  { moved, cosine }: KernelMoves,
  { other }: MapsComparison,
): ReportKernelMoves {
  const { low, median, high } = measureColumnSpread(moved);
  const kernel = findWorst(moved);
  return {
    ...{ medianMoved: median, lowMoved: low, highMoved: high },
    mostMoved: kernel === null ? null : moved[kernel]!,
    medianCosine: measureColumnSpread(cosine).median,
    most: kernel === null ? null : { kernel, other: other?.[kernel] ?? kernel },
  };
}

/** Assembles the numbers of each kernel of two models that are compared. */
export function assembleComparisonFile(
  { planned: { a, b, layers }, layers: found }: ComparisonFinding,
): ComparisonFile {
  const columns = layers.map((twins, i) => assembleColumns(twins, found[i]!));
  return { format: "convatlas-comparison", version: 1, a, b, layers: columns };
}

function assembleColumns(
  { a, b }: PlannedTwins,
  { other, inputs, errors, moves }: TwinsFinding,
): ComparedColumns {
  return {
    ...{ a, b, other, inputs },
    errors: "missing" in errors ? null : errors,
    moves: "missing" in moves ? null : moves,
  };
}
