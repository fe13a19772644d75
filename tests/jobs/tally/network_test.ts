import assert from "node:assert/strict";
import type { Runtime } from "../../../src/effects.ts";
import { holdNetwork, type Network } from "../../../src/jobs/tally/network.ts";

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
    await run("photo", input);
  }
  assert.deepEqual(done, [
    ...["open 255,255 fused true", "other -1,photo 7", "other -1,photo 7"],
    ...["close 255,255", "open 254,254 fused true", "other -2,photo 7"],
  ]);
});
