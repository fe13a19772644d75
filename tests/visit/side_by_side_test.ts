import assert from "node:assert/strict";
import { placeModel } from "../../src/report/failure.ts";
import { openLanes } from "../../src/visit/lanes.ts";
import { beginEach, doTogether } from "../../src/visit/side_by_side.ts";
import type { Visit } from "../../src/visit/visit.ts";

// A visit of so many lanes, and what it was told, in order.
function createVisit(breadth: number): { readonly visit: Visit; readonly told: string[] } {
  const told: string[] = [];
  const visit = {
    lanes: openLanes(breadth),
    fail: ({ model }, error) => void told.push(`${model}: ${error}`),
  } as Visit;
  return { visit, told };
}

const sizeOf = (): number => 0;

Deno.test("beginEach() gives results and failures in the order of the items, whichever ends first", async () => {
  const { visit, told } = createVisit(4);
  const ends = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
  const ended: number[] = [];
  const task = async (item: number, own: Visit): Promise<number> => {
    await ends[item]!.promise;
    own.fail(placeModel(`m${item}`), "damaged");
    ended.push(item);
    return 10 * item;
  };
  const { done } = await beginEach([0, 1, 2, 3], { sizeOf, task }, visit);
  for (const item of [2, 3, 1, 0]) {
    assert.deepEqual(told, []);
    ends[item]!.resolve();
    await new Promise((resolve) => setTimeout(resolve));
  }
  assert.deepEqual(await done, [0, 10, 20, 30]);
  assert.deepEqual(ended, [2, 3, 1, 0]);
  assert.deepEqual(told, ["m0: damaged", "m1: damaged", "m2: damaged", "m3: damaged"]);
});

Deno.test("beginEach() fails with the first error when all has ended", async () => {
  const { visit, told } = createVisit(2);
  const task = async (item: number, own: Visit): Promise<void> => {
    if (item < 2) throw new Error(`no more disk for ${item}`);
    await new Promise((resolve) => setTimeout(resolve));
    own.fail(placeModel("m"), "damaged");
  };
  const { done } = await beginEach([0, 1, 2], { sizeOf, task }, visit);
  await assert.rejects(done, { message: "no more disk for 0" });
  assert.deepEqual(told, ["m: damaged"]);
});

Deno.test("doTogether() tells failures in the order of the parts, also where one fails as a whole", async () => {
  const { visit, told } = createVisit(1);
  const slow = async (own: Visit): Promise<string> => {
    await new Promise((resolve) => setTimeout(resolve));
    own.fail(placeModel("slow"), "damaged");
    return "slow";
  };
  const quick = (own: Visit): Promise<number> => {
    own.fail(placeModel("quick"), "damaged");
    return Promise.resolve(1);
  };
  const done: [string, number] = await doTogether([slow, quick], visit);
  assert.deepEqual(done, ["slow", 1]);
  assert.deepEqual(told, ["slow: damaged", "quick: damaged"]);
  const failing = (): Promise<never> => Promise.reject(new Error("no more disk"));
  await assert.rejects(doTogether([failing, slow], visit), { message: "no more disk" });
  assert.equal(told.length, 3);
});
