import assert from "node:assert/strict";
import {
  createStrongest,
  listStrongest,
  mergeStrongest,
  takePhoto,
} from "../../src/tally/strongest_photos.ts";
import { createChance } from "../support/rounds.ts";

const chance = createChance(5);

// Many are equal.
const found = Array.from({ length: 200 }, (_, photo) => ({
  value: chance.whole(0, 11),
  photo,
  cell: chance.whole(0, 99),
}));

const expected = found.toSorted((a, b) => b.value - a.value || a.photo - b.photo).slice(0, 16);

Deno.test("a kernel keeps the photos that excite it most, of equal ones the first", () => {
  const strongest = createStrongest(2, 16);
  for (const each of found.toSorted((a, b) => a.cell - b.cell)) takePhoto(strongest, 1, each);
  assert.deepEqual(listStrongest(strongest, 1), expected);
  assert.deepEqual(listStrongest(strongest, 0), []);
});

Deno.test("parts of the photos give the same, in whatever order", () => {
  const parts = Array.from({ length: 7 }, () => createStrongest(1, 16));
  for (const each of found) takePhoto(parts[each.cell % 7]!, 0, each);
  const merged = createStrongest(1, 16);
  for (const part of parts.toReversed()) mergeStrongest(merged, part);
  assert.deepEqual(listStrongest(merged, 0), expected);
});

Deno.test("fewer photos than places are kept as they are", () => {
  const strongest = createStrongest(1, 3);
  takePhoto(strongest, 0, { value: 1, photo: 4, cell: 2 });
  takePhoto(strongest, 0, { value: 5, photo: 9, cell: 0 });
  assert.deepEqual(listStrongest(strongest, 0).map(({ photo }) => photo), [9, 4]);
});
