import assert from "node:assert/strict";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { type HeldTensors, holdCaptured } from "../../../src/visit/photo/captured.ts";
import type { TappedLayer } from "../../../src/visit/photo/loaded_model.ts";

const tap = (output: string, others: Partial<TappedLayer> = {}): TappedLayer =>
  ({ output, after: null, input: null, reads: null, ...others }) as TappedLayer;
const first = tap("a", { after: "b" });
const second = tap("c", { input: "b", reads: { output: "b" } });

interface Captured {
  readonly held: HeldTensors;
  readonly outputs: ReadonlyMap<string, Tensor>;
}

function hold(tapped: readonly TappedLayer[]): Captured {
  const outputs = new Map(
    ["a", "b", "c"].map((name) => [name, { data: new Float32Array(6), dims: [2, 3] }]),
  );
  return { held: holdCaptured({ fed: new Map(), outputs }, tapped), outputs };
}

Deno.test("holdCaptured() frees what a layer releases, but for what others need that are not done", () => {
  const { held, outputs } = hold([first, second]);
  const listLeft = () =>
    [...outputs].filter(([, { data }]) => data.length > 0).map(([name]) => name);
  held.take(first, () => null);
  assert.deepEqual(listLeft(), ["a", "b", "c"]);
  held.release(second); // whichever is done first
  assert.deepEqual(listLeft(), ["a", "b"]);
  held.release(first);
  assert.deepEqual(listLeft(), []);
  assert.equal(held.layers.length, 2);
});

Deno.test("holdCaptured() gives layers what they need of what was captured, and tells its size", () => {
  const { held } = hold([first, tap("none"), second]);
  assert.deepEqual(held.layers, [first, second]);
  assert.equal(held.sizeOf(first), 48);
  assert.equal(held.sizeOf(second), 48); // what it reads and takes as input is one tensor
  assert.ok(held.take(first, ({ outputs }) => outputs.has("a") && outputs.has("b")));
  held.release(first);
  assert.deepEqual(held.take(second, ({ outputs }) => [...outputs.keys()]), ["b", "c"]);
  held.release(second);
  assert.equal(held.sizeOf(second), 0);
});
