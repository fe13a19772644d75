import assert from "node:assert/strict";
import { doAhead } from "../../src/measure/ahead.ts";

/** Tasks that take a moment, and note that they ended. */
function openTasks(
  delay: (item: number) => number,
): { begin: (item: number) => Promise<number>; ended: number[] } {
  const ended: number[] = [];
  const begin = async (item: number): Promise<number> => {
    await new Promise((done) => setTimeout(done, delay(item)));
    ended.push(item);
    return item;
  };
  return { begin, ended };
}

Deno.test("doAhead() gives what tasks give in the order of the items", async () => {
  const { begin, ended } = openTasks((item) => 10 - item); // the later, the sooner
  const given: number[] = [];
  for await (const item of doAhead([1, 2, 3, 4, 5], 2, begin)) given.push(item);
  assert.deepEqual(given, [1, 2, 3, 4, 5]);
  assert.notDeepEqual(ended, given);
});

Deno.test("doAhead() is left when what was begun has ended", async () => {
  const { begin, ended } = openTasks((item) => 5 * item);
  const taken = async (): Promise<void> => {
    for await (const item of doAhead([1, 2, 3, 4, 5], 2, begin)) {
      if (item === 1) throw new RangeError("enough");
    }
  };
  await assert.rejects(taken, /enough/);
  assert.deepEqual(ended.toSorted(), [1, 2, 3]);
});
