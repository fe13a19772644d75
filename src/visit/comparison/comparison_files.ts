import { assembleComparisonFile } from "../../report/head/assemble_comparison.ts";
import { COMPARISON_DIGITS } from "../../report/comparison_digits.ts";
import type { ComparisonFinding } from "../../report/comparison_finding.ts";
import { writeDataScript } from "../../report/data_script.ts";
import { writeJson } from "../../report/json.ts";
import type { Visit } from "../visit.ts";

/** Writes the numbers of each kernel of the models that are compared, for programs and for pages. */
export async function writeComparisons(
  comparisons: readonly ComparisonFinding[],
  { effects: { output } }: Pick<Visit, "effects">,
): Promise<void> {
  for (const comparison of comparisons) {
    const { file } = comparison.planned;
    const json = writeJson(assembleComparisonFile(comparison), COMPARISON_DIGITS);
    await output.write(`${file}.json`, json);
    await output.write(`${file}.js`, writeDataScript(file, new TextEncoder().encode(json), "text"));
  }
}
