import assert from "node:assert/strict";
import { parseConfig } from "../../src/config/parse.ts";
import type { DatasetPhoto } from "../../src/dataset/dataset.ts";
import type { Crew, Effects } from "../../src/effects.ts";
import { drawPatches, type PatchFinding } from "../../src/patch/drawn_patches.ts";
import { planPatches } from "../../src/plan/dataset/patch_plan.ts";
import { planReport } from "../../src/plan/plan.ts";
import { BEYOND } from "../../src/raster/patch.ts";
import type { Raster } from "../../src/raster/raster.ts";
import type { DatasetCells, PhotoCells } from "../../src/report/dataset/dataset_columns.ts";
import type { PatchSheets } from "../../src/report/dataset/dataset_pictures.ts";
import { surveyConfig } from "../../src/survey/survey.ts";
import { openWork } from "../../src/visit/work.ts";
import { joinBytes } from "../../src/tensor/joined_bytes.ts";
import { encodeModel } from "../support/model/onnx_model.ts";
import { createRandom, type Random } from "../support/random.ts";
import { changeTools, createMemoryWorld, encodePhoto } from "../support/report/memory_effects.ts";
import { randomTensor } from "../support/tensors.ts";

const random = createRandom(11);

// Padded; with a stride; dilated, so that a cell reads more than the photo; behind a mean over space.
const bytes = encodeModel({
  inputs: { photo: ["N", 3, 24, 24] },
  initializers: {
    w1: randomTensor(random, [6, 3, 5, 3], -1, 1),
    w2: randomTensor(random, [5, 6, 3, 3], -1, 1),
    w3: randomTensor(random, [4, 5, 3, 3], -1, 1),
    w4: randomTensor(random, [3, 4, 1, 1], -1, 1),
  },
  nodes: [
    ...[{ name: "padded", inputs: ["photo", "w1"], outputs: ["a"], ints: { pads: [2, 1, 2, 1] } }],
    ...[{ name: "stepped", inputs: ["a", "w2"], outputs: ["b"], ints: { strides: [2, 2] } }],
    ...[{ name: "dilated", inputs: ["b", "w3"], outputs: ["c"], ints: { dilations: [5, 5] } }],
  ].map((node) => ({ op: "Conv", ...node })).concat([
    { op: "GlobalAveragePool", name: "mean", inputs: ["c"], outputs: ["d"], ints: {} as never },
    { op: "Conv", name: "last", inputs: ["d", "w4"], outputs: ["e"], ints: {} as never },
  ]),
});

/** The part of a photo that a cell reads, by hand; null for all of it. */
const READS: Readonly<Record<string, (x: number, y: number) => readonly number[] | null>> = {
  padded: (x, y) => [x - 1, y - 2, 3, 5],
  stepped: (x, y) => [2 * x - 1, 2 * y - 2, 5, 7],
  dilated: () => null,
  last: () => null,
};
const SIDES: Readonly<Record<string, number>> = { padded: 24, stepped: 11, dilated: 1, last: 1 };

// Wider than the network's input, by three columns on either side.
const PHOTO = { width: 30, height: 24 };
const PHOTOS = 40;
const LOST = [7, 21];

const contents = Array.from({ length: PHOTOS }, (_, i) => encodePhoto(PHOTO, i));
// The first half as files, of which one is no photo; the rest in an archive.
const files = Object.fromEntries([
  ["net.onnx", bytes],
  ["cat.jpg", encodePhoto(PHOTO)],
  ...contents.slice(0, 20).map((photo, i) => [`${i}.jpg`, photo] as const),
  ["7.jpg", new TextEncoder().encode("no photo")],
  ["set.tar", joinBytes(contents.slice(20))],
]);

const photos = contents.flatMap(({ length }, place): DatasetPhoto[] => {
  if (place === 21) return [];
  const own = { path: `${place}.jpg`, bytes: length, label: null };
  if (place < 20) return [{ ...own, file: own.path, start: null }];
  const start = contents.slice(20, place).reduce((sum, { length }) => sum + length, 0);
  return [{ ...own, file: "set.tar", start }];
});

function chooseCells(random: Random, kernels: number, side: number): PhotoCells {
  const list = (most: number): number[][] =>
    Array.from(
      { length: kernels },
      (_, k) => Array.from({ length: k === 1 ? 2 : 16 }, () => random.whole(0, most - 1)),
    );
  return { photo: list(PHOTOS / 2), x: list(side), y: list(side), value: list(9) };
}

// Every second photo is named: places and the indices of those that are named differ.
const named = Array.from({ length: PHOTOS / 2 }, (_, i) => {
  return { place: 2 * i + 1, path: `${2 * i + 1}.jpg`, label: null };
});

const cells = new Map<string, DatasetCells>(
  Object.entries({ padded: 6, stepped: 5, dilated: 4, last: 3 }).map(([layer, kernels]) => {
    const choose = (): PhotoCells => chooseCells(random, kernels, SIDES[layer]!);
    return [layer, { strongest: choose(), middle: choose(), named }];
  }),
);

// Keeps pixels as they are, so that they can be looked at.
function encodePlainly({ width, height, channels, data }: Raster): Uint8Array {
  return joinBytes([Uint16Array.of(width, height, channels), data]);
}

function decodePlainly(content: Uint8Array): Raster {
  const [width = 0, height = 0, channels] = new Uint16Array(content.slice(0, 6).buffer);
  return { width, height, channels: channels as 1 | 3, data: content.slice(6) };
}

