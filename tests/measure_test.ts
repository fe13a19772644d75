import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { parseConfig } from "../src/config/parse.ts";
import type { Effects } from "../src/effects.ts";
import { onnxRuntime } from "../src/host/session.ts";
import { measure } from "../src/measure.ts";
import { createError } from "../src/reason/error.ts";
import { openMerger } from "../src/tally/merged_tally.ts";
import { readTally, writeTally } from "../src/tally/tally_file.ts";
import type { LayerTally } from "../src/tally/layer_tally.ts";
import { readPlace } from "../src/tally/photo_numbers.ts";
import { readSum } from "../src/tally/exact_sums.ts";
import { listStrongest } from "../src/tally/strongest_photos.ts";
import type { Tally } from "../src/tally/tally.ts";
import { BIN_COUNT, edgeOf } from "../src/tally/value_bins.ts";
import type { Raster } from "../src/raster/raster.ts";
import { varyPhoto } from "../src/raster/varied_photo.ts";
import { toInput } from "../src/raster/input.ts";
import { presets } from "../src/config/preprocess/presets.ts";
import { sliceAt, type Tensor } from "../src/tensor/tensor.ts";
import { encodeModel } from "./support/model/onnx_model.ts";
import { createRandom } from "./support/random.ts";
import { changeTools, createMemoryWorld, encodePhoto } from "./support/report/memory_effects.ts";
import { runWhole } from "./support/model/run_model.ts";
import { randomTensor } from "./support/tensors.ts";

const PHOTOS = 200;
const LABELS = ["ash", "birch", "cedar"];

const random = createRandom(16);

const bytes = encodeModel({
  inputs: { photo: ["N", 3, 24, 24] },
  initializers: {
    w1: randomTensor(random, [6, 3, 5, 5], -1, 1),
    w2: randomTensor(random, [4, 6, 3, 3], -1, 1),
    w3: randomTensor(random, [5, 4], -1, 1),
  },
  nodes: [
    { op: "Conv", name: "first", inputs: ["photo", "w1"], outputs: ["a"] },
    { op: "Relu", inputs: ["a"], outputs: ["b"] },
    { op: "Conv", name: "second", inputs: ["b", "w2"], outputs: ["c"] },
    { op: "GlobalAveragePool", inputs: ["c"], outputs: ["d"] },
    { op: "Flatten", inputs: ["d"], outputs: ["e"] },
    { op: "Gemm", name: "last", inputs: ["e", "w3"], outputs: ["f"], int: { transB: 1 } },
  ],
});

const photos = Array.from({ length: PHOTOS }, (_, i) => ({
  path: `set/${LABELS[i % 3]}/${String(i).padStart(3, "0")}.jpg`,
  bytes: encodePhoto({ width: 24, height: 24 }, i),
})).sort((a, b) => a.path < b.path ? -1 : 1);

const files = Object.fromEntries([
  ["net.onnx", bytes],
  ...photos.map(({ path, bytes }) => [path, bytes] as const),
]);

function openWorld(): Effects {
  return changeTools(createMemoryWorld({ files }).effects, { runtime: onnxRuntime });
}

const config = parseConfig({
  models: [{ path: "net.onnx", preprocess: "unit", layers: ["*"] }],
  images: ["set/ash/*.jpg"],
  dataset: { images: ["set/*/*.jpg"], labels: "folder" },
});

const measureShard = (part: number, of: number): Promise<Tally> =>
  measure(config, openWorld(), { shard: { part, of } });

const whole = await measureShard(1, 1);
const layerOf = (tally: Tally, id: string): LayerTally =>
  tally.models[0]!.layers.find((layer) => layer.id === id)!.tally;

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

const IDS = ["first", "second", "last"];

// By another way: each photo alone, all tensors of the whole model as outputs, sums in float64.
async function runPlainly(
  prepare: (photo: Raster) => Raster = (photo) => photo,
): Promise<readonly (readonly Tensor[])[]> {
  const { images } = openWorld();
  return await Promise.all(photos.map(async ({ bytes: photo }) => {
    const { data, dims } = toInput(
      prepare(await images.readPixels(photo, "ignore")),
      presets.unit,
    );
    const inputs = { photo: { data, dims: [1, ...dims] } };
    const maps = await runWhole(bytes, { inputs, tensors: ["b", "c", "f"], alone: true });
    return maps.map((map) => ({ data: map.data, dims: [map.dims[1]!, countCells(map)] }));
  }));
}

function countCells({ dims: [, , ...space] }: Tensor): number {
  return space.reduce((product, extent) => product * extent, 1);
}

const plain = await runPlainly();

/** What a kernel has on each photo, in the order of the list. */
function takeRows(layer: number, kernel: number): Float32Array[] {
  return plain.map((maps) => sliceAt(maps[layer]!, kernel).data);
}

const close = (one: number, other: number): void =>
  assert.ok(Math.abs(one - other) <= 1e-5 * Math.max(1, Math.abs(other)), `${one}, ${other}`);

