import assert from "node:assert/strict";
import { firstInputOf } from "../../src/tensor/first_input.ts";

const list = (count: number, read: number, group: number) =>
  Array.from({ length: count }, (_, k) => firstInputOf(k, { count, read, group }));

Deno.test("firstInputOf() gives the first input of the kernel's group", () => {
  assert.deepEqual(list(3, 5, 1), [0, 0, 0]);
  assert.deepEqual(list(4, 3, 2), [0, 0, 3, 3]);
  assert.deepEqual(list(6, 1, 3), [0, 0, 1, 1, 2, 2]); // depthwise, two kernels a map
});
