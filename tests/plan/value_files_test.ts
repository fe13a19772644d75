import assert from "node:assert/strict";
import {
  countTiles,
  findTile,
  nameKernelValues,
  nameMapValues,
  planValueFiles,
} from "../../src/plan/value_files.ts";

const LARGEST = 1 << 17; // numbers

// [what, dims, tiles in a file, files]
const plans: readonly [string, readonly number[], number, number][] = [
  ["one tile", [1, 3, 11, 11], 1, 1],
  ["tiles that fit into one file", [64, 27, 27], 64, 1],
  ["tiles that fill a file to the last number", [128, 32, 32], 128, 1],
  ["one tile more", [129, 32, 32], 128, 2],
  ["tiles of an odd size", [384, 192, 3, 3], 75, 6], // 75 × 1728 = 129,600 of 131,072 numbers
  ["a tile of exactly a file", [3, 512, 256], 1, 3],
  ["tiles larger than a file", [2, 3, 1000, 1000], 1, 2],
  ["maps of one axis", [4, 100], 4, 1],
  ["single numbers", [200_000], 131_072, 2],
  ["no tiles", [0, 3, 3], 1, 0],
  ["tiles without numbers", [4, 0, 3], 4, 1],
];

for (const [what, dims, perFile, files] of plans) {
  Deno.test(`planValueFiles() plans ${what}: ${files} of ${perFile}`, () => {
    assert.deepEqual(planValueFiles(dims), { dims, perFile, files });
  });
}

Deno.test("planValueFiles() keeps files within 131,072 numbers unless one tile takes more", () => {
  for (const [, dims, perFile] of plans) {
    const size = dims.slice(1).reduce((product, extent) => product * extent, 1);
    assert(perFile === 1 || size * perFile <= LARGEST);
  }
});

Deno.test("findTile() gives every tile a place, one after the other, file by file", () => {
  for (const [, dims] of plans) {
    const values = planValueFiles(dims);
    const size = dims.slice(1).reduce((product, extent) => product * extent, 1);
    let next = { file: 0, tile: 0, from: 0 };
    for (let k = 0; k < dims[0]!; k++) {
      const { to, ...place } = findTile(values, k);
      if (place.file === next.file + 1) {
        assert.equal(next.tile, countTiles(values, next.file));
        next = { file: place.file, tile: 0, from: 0 };
      }
      assert.deepEqual({ ...place, to }, { ...next, to: next.from + size });
      next = { file: place.file, tile: place.tile + 1, from: to };
    }
    if (values.files > 0) assert.equal(next.file, values.files - 1);
  }
});

for (const k of [-1, 4, 1.5, NaN]) {
  Deno.test(`findTile() refuses tile ${k} of four`, () => {
    assert.throws(() => findTile(planValueFiles([4, 2, 2]), k), RangeError);
  });
}

Deno.test("nameKernelValues() and nameMapValues() name folders of their own", () => {
  assert.equal(nameKernelValues("net/conv1"), "net/conv1/values/kernels");
  assert.equal(nameMapValues("net/conv1", "maps", "cat"), "net/conv1/values/maps/cat");
  assert.equal(nameMapValues("net/conv1", "activated", "cat"), "net/conv1/values/activated/cat");
});
