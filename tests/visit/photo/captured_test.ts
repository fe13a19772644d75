import assert from "node:assert/strict";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { type HeldTensors, holdCaptured } from "../../../src/visit/photo/captured.ts";
import type { TappedLayer } from "../../../src/visit/photo/loaded_model.ts";

const tap = (output: string, others: Partial<TappedLayer> = {}): TappedLayer =>
  ({ output, after: null, input: null, reads: null, ...others }) as TappedLayer;
const first = tap("a", { after: "b" });
const second = tap("c", { input: "b", reads: { output: "b" } });

interface Watched {
  readonly held: HeldTensors;
  readonly captured: ReadonlyMap<string, WeakRef<Tensor>>;
}

function hold(tapped: readonly TappedLayer[]): Watched {
  const outputs = new Map(
    ["a", "b", "c"].map((name) => [name, { data: new Float32Array(6), dims: [2, 3] }]),
  );
  const captured = new Map(outputs.entries().map(([name, tensor]) => [name, new WeakRef(tensor)]));
  return { held: holdCaptured({ fed: new Map(), outputs }, tapped), captured };
}

async function collect(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve)); // references are weak from the next turn on
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

Deno.test("holdCaptured() lets go of what no other layer needs, while others are still to be taken", async () => {
  const { held, captured } = hold([first, second]);
  held.take(first, () => null);
  await collect();
  const there = () => captured.entries().filter(([, ref]) => ref.deref() !== undefined);
  assert.deepEqual([...there().map(([name]) => name)], ["b", "c"]);
  held.take(second, () => null);
  await collect();
  assert.deepEqual([...there()], []);
  assert.equal(held.layers.length, 2); // it is held itself
});

Deno.test("holdCaptured() gives layers what they need of what was captured, and tells its size", () => {
  const { held } = hold([first, tap("none"), second]);
  assert.deepEqual(held.layers, [first, second]);
  assert.equal(held.sizeOf(first), 48);
  assert.equal(held.sizeOf(second), 48); // what it reads and takes as input is one tensor
  assert.ok(held.take(first, ({ outputs }) => outputs.has("a") && outputs.has("b")));
  assert.deepEqual(held.take(second, ({ outputs }) => [...outputs.keys()]), ["b", "c"]);
  assert.equal(held.sizeOf(second), 0);
});
