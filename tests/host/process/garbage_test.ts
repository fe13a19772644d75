import assert from "node:assert/strict";
import { openCollector, THREAD_TOOLS } from "../../../src/host/process/garbage.ts";

Deno.test("openCollector() collects as often as takes a fiftieth of the time", () => {
  let clock = 0;
  let count = 0;
  const collect = () => {
    clock += 10;
    count += 1;
  };
  const collectWhenDue = openCollector({ now: () => clock, findCollect: () => collect });
  for (let job = 0; job < 10_000; job++) {
    clock += 1 + job % 7; // milliseconds
    collectWhenDue();
  }
  const share = 10 * count / clock;
  assert.ok(share > 0.019 && share < 0.0201, `${share} of the time`);
});

Deno.test("openCollector() collects what is not used any more", async () => {
  let clock = 0;
  const collectWhenDue = openCollector({ ...THREAD_TOOLS, now: () => clock });
  const left = makeGarbage();
  clock = 1e6;
  await new Promise((resolve) => setTimeout(resolve)); // what was just made is held until then
  collectWhenDue();
  assert.equal(left.deref(), undefined);
});

Deno.test("openCollector() leaves it to the engine where nothing here collects", () => {
  let clock = 0;
  let searches = 0;
  const findCollect = () => {
    searches += 1;
    return null;
  };
  const collectWhenDue = openCollector({ now: () => clock, findCollect });
  for (let job = 0; job < 10; job++) {
    clock += 1e6;
    collectWhenDue();
  }
  assert.equal(searches, 1);
});

function makeGarbage(): WeakRef<object> {
  return new WeakRef({ numbers: new Float32Array(1000) });
}
