import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Effects } from "../src/effects.ts";
import { measure } from "../src/measure.ts";
import { createError } from "../src/reason/error.ts";
import { openMerger } from "../src/tally/merged_tally.ts";
import type { Tally } from "../src/tally/tally.ts";
import { readTally, writeTally } from "../src/tally/tally_file.ts";
import { config, measureShard, openWorld, photos } from "./support/dataset/measured_net.ts";
import { createRandom } from "./support/random.ts";

const random = createRandom(17);
const whole = await measureShard(1, 1);

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Writes the parts, and merges them in an order. */
function mergeParts(parts: readonly Tally[]): string {
  const merger = openMerger();
  for (const [i, part] of parts.entries()) {
    const file = `part-${i}`;
    merger.add({ file, tally: readTally(new TextEncoder().encode(writeTally(part)), file) });
  }
  return writeTally(merger.finish());
}

for (const count of [1, 2, 7, 16]) {
  Deno.test(`tallies of ${count} parts are put together to that of one run, in any order`, async () => {
    const parts: Tally[] = [];
    for (let part = 1; part <= count; part++) parts.push(await measureShard(part, count));
    const orders = [parts, parts.toReversed(), shuffle(parts), shuffle(parts)];
    for (const order of orders) assert.equal(hash(mergeParts(order)), hash(writeTally(whole)));
  });
}

function shuffle<Item>(items: readonly Item[]): Item[] {
  const keys = random.floats(items.length);
  return items.map((item, i) => ({ item, key: keys[i]! }))
    .sort((a, b) => a.key - b.key).map(({ item }) => item);
}

Deno.test("parts without photos are put together with the others, and kept", async () => {
  const few = { ...config, dataset: { ...config.dataset!, limit: 3 } };
  const measureFew = (part: number, of: number, kept: Tally | null = null): Promise<Tally> =>
    measure(few, openWorld(), { shard: { part, of }, kept });
  const parts: Tally[] = [];
  for (let part = 1; part <= 7; part++) parts.push(await measureFew(part, 7));
  const empty = parts.findIndex(({ models }) => models[0]!.layers.length === 0);
  assert(empty >= 0);
  assert.equal(await measureFew(empty + 1, 7, parts[empty]!), parts[empty]);
  const one = writeTally(await measureFew(1, 1));
  for (const order of [parts, parts.toReversed()]) assert.equal(hash(mergeParts(order)), hash(one));
});

Deno.test("a measurement ends where a photo that was listed is there no more", async () => {
  const world = openWorld();
  const load: Effects["files"]["load"] = (path) => {
    if (path !== photos[70]!.path) return world.files.load(path);
    const reason = { code: "no-such-file" } as const;
    return Promise.reject(createError(Error, { code: "unread", file: path, reason }));
  };
  const effects = { ...world, files: { ...world.files, load } };
  await assert.rejects(measure(config, effects, { shard: { part: 1, of: 1 } }), {
    message:
      /^Cannot read photo "set\/.*\.jpg" any more: there is no such file; nothing is written/,
  });
});
