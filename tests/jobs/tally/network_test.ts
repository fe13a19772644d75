import assert from "node:assert/strict";
import type { Runtime } from "../../../src/effects.ts";
import { holdNetwork, type Network } from "../../../src/jobs/tally/network.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";

function nameNetwork(id: number): Network {
  const bytes = new Uint8Array(new SharedArrayBuffer(2));
  bytes.set([id, id]);
  const tensor = { data: Float32Array.of(id), dims: [1] };
  return {
    ...{ id, fused: true },
    model: { bytes, externalData: [], inputs: [], outputs: ["y"] },
    constants: [{ feed: "other", tensor }],
  };
}

Deno.test("holdNetwork() loads a network once, and lets it go when another one is run", async () => {
  const done: string[] = [];
  const runtime: Runtime = {
    name: "a runtime that notes what is done",
    open: ({ bytes }, options) => {
      assert.ok(bytes.buffer instanceof ArrayBuffer, "the runtime reads no memory that is shared");
      done.push(`open ${bytes} fused ${options?.fused}`);
      return Promise.resolve({
        run: (inputs) => {
          done.push([...inputs].map(([feed, { data }]) => `${feed} ${data}`).join());
          return Promise.resolve(new Map());
        },
        close: () => Promise.resolve(void done.push(`close ${bytes}`)),
      });
    },
  };
  const input = { data: Float32Array.of(7), dims: [1] };
  for (const id of [-1, -1, -2]) {
    const { run } = await holdNetwork(nameNetwork(id), runtime);
    await run("photo", input, () => {});
  }
  assert.deepEqual(done, [
    ...["open 255,255 fused true", "other -1,photo 7", "other -1,photo 7"],
    ...["close 255,255", "open 254,254 fused true", "other -2,photo 7"],
  ]);
});

Deno.test("a network writes over what was used of the run before, where dims are the same", async () => {
  const given: string[] = [];
  let dims = [1];
  const runtime: Runtime = {
    name: "a runtime whose outputs are as large as it is told",
    open: () =>
      Promise.resolve({
        run: (_, outputs) => {
          const last = outputs instanceof Map ? outputs.get("y") as Tensor : null;
          given.push(last === null ? "new" : `over ${last.data}`);
          if (last !== null && String(last.dims) !== String(dims)) {
            return Promise.reject(new Error("other dims"));
          }
          const data = last?.data ?? new Float32Array(dims[0]!);
          data[0] = given.length;
          return Promise.resolve(new Map([["y", { data, dims }]]));
        },
        close: () => Promise.resolve(),
      }),
  };
  const { run } = await holdNetwork(nameNetwork(-3), runtime);
  const feed = async (extent: number): Promise<number> => {
    const input = { data: new Float32Array(extent), dims: [extent] };
    return await run("photo", input, (outputs) => outputs.get("y")!.data[0]!);
  };
  assert.deepEqual([await feed(7), await feed(7), await feed(8)], [1, 2, 3]);
  assert.deepEqual(given, ["new", "over 1", "new"]);
  dims = [2]; // by what the input holds
  assert.deepEqual([await feed(8), await feed(8), await feed(8)], [5, 6, 7]);
  assert.deepEqual(given.slice(3), ["over 3", "new", "new", "new"]);
  const both = await Promise.all([feed(7), feed(7)]);
  assert.equal(new Set(both).size, 2);
});
