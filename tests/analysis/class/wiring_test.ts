import assert from "node:assert/strict";
import { tellWeightAct, tellWiring } from "../../../src/analysis/class/wiring.ts";

const circuits = [
  { input: [[3, 1], [0, 1], [0, 1], []], share: [[0.8, 0.1], [0.4, 0.3], [0.3, -0.1], []] },
  { input: [[3, 2], [1, 0], [2, 0], []], share: [[0.4, 0.2], [0.4, 0.3], [0.5, 0.1], []] },
];

Deno.test("tellWiring() averages the shares of each input over the photos", () => {
  const wiring = tellWiring({ circuits, strongestShare: [1, 1, 1, 1], slices: 8 }, 4);
  // Input 3 makes 0.6 of map 0; of map 1 two make 0.35 each; of map 2 the named ones 0.4 in all.
  assert.deepEqual(wiring, ["one", "few", "many", null]);
});

Deno.test("tellWiring() goes by the weights where no map is known to be made of inputs", () => {
  const options = { circuits: [null], strongestShare: [0.5, 0.49, null], slices: 8 };
  assert.deepEqual(tellWiring(options, 3), ["few", "many", null]);
});

Deno.test("tellWiring() has nothing to tell of kernels of one slice", () => {
  assert.deepEqual(tellWiring({ circuits, strongestShare: [1], slices: 1 }, 1), [null]);
});

Deno.test("tellWeightAct() needs three quarters of the weights on one side", () => {
  assert.deepEqual(
    tellWeightAct([1, 0.5, 0.49, -0.5, null], 5),
    ["excites", "excites", "both", "inhibits", null],
  );
});
