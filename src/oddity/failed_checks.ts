import type { Check } from "../config/check.ts";
import type { OddityNumbers } from "../report/oddity.ts";
import type { ReportCheck } from "../report/report_check.ts";

/** The oddities of a model. */
export interface OddModel {
  readonly id: string;
  readonly found: readonly OddityNumbers[];
}

/** Tests the models of a report against checks. */
export function testChecks(
  checks: readonly Check[],
  models: readonly OddModel[],
): readonly ReportCheck[] {
  return checks.map((check) => ({
    ...check,
    failed: models.flatMap(({ id, found }) =>
      found.filter((oddity) => isFailing(oddity, check))
        .map((oddity) => ({ model: id, finding: oddity.id }))
    ),
  }));
}

/**
 * Whether an oddity fails a check: where that has a limit, by the number that is beyond it, surprising
 * or not; else what is a surprise.
 */
export function isFailing(oddity: OddityNumbers, { kind, limit }: Check): boolean {
  if (oddity.code !== kind) return false;
  return limit === null ? oddity.surprise > 0 : measureOddity(oddity) > limit;
}

// Of damage the error of the worst map, of the padding the share of maps; of all others how many are so.
function measureOddity({ code, value, count }: OddityNumbers): number {
  return code === "damage" || code === "border" ? value ?? 0 : count;
}
