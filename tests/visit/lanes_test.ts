import assert from "node:assert/strict";
import { openLanes } from "../../src/visit/lanes.ts";

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

// Begins tasks that hold so many bytes each, and gives how many, and of how many bytes, were there at most.
async function beginAll(
  breadth: number,
  sizes: readonly number[],
): Promise<{ readonly tasks: number; readonly bytes: number }> {
  const lanes = openLanes(breadth);
  let [running, held, tasks, bytes] = [0, 0, 0, 0];
  const begun = [];
  for (const size of sizes) {
    begun.push(
      await lanes.begin(size, async () => {
        [running, held] = [running + 1, held + size];
        [tasks, bytes] = [Math.max(tasks, running), Math.max(bytes, held)];
        await pause();
        [running, held] = [running - 1, held - size];
      }),
    );
  }
  await Promise.all(begun.map(({ done }) => done));
  return { tasks, bytes };
}

Deno.test("openLanes() does as many tasks at once as there are lanes", async () => {
  assert.deepEqual(await beginAll(3, [1, 1, 1, 1, 1, 1, 1]), { tasks: 3, bytes: 3 });
});

Deno.test("openLanes() does fewer at once where they hold much, and those that hold most alone", async () => {
  const mebi = 2 ** 20;
  const much = [25, 25, 25, 25].map((size) => size * mebi);
  assert.deepEqual(await beginAll(4, much), { tasks: 2, bytes: 50 * mebi });
  assert.deepEqual(await beginAll(4, [mebi, 1000 * mebi, mebi]), { tasks: 1, bytes: 1000 * mebi });
});

Deno.test("openLanes() goes on when a task fails, and feeds when a feeder does", async () => {
  const lanes = openLanes(1);
  const failing = (): Promise<never> => Promise.reject(new Error("damaged"));
  const { done } = await lanes.begin(1, failing);
  assert.equal(await (await lanes.begin(1, () => Promise.resolve("well"))).done, "well");
  await assert.rejects(done, { message: "damaged" });
  await assert.rejects(lanes.feed(failing), { message: "damaged" });
  assert.equal(await lanes.feed(() => Promise.resolve("well")), "well");
});

Deno.test("openLanes() lets one feeder begin after the other, in their order", async () => {
  const lanes = openLanes(4);
  const fed: string[] = [];
  await Promise.all(["a", "b", "c"].map((name) =>
    lanes.feed(async () => {
      fed.push(`${name} begins`);
      await pause();
      fed.push(`${name} ends`);
    })
  ));
  assert.deepEqual(fed, ["a", "b", "c"].flatMap((name) => [`${name} begins`, `${name} ends`]));
});
