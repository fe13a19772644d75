import type { Plan } from "../plan/plan.ts";
import { BYTES } from "./bytes.ts";
import { findComparedLayers } from "./compared_layers.ts";
import { countKernelPairs } from "./kernel_pairs.ts";
import type { ExpectedFile } from "./report_file.ts";

/** Lists the files of the numbers of each kernel of models that are compared. */
export function* listComparisonFiles(plan: Plan): Generator<ExpectedFile> {
  for (const comparison of plan.comparisons) {
    const { file, layers } = comparison;
    const pairs = countKernelPairs(findComparedLayers(comparison, plan).layers);
    const bytes = layers.length * BYTES.comparison.layer + pairs * BYTES.comparison.pair;
    yield { kind: "measures", path: `${file}.json`, bytes };
    yield { kind: "measures", path: `${file}.js`, bytes: bytes * BYTES.packed };
  }
}
