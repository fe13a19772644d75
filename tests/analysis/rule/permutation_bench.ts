import { permutationP } from "../../../src/analysis/rule/permutation.ts";
import { createRandom } from "../../support/random.ts";

// As many relations as one layer of 256 kernels has on one photo, half of them true.
const ROWS = 256;
const group = `32 relations of ${ROWS} rows`;
const random = createRandom(1);
const xs = Array.from({ length: 8 }, () => [...random.floats(ROWS)]);
const ys = Array.from({ length: 4 }, (_, i) => {
  const noise = random.floats(ROWS);
  return xs[i]!.map((x, row) => (i < 2 ? x : 0) + noise[row]!);
});
const relations = xs.flatMap((x) => ys.map((y) => ({ x, y, fixed: null })));

Deno.bench({ name: "each by itself", group, baseline: true, n: 3, warmup: 1 }, () => {
  for (const relation of relations) permutationP([relation]);
});

Deno.bench({ name: "permutationP() of all", group, n: 3, warmup: 1 }, () => {
  permutationP(relations);
});
