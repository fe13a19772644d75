import assert from "node:assert/strict";
import { pairNumbers } from "../../../src/page/sides/compare_obstacle.ts";
import type { ComparedSide } from "../../../src/page/sides/compared_side.ts";
import { ENGLISH_COMPARE } from "../../../src/words/english_compare.ts";

function makeSide(model: string, dims: readonly number[], unpaired = false): ComparedSide {
  const tiles = { dims, size: dims.join(" × "), load: () => Promise.reject() };
  return {
    ...{ name: model === "one" ? "a" : "b", image: "cat", unpaired, kernels: tiles, maps: tiles },
    data: { model: { id: model }, layer: { id: "conv" } },
  } as unknown as ComparedSide;
}

const pair = (one: ComparedSide, other: ComparedSide) =>
  pairNumbers("kernels", [one, other], ENGLISH_COMPARE);

Deno.test("pairNumbers() pairs kernels of one shape, and says why others are not compared", () => {
  assert.equal(typeof pair(makeSide("one", [3, 3, 3]), makeSide("two", [3, 3, 3])), "object");
  const other = pair(makeSide("one", [3, 3, 3]), makeSide("two", [3, 5, 5]));
  assert.match(String(other), /cannot be compared weight by weight/);
});

Deno.test("pairNumbers() compares no kernels whose inputs are not known to go together, but their maps", () => {
  const sides = [makeSide("one", [3, 3, 3]), makeSide("two", [3, 3, 3], true)] as const;
  assert.match(String(pair(...sides)), /not known which of them make the inputs/);
  assert.equal(typeof pairNumbers("maps", sides, ENGLISH_COMPARE), "object");
});
