import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { generateReport, makeGrid, quantize } from "../../mod.ts";
import { imageCodec } from "../../src/host/photo/image_codec.ts";
import { findKind } from "../../src/plan/picture_kind.ts";
import type { Report } from "../../src/report/report.ts";
import { readEventFile, type ReadImage, type ReadValue } from "../support/board/event_file.ts";
import { readByTensorBoard, testTensorBoard } from "../support/board/tensorboard.ts";
import { decodeNpy } from "../support/npy.ts";
import { makeTempFolder, type TempFolder } from "../support/temp_folder.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";

const SMALL = {
  resize: { shortestEdge: 48 },
  crop: { width: 48, height: 48 },
  mean: 0.5,
} as const;

const CONFIG = {
  title: "Two | runs",
  models: [
    {
      name: "small",
      path: "fixtures/miniature.onnx",
      layers: ["conv1", "conv2"],
      preprocess: SMALL,
    },
    { name: "other", path: "fixtures/miniature.onnx", layers: ["conv1"], preprocess: SMALL },
  ],
  images: ["fixtures/scenes/beach.png", "fixtures/scenes/balloons.png"],
  projections: true,
  grid: { nrow: 7, padding: 1, padValue: 0.3 },
} as const;

const FILE = "events.out.tfevents.0000000000.convatlas";

/** A report with its files of events, until it is disposed. */
interface MadeRuns extends AsyncDisposable {
  readonly folder: string;
  readonly report: Report;
  readonly values: readonly ReadValue[];
}

async function makeRuns(options: { readonly jobs?: number } = {}): Promise<MadeRuns> {
  const temp: TempFolder = await makeTempFolder();
  const folder = temp.path;
  const report = await generateReport(CONFIG, {
    ...{ out: `${folder}/dist`, tensorboard: `${folder}/runs`, npy: true },
    ...options,
  });
  const values = readEventFile(await readRun(folder, "small"));
  return { folder, report, values, [Symbol.asyncDispose]: () => temp[Symbol.asyncDispose]() };
}

async function readRun(folder: string, model: string): Promise<Uint8Array<ArrayBuffer>> {
  return await Deno.readFile(`${folder}/runs/${model}/${FILE}`);
}

function findImage(values: readonly ReadValue[], tag: string, step: number): ReadImage {
  return values.find((value) => value.tag === tag && value.step === step)!.image!;
}

// The levels of a PNG in the order channel, row, column, of three channels as in a grid.
async function readLevels(png: Uint8Array): Promise<Uint8Array> {
  const { width, height, data } = await imageCodec.readPixels(png, "ignore");
  const size = width * height;
  return Uint8Array.from({ length: 3 * size }, (_, i) => {
    return data[3 * (i % size) + Math.floor(i / size)]!;
  });
}

async function readNpy(path: string): Promise<Tensor> {
  return decodeNpy(await Deno.readFile(path));
}

const made = await makeRuns();
Deno.test.afterAll(async () => await made[Symbol.asyncDispose]());

for (
  const [tag, step, array] of [
    ["conv1/kernels", 0, "conv1/kernels"],
    ["conv1/maps", 0, "conv1/maps/beach"],
    ["conv1/maps", 1, "conv1/maps/balloons"],
    ["conv2/activated", 1, "conv2/activated/balloons"],
  ] as const
) {
  Deno.test(`TensorBoard's pixels of ${tag} at step ${step} are those of add_image`, async () => {
    const { data, dims } = await readNpy(`${made.folder}/dist/small/${array}.npy`);
    const tiles = dims.length === 4 ? dims : [dims[0]!, 1, ...dims.slice(1)];
    const grid = makeGrid({ data, dims: tiles }, {
      ...CONFIG.grid,
      ...{ normalize: true, scaleEach: true },
    });
    const { png, width, height } = findImage(made.values, tag, step);
    assert.deepEqual([3, height, width], grid.dims);
    assert.deepEqual(await readLevels(png), quantize(grid, { rounding: "add_image" }));
  });
}

