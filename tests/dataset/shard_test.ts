import assert from "node:assert/strict";
import {
  createDataset,
  type DatasetPhoto,
  isChosen,
  spreadOver,
} from "../../src/dataset/dataset.ts";
import { takeShard } from "../../src/dataset/shard.ts";
import { createRandom } from "../support/random.ts";

const random = createRandom(7);

const photos: DatasetPhoto[] = Array.from({ length: 1000 }, (_, i) => ({
  path: `${i}.jpg`,
  bytes: random.whole(0, 9) === 0 ? random.whole(5000, 90000) : random.whole(0, 3000),
  label: null,
  file: `${i}.jpg`,
  start: null,
}));

const total = photos.reduce((sum, { bytes }) => sum + bytes, 0);

for (const count of [1, 2, 7, 16, 999]) {
  Deno.test(`every photo is in one of ${count} parts, neighbours together, of about as many bytes`, () => {
    const parts = Array.from(
      { length: count },
      (_, i) => takeShard(photos, { part: i + 1, of: count }),
    );
    assert.deepEqual(parts.flat().map(({ place }) => place), photos.map((_, i) => i));
    for (const part of parts) {
      const bytes = part.reduce((sum, each) => sum + each.bytes, 0);
      assert.ok(bytes <= total / count + 90000);
    }
  });
}

Deno.test("photos that weigh nothing are in a part too", () => {
  const empty = photos.slice(0, 3).map((photo) => ({ ...photo, bytes: 0 }));
  assert.equal(takeShard(empty, { part: 1, of: 1 }).length, 3);
});

Deno.test("a limit takes photos from all over the list", () => {
  assert.deepEqual(spreadOver([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3), [3, 6, 9]);
  assert.equal(spreadOver(photos, 256).length, 256);
  assert.equal(spreadOver(photos, 5000).length, 1000);
  assert.equal(photos.filter((_, i) => isChosen(i, 1000, 999)).length, 999);
});

Deno.test("the list of photos has a hash, of their names, sizes and labels", () => {
  const hash = (list: readonly DatasetPhoto[], labels: readonly string[] | null = null): string =>
    createDataset(list, labels).facts.sha256;
  const own = photos.slice(0, 5);
  assert.equal(
    hash(own),
    hash(own.map((photo) => ({ ...photo, file: `/elsewhere/${photo.file}` }))),
  );
  assert.notEqual(hash(own), hash(own.toReversed()));
  assert.notEqual(hash(own), hash(own.map((photo) => ({ ...photo, bytes: 1 }))));
  assert.notEqual(hash(own), hash(own.map((photo) => ({ ...photo, label: 0 })), ["a"]));
});
