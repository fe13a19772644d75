import assert from "node:assert/strict";
import { parseConfig } from "../../src/config/parse.ts";
import type { ConfigInput } from "../../src/config/config_input.ts";
import { generate } from "../../src/generate.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import type { Raster } from "../../src/raster/raster.ts";
import type { Report } from "../../src/report/report.ts";
import { encodeModel } from "../support/model/onnx_model.ts";
import { createRandom } from "../support/random.ts";
import { changeTools, createMemoryWorld, encodePhoto } from "../support/report/memory_effects.ts";
import { createTensor } from "../../src/tensor/tensor.ts";

const SIDE = 12;
const PHOTOS = 1024; // so that one of them is rare
const KERNELS = 12;
const CELLS = 9;
const MIDDLE = 4;
const [RED, GREEN, BLUE] = [0, 1, 2];

// Whose maps are so in the dataset, and whose only on the photos that are drawn.
const LIT = 1; // by its weights, of which most are above 0
const [NEVER, RARE, UNSEEN] = [6, 7, 8];
const [SAME, TWIN, UNLIKE] = [9, 10, 11];

const SPIKE = 777; // the only photo with a pixel that is all blue

// No photo has red, and those that are drawn, below 100, have no green either.
function drawPhoto(seed: number): Raster {
  const noise = createRandom(seed + 1).floats(2 * SIDE ** 2);
  const data = new Uint8Array(3 * SIDE ** 2);
  for (let i = 0; i < SIDE ** 2; i++) {
    data[3 * i + GREEN] = seed < 100 ? 0 : 255 * noise[2 * i]!;
    data[3 * i + BLUE] = 200 * noise[2 * i + 1]!;
  }
  if (seed === SPIKE) data[3 * 50 + BLUE] = 255;
  return { width: SIDE, height: SIDE, channels: 3, data };
}

const random = createRandom(4);
const weights = new Float32Array(KERNELS * 3 * CELLS);
const bias = new Float32Array(KERNELS);
const filterOf = (kernel: number, input: number): Float32Array =>
  weights.subarray((kernel * 3 + input) * CELLS, (kernel * 3 + input + 1) * CELLS);
for (let kernel = 0; kernel < KERNELS; kernel++) {
  filterOf(kernel, BLUE).set(random.floats(CELLS, -1, 1));
}
bias[NEVER] = -1000;
for (const [kernel, input] of [[RARE, BLUE], [UNSEEN, GREEN]] as const) {
  filterOf(kernel, BLUE).fill(0);
  filterOf(kernel, input)[MIDDLE] = 1;
  bias[kernel] = -0.9;
}
for (const [kernel, input] of [[TWIN, RED], [UNLIKE, GREEN]] as const) {
  filterOf(kernel, BLUE).set(filterOf(SAME, BLUE));
  filterOf(kernel, input).fill(1);
}

const files = Object.fromEntries([
  [
    "net.onnx",
    encodeModel({
      inputs: { photo: ["N", 3, SIDE, SIDE] },
      initializers: {
        w: createTensor(weights, [KERNELS, 3, 3, 3]),
        b: createTensor(bias, [KERNELS]),
      },
      nodes: [
        { op: "Conv", name: "odd", inputs: ["photo", "w", "b"], outputs: ["map"] },
        { op: "Relu", inputs: ["map"], outputs: ["on"] },
      ],
    }),
  ],
  ...[0, 1, 2].map((
    seed,
  ) => [`drawn/${seed}.png`, encodePhoto({ width: SIDE, height: SIDE }, seed)]),
  ...Array.from({ length: PHOTOS }, (_, i) => [
    `set/${String(i).padStart(4, "0")}.png`,
    encodePhoto({ width: SIDE, height: SIDE }, 100 + i),
  ]),
]);

async function report(fields: Partial<ConfigInput>): Promise<Report> {
  const { effects } = createMemoryWorld({ files });
  const images = {
    ...effects.images,
    readPixels: (bytes: Uint8Array) =>
      Promise.resolve(drawPhoto(Number(new TextDecoder().decode(bytes).split(" ").at(-1)))),
  };
  const config = parseConfig({
    models: [{ path: "net.onnx", preprocess: "unit" }],
    images: ["drawn/*.png"],
    checks: ["rarely-on"],
    ...{ tuning: false, experiments: false, values: "none" },
    ...fields,
  });
  return await generate(config, changeTools(effects, { images, runtime: onnxRuntime }));
}

const list = ({ models }: Report): unknown[] =>
  models[0]!.findings.map(({ id, kernels, images, dataset }) => [id, kernels, images, dataset])
    .sort();

Deno.test("of photos alone it is told what they happen to show", async () => {
  assert.deepEqual(list(await report({})), [
    ["odd/always-on", [LIT], 3, 0],
    ["odd/equal-maps", [SAME, TWIN, UNLIKE], 3, 0],
    ["odd/never-on", [NEVER, RARE, UNSEEN], 3, 0],
  ]);
});

Deno.test("of a dataset it is told what is so in all its photos, and what hardly a photo shows", async () => {
  const told = await report({ dataset: { images: ["set/*.png"] } });
  assert.deepEqual(list(told), [
    ["odd/equal-maps", [SAME, TWIN], 0, PHOTOS],
    ["odd/never-on", [NEVER], 0, PHOTOS],
    ["odd/rarely-on", [RARE], 0, PHOTOS],
  ]);
  assert.deepEqual(told.checks[0]!.failed.map(({ finding }) => finding), ["odd/rarely-on"]);
  const [rare] = told.models[0]!.findings.filter(({ code }) => code === "rarely-on");
  assert.deepEqual([rare!.value, rare!.usual], [1 / PHOTOS, 1]);
});
