import assert from "node:assert/strict";
import type { Progress } from "../../src/effects.ts";
import { openWork, type Work } from "../../src/visit/work.ts";

/** Work of which all that was told is kept. */
function openTold(steps: number, seconds: number): { readonly work: Work; told: Progress[] } {
  const told: Progress[] = [];
  return { work: openWork({ steps, seconds }, (progress) => told.push(progress)), told };
}

function brief({ doing, done, total, seconds }: Progress): readonly unknown[] {
  return [doing, `${done}/${total}`, `${seconds.done}/${seconds.total}`];
}

Deno.test("openWork() tells a step as it begins and as it ends", async () => {
  const { work, told } = openTold(2, 5);
  assert.equal(await work.step({ doing: "first", seconds: 4 }, () => 7), 7);
  await work.step({ doing: "second", seconds: 1 }, () => {});
  assert.deepEqual(told.map(brief), [
    ["first", "0/2", "0/5"],
    ["first", "1/2", "4/5"],
    ["second", "1/2", "4/5"],
    ["second", "2/2", "5/5"],
  ]);
});

Deno.test("openWork() counts a part of a step by its seconds alone", async () => {
  const { work, told } = openTold(1, 3);
  await work.step(
    { doing: "all", seconds: 1 },
    () => work.step({ doing: null, seconds: 2 }, () => {}),
  );
  assert.deepEqual(told.map(brief), [
    ["all", "0/1", "0/3"],
    ["all", "0/1", "2/3"],
    ["all", "1/1", "3/3"],
  ]);
});

Deno.test("openWork() counts a step that fails, and drops what a part does not take", async () => {
  const { work, told } = openTold(5, 50);
  const fail = (): Promise<never> => Promise.reject(new Error("no"));
  const part = work.part({ steps: 4, seconds: 40 }, async (own) => {
    await own.part(
      { steps: 2, seconds: 20 },
      (inner) => inner.step({ doing: "a", seconds: 5 }, fail),
    );
  });
  await assert.rejects(part, { message: "no" });
  await work.step({ doing: "last", seconds: 10 }, () => {});
  assert.deepEqual(brief(told.at(-1)!), ["last", "2/2", "15/15"]);
});

Deno.test("openWork() counts steps side by side, whichever ends first", async () => {
  const { work, told } = openTold(2, 3);
  const slow = Promise.withResolvers<void>();
  const steps = [
    work.step({ doing: "slow", seconds: 2 }, () => slow.promise),
    work.step({ doing: "fast", seconds: 1 }, () => {}),
  ];
  await steps[1];
  assert.deepEqual(brief(told.at(-1)!), ["fast", "1/2", "1/3"]);
  slow.resolve();
  await steps[0];
  assert.deepEqual(brief(told.at(-1)!), ["fast", "2/2", "3/3"]);
});
