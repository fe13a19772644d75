import assert from "node:assert/strict";
import { compareReads } from "../../support/field/field_compare.ts";
import { describeFieldGraph, drawFieldGraph } from "../../support/field/field_graph.ts";
import { countRounds, createChance } from "../../support/rounds.ts";

const GRAPHS = countRounds(2000, 10_000);
// Of what onnxruntime refuses to load, as its own inference of shapes says other sizes.
const MOST_REFUSED = GRAPHS / 100;

Deno.test(`findMapField() says what cells read in ${GRAPHS} random graphs`, async () => {
  let refused = 0;
  for (let seed = 0; seed < GRAPHS + refused; seed++) {
    const graph = drawFieldGraph(createChance(seed));
    const differing = await compareReads(graph, seed);
    if (differing === "refused") refused++;
    else assert.deepEqual(differing, [], `graph ${seed}: ${describeFieldGraph(graph)}`);
    assert(refused <= MOST_REFUSED, "onnxruntime refuses more graphs than it should");
  }
});
