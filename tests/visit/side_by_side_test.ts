import assert from "node:assert/strict";
import type { Effects } from "../../src/effects.ts";
import { placeModel } from "../../src/report/failure.ts";
import { doSideBySide } from "../../src/visit/side_by_side.ts";
import type { Visit } from "../../src/visit/visit.ts";

// A visit whose crew is so broad, and what it was told, in order.
function createVisit(breadth: number): { readonly visit: Visit; readonly told: string[] } {
  const told: string[] = [];
  const visit = {
    effects: { crew: { breadth } } as Effects,
    fail: ({ model }, error) => void told.push(`${model}: ${error}`),
  } as Visit;
  return { visit, told };
}

Deno.test("doSideBySide() gives results and failures in the order of the items, whichever ends first", async () => {
  const { visit, told } = createVisit(3);
  const ends = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
  const ended: number[] = [];
  const done = doSideBySide([0, 1, 2, 3], visit, async (item, own) => {
    await ends[item]!.promise;
    own.fail(placeModel(`m${item}`), "damaged");
    ended.push(item);
    return 10 * item;
  });
  for (const item of [2, 3, 1, 0]) {
    ends[item]!.resolve();
    await new Promise((resolve) => setTimeout(resolve));
  }
  assert.deepEqual(await done, [0, 10, 20, 30]);
  assert.deepEqual(ended, [2, 3, 1, 0]);
  assert.deepEqual(told, ["m0: damaged", "m1: damaged", "m2: damaged", "m3: damaged"]);
});

Deno.test("doSideBySide() does no more at once than keep the crew busy", async () => {
  const { visit } = createVisit(2);
  let [running, most] = [0, 0];
  await doSideBySide([1, 2, 3, 4, 5], visit, async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve));
    running--;
  });
  assert.equal(most, 2);
});

Deno.test("doSideBySide() fails when all that had begun has ended, and begins nothing more", async () => {
  const { visit, told } = createVisit(2);
  const begun: number[] = [];
  const ended: number[] = [];
  const done = doSideBySide([0, 1, 2, 3, 4], visit, async (item, own) => {
    begun.push(item);
    if (item === 0) throw new Error("no more disk");
    await new Promise((resolve) => setTimeout(resolve));
    own.fail(placeModel("m"), "damaged");
    ended.push(item);
  });
  await assert.rejects(done, { message: "no more disk" });
  assert.deepEqual([begun, ended, told], [[0, 1], [1], ["m: damaged"]]);
});
