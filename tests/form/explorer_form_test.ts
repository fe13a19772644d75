import assert from "node:assert/strict";
import { generateReport } from "../../mod.ts";
import type { LayerReport } from "../../src/report/layer_report.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { sliceAt } from "../../src/tensor/tensor.ts";
import { decodeNpy } from "../support/npy.ts";
import { listTree, makeTempFolder, type TempFolder } from "../support/temp_folder.ts";

const SMALL = { resize: { shortestEdge: 48 }, crop: { width: 48, height: 48 }, mean: 0.5 } as const;

// The same network thrice: as it is, on photos of another brightness, and with a layer less.
const CONFIG = {
  models: [
    {
      name: "first",
      path: "fixtures/miniature.onnx",
      layers: ["conv1", "conv2"],
      preprocess: SMALL,
    },
    {
      name: "second",
      path: "fixtures/miniature.onnx",
      layers: ["conv2", "conv3"],
      preprocess: { ...SMALL, mean: 0.9 },
    },
    { name: "third", path: "fixtures/miniature.onnx", layers: ["conv1"], preprocess: SMALL },
  ],
  images: ["fixtures/scenes/beach.png", "fixtures/scenes/balloons.png"],
};

const made: TempFolder = await makeTempFolder();
Deno.test.afterAll(async () => await made[Symbol.asyncDispose]());
await generateReport(CONFIG, {
  ...{ out: `${made.path}/dist`, modelExplorer: `${made.path}/data`, npy: true },
});

/** Node data, as Model Explorer reads it. */
interface GraphData {
  readonly name: string;
  readonly results: Readonly<Record<string, { readonly value: number }>>;
  readonly gradient: readonly { readonly stop: number; readonly bgColor: string }[];
}

async function readData(path: string): Promise<Record<string, GraphData>> {
  return JSON.parse(await Deno.readTextFile(`${made.path}/data/${path}.json`));
}

async function readLayer(path: string): Promise<LayerReport> {
  return JSON.parse(await Deno.readTextFile(`${made.path}/dist/${path}/layer.json`));
}

function mean(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.reduce((a, b) => a + b) / known.length;
}

function near(a: number, b: number): void {
  assert(Math.abs(a - b) <= 1e-5 * Math.abs(b) + 1e-9, `${a} is not ${b}`);
}

Deno.test("Model Explorer's data are a number a node of a graph, with a gradient", async () => {
  const data = await readData("first/kernels.norm");
  assert.deepEqual(Object.keys(data), ["miniature"]);
  const { name, results, gradient } = data["miniature"]!;
  assert.equal(name, "kernels.norm (convatlas)");
  assert.deepEqual(Object.keys(results), ["conv1", "conv2"]);
  near(results["conv1"]!.value, mean((await readLayer("first/conv1")).kernels!.norm));
  assert.deepEqual(gradient.map(({ stop }) => stop), [0, 1]);
  assert(gradient.every(({ bgColor }) => /^#[0-9a-f]{6}$/.test(bgColor)));
});

Deno.test("Model Explorer's data of maps are of all photos together", async () => {
  const { maps } = await readLayer("first/conv2");
  const valueOf = async (name: string): Promise<number> =>
    (await readData(`first/${name}`))["miniature"]!.results["conv2"]!.value;
  near(await valueOf("maps.entropy"), mean(maps.flatMap(({ channels }) => channels.entropy)));
  const most = maps.flatMap(({ activated }) => activated!.max).filter((value) => value !== null);
  near(await valueOf("activated.max"), Math.max(...most));
});

async function readMaps(model: string, photo: string): Promise<Tensor> {
  return decodeNpy(await Deno.readFile(`${made.path}/dist/${model}/conv2/maps/${photo}.npy`));
}

function findError(a: Float32Array, b: Float32Array): number {
  const norm = (x: Float32Array): number => Math.hypot(...x);
  return norm(a.map((value, i) => value - b[i]!)) / norm(a);
}

Deno.test("Model Explorer's damage is how far maps are from the first model's, in the median", async () => {
  const { results } = (await readData("second/damage"))["miniature"]!;
  const photos = await Promise.all(["beach", "balloons"].map(async (photo) => {
    const [a, b] = [await readMaps("first", photo), await readMaps("second", photo)];
    return Array.from(
      { length: a.dims[0]! },
      (_, k) => findError(sliceAt(a, k).data, sliceAt(b, k).data),
    );
  }));
  const means = photos[0]!.map((_, k) => mean(photos.map((errors) => errors[k]!)));
  const sorted = means.sort((a, b) => a - b);
  assert.equal(sorted.length % 2, 0);
  assert.deepEqual(Object.keys(results), ["conv2"]); // the first has no conv3
  assert(results["conv2"]!.value > 0.01);
  near(results["conv2"]!.value, mean(sorted.slice(sorted.length / 2 - 1, sorted.length / 2 + 1)));
  near((await readData("third/damage"))["miniature"]!.results["conv1"]!.value, 0);
});

Deno.test("Model Explorer's data have no damage of the first model, and no file without a number", async () => {
  const files = await listTree(`${made.path}/data`);
  assert(!files.includes("first/damage.json"));
  assert(files.includes("first/kernels.chroma.json"));
  for (const file of files) {
    const [data] = Object.values(await readData(file.replace(/\.json$/, "")));
    assert(Object.keys(data!.results).length > 0, file);
  }
});

Deno.test("Model Explorer's data replace those of an earlier report, and no other file", async () => {
  await using temp = await makeTempFolder({ "data/first/kernels.norm.json": '{"mine": 1}' });
  const one = { ...CONFIG, models: CONFIG.models.slice(0, 1), images: CONFIG.images.slice(0, 1) };
  const make = () =>
    generateReport(one, { out: `${temp.path}/dist`, modelExplorer: `${temp.path}/data` });
  await assert.rejects(make, /kernels\.norm\.json": it is another file; name a new one/);
  await Deno.remove(`${temp.path}/data/first/kernels.norm.json`);
  await make();
  const before = await Deno.readTextFile(`${temp.path}/data/first/kernels.norm.json`);
  await make();
  assert.equal(await Deno.readTextFile(`${temp.path}/data/first/kernels.norm.json`), before);
});