interface Drawn {
  readonly finding: PatchFinding;
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

async function draw(
  change: (effects: Effects) => Partial<Effects> = () => ({}),
  held?: number,
): Promise<Drawn> {
  const world = createMemoryWorld({ files });
  const plain = (raster: Raster): Promise<Uint8Array> => Promise.resolve(encodePlainly(raster));
  const images = { ...world.effects.images, encodeWebp: plain };
  const tools = changeTools(world.effects, { images });
  const effects = { ...tools, ...change(tools) };
  const config = parseConfig({
    models: [{ path: "net.onnx", preprocess: "unit" }],
    images: ["cat.jpg"],
  });
  using survey = await surveyConfig(config, effects);
  const [model] = planReport(config, survey).models;
  const [patches] = planPatches([model!], { photos: PHOTOS, folder: "images/dataset" });
  const source = {
    cellsOf: ({ id }: { readonly id: string }) => cells.get(id) ?? null,
    photos,
  };
  const work = openWork({ steps: 0, seconds: 0 }, () => {});
  const options = { effects, work, seconds: 0, ...held === undefined ? {} : { held } };
  const finding = await drawPatches([{ model: model!, patches: patches! }], source, options);
  return { finding, pictures: world.written as ReadonlyMap<string, Uint8Array> };
}

const drawn = await draw();

// As the fake codec draws them, in the middle of which the network looks.
function levelOf(photo: number, x: number, y: number, channel: number): number {
  if (x < 0 || y < 0 || x >= 24 || y >= 24 || LOST.includes(photo)) return BEYOND;
  return (37 * (3 * (y * PHOTO.width + x + 3) + channel) + 11 * photo) % 256;
}

function readTile(
  layer: string,
  { files, tileWidth, tileHeight, each, kernels }: PatchSheets,
  { kernel, i }: { readonly kernel: number; readonly i: number },
): (x: number, y: number, channel: number) => number {
  const { file } = files[Math.floor(kernel / kernels)]!;
  const { width, data } = decodePlainly(drawn.pictures.get(`net/${layer}/${file}`)!);
  assert.equal(width, each * tileWidth);
  return (x, y, channel) => {
    const row = kernel % kernels * tileHeight + y;
    return data[3 * (row * width + i * tileWidth + x) + channel]!;
  };
}

for (const [layer, own] of cells) {
  Deno.test(`tiles of ${layer} are what a cell reads of the photo as the network sees it`, () => {
    const patches = drawn.finding.layers.get(`net/${layer}`)!;
    for (const kind of ["strongest", "middle"] as const) {
      const sheets = patches[kind]!;
      const { tileWidth, tileHeight, each } = sheets;
      own[kind].photo.forEach((photos, kernel) => {
        for (let i = 0; i < each; i++) {
          const tile = readTile(layer, sheets, { kernel, i });
          const at = photos[i];
          const photo = at === undefined ? null : named[at]!.place;
          const reads = photo === null
            ? null
            : READS[layer]!(own[kind].x[kernel]![i]!, own[kind].y[kernel]![i]!);
          const [left, top, width, height] = reads ?? [0, 0, 24, 24];
          if (photo !== null) assert.deepEqual([tileWidth, tileHeight], [width, height]);
          for (let y = 0; y < tileHeight; y++) {
            for (let x = 0; x < tileWidth; x++) {
              const wanted = photo === null ? BEYOND : levelOf(photo, left! + x, top! + y, 1);
              assert.equal(tile(x, y, 1), wanted, `${kind} ${kernel} ${i} at ${x}, ${y}`);
            }
          }
        }
      });
    }
  });
}

Deno.test("tiles whose photos are not there are told, and grey", () => {
  const { missing, layers } = drawn.finding;
  assert.deepEqual(missing, LOST.map((place) => `${place}.jpg`));
  const { photo } = cells.get("padded")!.strongest;
  const wanted = photo.flatMap((photos, kernel) =>
    photos.flatMap((own, i) => LOST.includes(named[own]!.place) ? [16 * kernel + i] : [])
  );
  assert(wanted.length > 0);
  assert.deepEqual(layers.get("net/padded")!.strongest.missing, wanted);
});

Deno.test("each photo that is shown stands once among the small ones", () => {
  const { places, width, height, files, columns, side } = drawn.finding.photos;
  assert.deepEqual(places, named.map(({ place }) => place));
  assert.deepEqual(width, places.map((place) => LOST.includes(place) ? 0 : 24));
  assert.deepEqual(height, width);
  assert.equal(files.length, 1);
  const sheet = decodePlainly(drawn.pictures.get(files[0]!.file)!);
  assert.deepEqual([sheet.width, sheet.height], [columns * side, 2 * side]);
  const level = (i: number, x: number, y: number): number => {
    const [left, top] = [i % columns * side, Math.floor(i / columns) * side];
    return sheet.data[3 * ((top + y) * sheet.width + left + x) + 1]!;
  };
  places.forEach((place, i) => assert.equal(level(i, 0, 0), levelOf(place, 0, 0, 1), `${place}`));
});

// Ends jobs in another order than they begin.
function shuffle({ crew }: Effects): Partial<Effects> {
  const random = createRandom(5);
  const wait = (): Promise<void> =>
    new Promise((resolve) => setTimeout(resolve, random.whole(0, 3)));
  const work: Crew["do"] = async (job, input) => {
    await wait();
    return await crew.do(job, input);
  };
  return { crew: { ...crew, breadth: 4, do: work } };
}

Deno.test("the same pictures are drawn in whatever order jobs end, and in however many passes", async () => {
  const wanted = [...drawn.pictures].sort();
  for (
    const other of [await draw(shuffle), await draw(undefined, 1), await draw(shuffle, 20_000)]
  ) {
    assert.deepEqual([...other.pictures].sort(), wanted);
    assert.deepEqual(other.finding, drawn.finding);
  }
});