Deno.test("each picture of a report is one of TensorBoard's, at most a level darker", async () => {
  const [{ layers, inputs }] = made.report.models as [Report["models"][0]];
  let checked = 0;
  const check = async (tag: string, step: number, file: string, darker: number, rest = 0) => {
    const { png, colorspace } = findImage(made.values, tag, step);
    const own = await imageCodec.readPixels(
      await Deno.readFile(`${made.folder}/${file}`),
      "ignore",
    );
    const { data } = await imageCodec.readPixels(png, "ignore");
    assert.equal(data.length, own.data.length);
    assert(
      data.every((level, i) =>
        own.data[i]! - level <= darker + rest && level <= own.data[i]! + rest
      ),
    );
    assert.equal(colorspace, tag === "photo" || isColoured(data) ? 3 : 1);
    checked++;
  };
  for (const [step, { file }] of inputs.entries()) await check("photo", step, `dist/${file}`, 0);
  for (const { id, pictures, maps, effective, projections } of layers) {
    const views = [...effective?.pictures ?? [], ...projections.pictures];
    for (const { kind, file } of [...pictures, ...views]) {
      const { step: apart = 1 } = findKind(kind); // TensorBoard's has all levels
      await check(`${id}/${kind}`, 0, `dist/small/${id}/${file}`, 1, Math.floor(apart / 2));
    }
    for (const [step, { pictures }] of maps.entries()) {
      for (const { kind, file } of pictures.filter(({ file }) => !file.startsWith("../"))) {
        await check(`${id}/${kind}`, step, `dist/small/${id}/${file}`, 1);
      }
    }
  }
  assert.equal(checked, made.values.filter(({ image }) => image !== null).length);
});

function isColoured(pixels: Uint8Array | Uint8ClampedArray): boolean {
  return pixels.some((level, i) => i % 3 > 0 && level !== pixels[i - 1]);
}

Deno.test("TensorBoard's tags are one a layer and kind, kernels once, maps a step a photo", () => {
  const steps = Map.groupBy(made.values.filter(({ image }) => image !== null), ({ tag }) => tag);
  const listed = [...steps].map(([tag, values]) => [tag, values.map(({ step }) => step).join()]);
  assert.deepEqual(Object.fromEntries(listed), {
    "photo": "0,1",
    "conv1/kernels": "0",
    "conv1/projections": "0",
    "conv1/maps": "0,1",
    "conv1/activated": "0,1",
    "conv2/strongest": "0",
    "conv2/slices": "0",
    "conv2/effective": "0",
    "conv2/projections": "0",
    "conv2/leading": "0",
    "conv2/maps": "0,1",
    "conv2/activated": "0,1",
    "conv2/inputs": "0,1",
  });
  assert(made.values.every(({ wallTime }) => wallTime === 0));
});

Deno.test("TensorBoard's histograms count every number of the arrays, once", async () => {
  const histograms = made.values.flatMap(({ tag, step, histogram }) =>
    histogram === null ? [] : [{ tag, step, ...histogram }]
  );
  assert.deepEqual(new Set(histograms.map(({ tag }) => tag)).size, 6);
  const { data } = await readNpy(`${made.folder}/dist/small/conv2/maps/balloons.npy`);
  const maps = histograms.find(({ tag, step }) => tag === "conv2/maps/values" && step === 1)!;
  assert.equal(maps.num, data.length);
  assert.equal(maps.min, Math.min(...data));
  for (const [i, limit] of maps.limits.entries()) {
    const below = maps.counts.slice(0, i + 1).reduce((sum, count) => sum + count, 0);
    assert.equal(below, data.filter((value) => value < limit).length);
  }
});

Deno.test("TensorBoard's scalars are what the measures of a layer amount to", async () => {
  const layer = JSON.parse(await Deno.readTextFile(`${made.folder}/dist/small/conv1/layer.json`));
  const scalar = (tag: string, step: number): number =>
    made.values.find((value) => value.tag === tag && value.step === step)!.scalar!;
  const mean = (values: number[]): number => values.reduce((a, b) => a + b) / values.length;
  const near = (a: number, b: number): void => assert(Math.abs(a - b) <= 1e-5 * Math.abs(b));
  near(scalar("conv1/kernels/norm", 0), mean(layer.kernels.norm));
  near(scalar("conv1/kernels/max", 0), Math.max(...layer.kernels.max));
  near(scalar("conv1/maps/std", 1), mean(layer.maps[1].channels.std));
  near(scalar("conv1/maps/min", 0), Math.min(...layer.maps[0].channels.min));
  near(scalar("conv1/activated/zeros", 0), mean(layer.maps[0].activated.zeros));
  assert.equal(scalar("conv1/maps/nonFinite", 1), 0);
  const tags = new Set(made.values.map(({ tag }) => tag));
  assert(!tags.has("conv1/kernels/hue") && !tags.has("conv1/kernels/orientation"));
});

