import assert from "node:assert/strict";
import { dot } from "../../src/tensor/dot.ts";
import { orthonormalize } from "../../src/tensor/orthonormal.ts";
import { toUnit } from "../../src/tensor/unit.ts";
import { createRandom } from "../support/random.ts";

const ROUNDING = 1e-14;

Deno.test("orthonormalize() gives vectors of length 1 at right angles", () => {
  const random = createRandom(66);
  const basis = orthonormalize([1, 2, 3].map(() => toUnit(random.floats(40))!));
  assert.equal(basis.length, 3);
  basis.forEach((a, i) =>
    basis.forEach((b, j) => assert(Math.abs(dot(a, b) - (i === j ? 1 : 0)) < ROUNDING))
  );
});

Deno.test("orthonormalize() keeps right angles between vectors that are nearly alike", () => {
  const random = createRandom(67);
  const first = random.floats(40);
  const near = () =>
    toUnit(Float64Array.from(first, (value) => value + 1e-4 * random.floats(1)[0]!))!;
  const basis = orthonormalize([toUnit(first)!, near(), near()]);
  assert.equal(basis.length, 3);
  assert(Math.abs(dot(basis[1]!, basis[2]!)) < ROUNDING);
  assert(Math.abs(dot(basis[0]!, basis[2]!)) < ROUNDING);
});

Deno.test("orthonormalize() leaves out what depends on vectors before", () => {
  const random = createRandom(68);
  const [a, b] = [random.floats(9), random.floats(9)];
  const mix = Float64Array.from(a, (value, i) => 2 * value - b[i]!);
  const basis = orthonormalize([a, a, b, mix].map((values) => toUnit(values)!));
  assert.equal(basis.length, 2);
});