for (const [layer, id] of IDS.entries()) {
  const tally = layerOf(whole, id);

  Deno.test(`numbers of ${id} are those of a plain computation`, () => {
    assert.equal(tally.photos, PHOTOS);
    for (let kernel = 0; kernel < tally.kernels; kernel++) {
      const rows = takeRows(layer, kernel);
      const values = rows.flatMap((row) => [...row]);
      assert.equal(tally.cells, values.length);
      close(readSum(tally.sums, kernel), values.reduce((sum, value) => sum + value, 0));
      close(readSum(tally.squares, kernel), values.reduce((sum, value) => sum + value * value, 0));
      close(tally.largest[kernel]!, Math.max(...values));
      close(tally.smallest[kernel]!, Math.min(...values));
      assert.equal(tally.onCells[kernel], values.filter((value) => value > 0).length);
      assert.equal(
        tally.onPhotos[kernel],
        rows.filter((row) => row.some((value) => value > 0)).length,
      );
    }
  });

  Deno.test(`histograms of ${id} hold every cell`, () => {
    for (let kernel = 0; kernel < tally.kernels; kernel++) {
      const values = takeRows(layer, kernel).flatMap((row) => [...row]);
      const count = (
        bins: Float64Array | null,
      ): number[] => [...bins?.subarray(kernel * BIN_COUNT, (kernel + 1) * BIN_COUNT) ?? []];
      assert.deepEqual(count(tally.above), countBins(values), `above, ${kernel}`);
      if (tally.below === null) assert.ok(Math.min(...values) >= 0);
      else assert.deepEqual(count(tally.below), countBins(values.map((value) => -value)));
    }
  });

  Deno.test(`the photos that excite kernels of ${id} most are found`, () => {
    for (let kernel = 0; kernel < tally.kernels; kernel++) {
      const expected = takeRows(layer, kernel)
        .map((row, photo) => ({ photo, value: Math.max(...row) }))
        .sort((a, b) => b.value - a.value || a.photo - b.photo)
        .slice(0, 16);
      const found = listStrongest(tally.strongest, kernel);
      assert.deepEqual(found.map(({ photo }) => photo), expected.map(({ photo }) => photo));
      found.forEach(({ value }, i) => close(value, expected[i]!.value));
      const [{ photo, cell, value }] = found as [typeof found[0]];
      const { x, y } = readPlace(cell);
      const map = sliceAt(plain[photo]![layer]!, kernel).data;
      close(map[y * Math.sqrt(map.length) + x]!, value);
    }
  });

  Deno.test(`labels tell kernels of ${id} apart by the means of their strongest cells`, () => {
    assert.deepEqual(whole.origin.dataset.labels, LABELS);
    for (const [label, { photos: count, sums }] of tally.labels) {
      const own = photos.flatMap(({ path }, i) => path.includes(LABELS[label]!) ? [i] : []);
      assert.equal(count, own.length);
      for (let kernel = 0; kernel < tally.kernels; kernel++) {
        const rows = takeRows(layer, kernel);
        close(readSum(sums, kernel), own.reduce((sum, i) => sum + Math.max(...rows[i]!), 0));
      }
    }
  });
}

const without = {
  colour: await runPlainly((photo) => varyPhoto(photo, { kind: "grey" }) ?? photo),
  detail: await runPlainly((photo) =>
    varyPhoto(photo, { kind: "blurred", deviation: 1.5 }) ?? photo
  ),
};

Deno.test("32 photos, evenly spread, are tried without their colours and their details", () => {
  const tried = photos.flatMap((_, place) =>
    Math.floor((place + 1) * 32 / PHOTOS) > Math.floor(place * 32 / PHOTOS) ? [place] : []
  );
  for (const [layer, id] of IDS.entries()) {
    const tally = layerOf(whole, id);
    assert.deepEqual([...tally.tried.keys()], tried);
    for (const [place, found] of tally.tried) {
      for (const on of ["colour", "detail"] as const) {
        found[on]!.forEach((share, kernel) => {
          const [before, after] = [plain, without[on]].map((maps) => {
            return [...sliceAt(maps[place]![layer]!, kernel).data];
          });
          assertShare(share, correlate(before!, after!) ** 2);
        });
      }
    }
  }
});

// What the other map explains; NaN where a map is one value.
function assertShare(share: number, explained: number): void {
  if (Number.isNaN(explained)) assert.ok(Number.isNaN(share) || share === 1);
  else assert.ok(Math.abs(share - (1 - explained)) < 2e-4, `${share}, ${1 - explained}`);
}

function correlate(x: readonly number[], y: readonly number[]): number {
  const meanOf = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [meanOf(x), meanOf(y)];
  const cov = (a: readonly number[], ma: number, b: readonly number[], mb: number): number =>
    a.reduce((sum, value, i) => sum + (value - ma) * (b[i]! - mb), 0);
  return cov(x, mx, y, my) / Math.sqrt(cov(x, mx, x, mx) * cov(y, my, y, my));
}

function countBins(values: readonly number[]): number[] {
  const counts = Array<number>(BIN_COUNT).fill(0);
  for (const value of values) {
    if (!(value > 0)) continue;
    const bin = counts.findIndex((_, i) => value < edgeOf(i + 1));
    counts[bin < 0 ? BIN_COUNT - 1 : bin]!++;
  }
  return counts;
}