Deno.test("TensorBoard's text says which photo each step is, whatever names hold", () => {
  const { tag, text } = made.values[0]!;
  assert.equal(tag, "about/text_summary");
  assert.match(text!, /^\*\*Two \\\| runs\*\*: small, SHA-256 [0-9a-f]{64}, preprocessing custom/);
  assert.match(text!, /\n\| 0 \| beach \| \d+ x \d+ \|\n\| 1 \| balloons \| \d+ x \d+ \|\n/);
});

Deno.test("TensorBoard's files hold the same bytes whoever does the jobs", async () => {
  await using alone = await makeRuns({ jobs: 1 });
  for (const model of ["small", "other"]) {
    assert.equal(
      hashOf(await readRun(alone.folder, model)),
      hashOf(await readRun(made.folder, model)),
    );
  }
});

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

Deno.test("a further report replaces TensorBoard's files of its models, and leaves all others", async () => {
  await using temp = await makeTempFolder();
  const runs = `${temp.path}/runs`;
  const small = { ...CONFIG, models: CONFIG.models.slice(1), images: CONFIG.images.slice(1) };
  const make = (title: string) =>
    generateReport({ ...small, title }, { out: `${temp.path}/dist`, tensorboard: runs });
  await make("first");
  const first = await Deno.readFile(`${runs}/other/${FILE}`);
  await Deno.mkdir(`${runs}/training`);
  const foreign = [`${runs}/training/events.out.tfevents.1.host`, `${runs}/other/notes.txt`];
  for (const path of foreign) await Deno.writeTextFile(path, "mine");
  await make("second");
  assert.notEqual(hashOf(await Deno.readFile(`${runs}/other/${FILE}`)), hashOf(first));
  for (const path of foreign) assert.equal(await Deno.readTextFile(path), "mine");
  const names = await Array.fromAsync(Deno.readDir(`${runs}/other`), ({ name }) => name);
  assert.deepEqual(names.sort(), [FILE, "notes.txt"]);
});

Deno.test("what stands in the way of TensorBoard's files is told before the work, and stays", async () => {
  await using temp = await makeTempFolder();
  const runs = `${temp.path}/runs`;
  await Deno.mkdir(`${runs}/other`, { recursive: true });
  await Deno.writeTextFile(`${runs}/other/${FILE}`, "somebody else's");
  const told: string[] = [];
  await assert.rejects(
    generateReport(CONFIG, {
      ...{ out: `${temp.path}/dist`, tensorboard: runs },
      tell: ({ doing }) => told.push(doing),
    }),
    /^TypeError: Cannot write ".*convatlas": it is another file; name a new one, or move it away$/,
  );
  assert.deepEqual(told, []);
  assert.equal(existsSync(`${temp.path}/dist`), false);
  assert.equal(existsSync(`${runs}/small`), false);
  assert.equal(await Deno.readTextFile(`${runs}/other/${FILE}`), "somebody else's");
});

testTensorBoard("TensorBoard's own code reads what the tests' reader does", async () => {
  const { images, scalars, histograms, texts } = await readByTensorBoard(
    `${made.folder}/runs/small`,
  );
  const list = <Row>(take: (value: ReadValue) => Row | null): Row[] =>
    made.values.map(take).filter((row) => row !== null);
  const byTag = <Row extends readonly unknown[]>(rows: readonly Row[]): Row[] =>
    rows.toSorted(([a], [b]) => String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0);
  assert.deepEqual(
    byTag(images),
    byTag(
      list(({ tag, step, image }) =>
        image && [tag, step, image.width, image.height, hashOf(image.png)] as const
      ),
    ),
  );
  assert.deepEqual(
    byTag(scalars),
    byTag(list(({ tag, step, scalar }) => scalar === null ? null : [tag, step, scalar] as const)),
  );
  assert.deepEqual(
    byTag(histograms),
    byTag(
      list(({ tag, step, histogram: own }) =>
        own && [tag, step, own.num, own.sum, own.counts] as const
      ),
    ),
  );
  assert.deepEqual(texts, list(({ tag, step, text }) => text && [tag, step, text] as const));
});
