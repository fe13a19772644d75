import assert from "node:assert/strict";
import { openData } from "../../../src/page/files/data.ts";
import { openValues, type ValuesSource } from "../../../src/page/files/values.ts";
import { planValueFiles } from "../../../src/plan/value_files.ts";
import { writeDataScript } from "../../../src/report/data_script.ts";
import { encodeTiles } from "../../../src/tensor/tile_bytes.ts";
import { openPageScripts } from "../../support/report/page_scripts.ts";

const TILE = 300 * 300; // one tile a file
const COUNT = 40;

const scripts = new Map<string, Uint8Array>();
const page = openPageScripts((address) => scripts.get(address));
const data = openData(null);
const loadTile = openValues(data);

// Tile k of a folder holds k, k + 1, …
function writeTiles(folder: string): ValuesSource {
  for (let k = 0; k < COUNT; k++) {
    const tile = Float32Array.from({ length: TILE }, (_, i) => k + i);
    const name = `${folder}/${k}`;
    scripts.set(`../${name}.js`, writeNumbers(name, tile, [300, 300]));
  }
  return { root: "../", folder, values: plan([COUNT, 300, 300]) };
}

function plan(dims: readonly number[]): ValuesSource["values"] {
  return planValueFiles(dims);
}

function writeNumbers(name: string, data: Float32Array, dims: readonly number[]): Uint8Array {
  return writeDataScript(name, encodeTiles(data, dims, { exact: true }).bytes, "numbers");
}

function countAsked(file: string): number {
  return page.asked.filter((address) => decodeURIComponent(address).endsWith(file)).length;
}

Deno.test("openValues() gives the numbers of the tile", async () => {
  const source = writeTiles("net/größe #1?%/values/kernels");
  const { numbers, error } = await loadTile(source, 3);
  assert.equal(numbers.length, TILE);
  assert.deepEqual([...numbers.subarray(0, 3)], [3, 4, 5]);
  assert.equal(error, 0);
});

Deno.test("openValues() cuts the tile out of its file", async () => {
  scripts.set("small/0.js", writeNumbers("small/0", Float32Array.of(...range(10)), [2]));
  const source = { root: "", folder: "small", values: plan([5, 2]) };
  const tiles = await Promise.all(range(5).map((k) => loadTile(source, k)));
  assert.deepEqual(tiles.map(({ numbers }) => [...numbers]), [[0, 1], [2, 3], [4, 5], [6, 7], [
    8,
    9,
  ]]);
  assert(
    tiles.every(({ numbers }) => numbers.buffer.byteLength === 8),
    "the file is not kept alive",
  );
  assert.equal(countAsked("small/0.js"), 1);
});

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

Deno.test("openValues() keeps the files read last and reads the others again", async () => {
  const source = writeTiles("again");
  for (const k of range(16)) await loadTile(source, k);
  await loadTile(source, 0);
  assert.equal(countAsked("again/0.js"), 1);
  await loadTile(source, 16); // drops file 1, which was used longest ago
  await loadTile(source, 0);
  assert.equal(countAsked("again/0.js"), 1);
  assert.equal((await loadTile(source, 1)).numbers[0], 1);
  assert.equal(countAsked("again/1.js"), 2);
});

Deno.test("openValues() leaves no script element and no text behind", async () => {
  await loadTile(writeTiles("tidy"), 0);
  await new Promise((resolve) => setTimeout(resolve));
  assert.equal(page.count(), 0);
  await data.load("../", "tidy/0", String); // asked for anew: the bytes were forgotten
  assert.equal(countAsked("tidy/0.js"), 2);
  data.forget("tidy/0");
});

Deno.test("openValues() fails where the file is missing, and can be asked again", async () => {
  const source = { root: "../", folder: "late", values: plan([COUNT, 300, 300]) };
  await assert.rejects(loadTile(source, 2), {
    message: 'Cannot load data "late/2": the file ../late/2.js is missing',
  });
  writeTiles("late");
  assert.equal((await loadTile(source, 2)).numbers[0], 2);
});

Deno.test("openValues() fails where the file delivers something else", async () => {
  const source = writeTiles("mixed");
  scripts.set("../mixed/0.js", writeDataScript("mixed/1", new Uint8Array(), "numbers"));
  await assert.rejects(loadTile(source, 0), /the file \.\.\/mixed\/0\.js holds something else/);
});

Deno.test("openValues() refuses a tile that there is none of", async () => {
  await assert.rejects(loadTile(writeTiles("few"), COUNT), RangeError);
});
