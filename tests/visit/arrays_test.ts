import assert from "node:assert/strict";
import type { ConfigInput } from "../../src/config/config_input.ts";
import { parseConfig } from "../../src/config/parse.ts";
import { generate } from "../../src/generate.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import type { Report } from "../../src/report/report.ts";
import { decodeNpy, encodeNpy } from "../../src/tensor/npy/npy.ts";
import { countElements, sliceAt, type Tensor } from "../../src/tensor/tensor.ts";
import { assertClose } from "../support/close.ts";
import { convolve, type Steps } from "../support/convolve.ts";
import { readTile } from "../support/report/data_script.ts";
import { assertWithin } from "../support/within.ts";
import { createMemoryWorld, decodePng, encodePhoto } from "../support/report/memory_effects.ts";
import { encodeModel, type InputText, type NodeText } from "../support/model/onnx_model.ts";
import { createRandom } from "../support/random.ts";
import { randomTensor } from "../support/tensors.ts";

const random = createRandom(71);

interface Run {
  readonly report: Report;
  readonly written: ReadonlyMap<string, Uint8Array | string>;
}

async function run(
  model: Uint8Array<ArrayBuffer>,
  files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
  config: Partial<ConfigInput> = {},
): Promise<Run> {
  const { effects, written } = createMemoryWorld({ files: { "net.onnx": model, ...files } });
  const parsed = parseConfig({
    models: [{ path: "net.onnx", preprocess: "imagenet" }],
    images: ["*.npy"],
    ...config,
  });
  const report = await generate(parsed, { ...effects, runtime: onnxRuntime }, { npy: true });
  return { report, written };
}

function tensorAt({ written }: Run, path: string): Tensor {
  const file = written.get(path);
  assert(file instanceof Uint8Array, path);
  return decodeNpy(file);
}

/** A network of one convolution, what it is given, and what stands in the report of it. */
interface Case {
  readonly what: string;
  readonly input: InputText;
  readonly array: Tensor;
  /** The same as the convolution reads it. */
  readonly x: Tensor;
  readonly w: Tensor;
  readonly steps?: Steps;
  readonly before?: readonly NodeText[];
  /** The size of the picture of the array. */
  readonly picture: string;
  /** The size of the tile of a map. */
  readonly tile: readonly [width: number, height: number];
}

const withAxes = ({ data }: Tensor, ...dims: readonly number[]): Tensor => ({ data, dims });
const sound = randomTensor(random, [1, 1, 400], -1, 1);
const mel = randomTensor(random, [1, 20, 50], -1, 1);
const volume = randomTensor(random, [1, 1, 4, 6, 7], -1, 1);
const clip = randomTensor(random, [1, 3, 4, 8, 9], -1, 1);
const bands = randomTensor(random, [1, 5, 9, 8], -1, 1);
const bandsLast = {
  data: bands.data.map((_, i) => bands.data[i % 5 * 72 + Math.floor(i / 5)]!), // pixel by pixel
  dims: [9, 8, 5],
};

const cases: readonly Case[] = [
  {
    what: "sound of one axis",
    input: [1, 1, "T"],
    array: withAxes(sound, 400),
    x: sound,
    w: randomTensor(random, [4, 1, 9], -1, 1),
    steps: { strides: [2], pads: [4, 4] },
    picture: "512 x 128 x 1",
    tile: [200, 8],
  },
  {
    what: "sound with its channel",
    input: ["N", 1, 400],
    array: withAxes(sound, 1, 400),
    x: sound,
    w: randomTensor(random, [4, 1, 9], -1, 1),
    picture: "512 x 128 x 1",
    tile: [392, 8],
  },
  {
    what: "a spectrogram",
    input: [1, 20, "T"],
    array: withAxes(mel, 20, 50),
    x: mel,
    w: randomTensor(random, [4, 20, 3], -1, 1),
    picture: "50 x 100 x 1",
    tile: [48, 8],
  },
  {
    what: "a volume",
    input: [1, 1, 4, 6, 7],
    array: withAxes(volume, 4, 6, 7),
    x: volume,
    w: randomTensor(random, [4, 1, 3, 3, 3], -1, 1),
    steps: { pads: [1, 1, 1, 1, 1, 1] },
    picture: "15 x 13 x 1",
    tile: [15, 13],
  },
  {
    what: "a video with its axis of samples",
    input: ["N", 3, "T", "H", "W"],
    array: clip,
    x: clip,
    w: randomTensor(random, [4, 3, 1, 3, 3], -1, 1),
    picture: "19 x 17 x 3",
    tile: [15, 13],
  },
  {
    what: "a picture of five bands",
    input: ["N", 5, "H", "W"],
    array: withAxes(bands, 5, 9, 8),
    x: bands,
    w: randomTensor(random, [4, 5, 3, 3], -1, 1),
    picture: "8 x 9 x 1",
    tile: [6, 7],
  },
  {
    what: "a picture of five bands, channels last",
    input: ["N", "H", "W", 5],
    array: bandsLast,
    x: bands,
    w: randomTensor(random, [4, 5, 3, 3], -1, 1),
    before: [{
      op: "Transpose",
      inputs: ["x"],
      outputs: ["planes"],
      ints: { perm: [0, 3, 1, 2] },
    }],
    picture: "8 x 9 x 1",
    tile: [6, 7],
  },
  {
    what: "a tensor whose sizes nobody declares",
    input: { type: "float32", dims: null },
    array: withAxes(mel, 20, 50),
    x: mel,
    w: randomTensor(random, [4, 20, 3], -1, 1),
    picture: "50 x 100 x 1",
    tile: [48, 8],
  },
];

function encodeCase({ input, w, steps = {}, before = [] }: Case): Uint8Array<ArrayBuffer> {
  const { strides, pads } = steps;
  const conv: NodeText = {
    op: "Conv",
    name: "conv",
    inputs: [before.at(-1)?.outputs[0] ?? "x", "w"],
    outputs: ["maps"],
    ints: { ...strides && { strides }, ...pads && { pads } },
  };
  return encodeModel({
    nodes: [...before, conv, { op: "Relu", inputs: ["maps"], outputs: ["y"] }],
    initializers: { w },
    inputs: { x: input },
  });
}

for (const each of cases) {
  Deno.test(`generate() runs a network on an array: ${each.what}`, async () => {
    const { array, x, w, steps = {}, picture, tile } = each;
    const ran = await run(encodeCase(each), { "a.npy": encodeNpy(array) });
    const { images, models: [model], failures } = ran.report;
    assert.deepEqual(failures, []);
    const map = convolve(x, w, steps);
    const [, ...space] = map.dims.slice(1);
    assertClose(tensorAt(ran, "net/conv/maps/a.npy"), withAxes(map, ...map.dims.slice(1)));
    assert.deepEqual(images[0]!.dims, array.dims);
    assert.equal(images[0]!.width, array.dims.at(-1));
    assert.equal(images[0]!.height, array.dims.at(-2) ?? 1);
    assert.equal(countElements(model!.inputs[0]!.dims!), array.data.length);
    assert.equal(decodePng(ran.written.get("images/a.png")).size, picture);
    const maps = model!.layers[0]!.maps[0]!;
    assert.deepEqual(maps.space, space);
    assert.deepEqual([maps.picture.tileWidth, maps.picture.tileHeight], tile);
    const own = tensorAt(ran, "net/conv/maps/a.npy");
    for (let k = 0; k < own.dims[0]!; k++) {
      const source = { values: maps.values!, k };
      const tile = readTile("net/conv/values/maps/a", source, (path) => ran.written.get(path));
      assertWithin(tile.numbers, sliceAt(own, k).data, tile.error);
    }
  });
}

Deno.test("generate() compares maps of an array with no photo", async () => {
  const [, , , , , five] = cases;
  const { written } = await run(encodeCase(five!), { "a.npy": encodeNpy(five!.array) });
  const { maps } = JSON.parse(written.get("net/conv/layer.json") as string);
  assert.deepEqual(maps[0].channels.keepsPicture, [null, null, null, null]);
  assert.deepEqual(maps[0].channels.luma, [null, null, null, null]);
  assert(maps[0].channels.max.every(Number.isFinite));
});

Deno.test("the pages call arrays what they are, and say that they go in as they are", async () => {
  const [one] = cases;
  const { written } = await run(encodeCase(one!), { "a.npy": encodeNpy(one!.array) });
  const page = (path: string): string => written.get(path) as string;
  assert.match(page("index.html"), /4 kernels, 1 array: 4 pairs/);
  assert.match(page("index.html"), /The arrays, as net got them/);
  assert.match(page("net/index.html"), /seen on 1 array\./);
  assert.match(page("net/index.html"), /an array of 400, fed as it is/);
  assert.match(page("net/conv/index.html"), /stands beside the map it makes, on 1 array\./);
  assert.match(
    page("net/conv/index.html"),
    /<fieldset class="photos" aria-label="Array, as the network got it">/,
  );
  assert.match(
    page("net/conv/index.zh-CN.html"),
    /<fieldset class="photos" aria-label="网络得到的数组">/,
  );
});

Deno.test("generate() finds the strongest cell of a map with depths, and what adds up to it", async () => {
  const each = cases.find(({ what }) => what === "a volume")!;
  const ran = await run(encodeCase(each), { "a.npy": encodeNpy(each.array) });
  const { maps } = JSON.parse(ran.written.get("net/conv/layer.json") as string);
  const { strongestX, strongestY, onPadding, max } = maps[0].channels;
  const { data } = tensorAt(ran, "net/conv/maps/a.npy");
  for (let k = 0; k < 4; k++) {
    const map = data.subarray(k * 168, (k + 1) * 168); // 4 x 6 x 7
    const at = map.indexOf(Math.max(...map));
    assert.deepEqual([strongestX[k], strongestY[k]], [at % 7, Math.floor(at / 7)]);
    const places = [Math.floor(at / 42), Math.floor(at / 7) % 6, at % 7];
    const ends = [3, 5, 6];
    const onEdge = places.some((place, axis) => place === 0 || place === ends[axis]);
    assert.equal(onPadding[k], onEdge);
    assert(Math.abs(max[k] - map[at]!) < 1e-5);
  }
});

// [what, input, array, failure]
const misfits: readonly [string, InputText, readonly number[], string][] = [
  [
    "an array of another length",
    [1, 1, 16000],
    [2, 16000],
    'Cannot feed input "x" [1, 1, 16000]: the array that is given is [2, 16000]',
  ],
  [
    "an array of too many axes",
    [1, "C", "T"],
    [2, 1, 3, 4],
    'Cannot feed input "x" [1, C, T]: the array that is given is [2, 1, 3, 4]',
  ],
  [
    "fractions for whole numbers",
    { type: "uint8", dims: [1, 1, 4] },
    [4],
    'Cannot feed input "x": it takes whole numbers from 0 to 255, the array gives 0.5',
  ],
];

for (const [what, input, dims, failure] of misfits) {
  Deno.test(`generate() tells of ${what}`, async () => {
    const w = randomTensor(random, [2, 1, 3], -1, 1);
    const cast: NodeText = { op: "Cast", inputs: ["x"], outputs: ["real"], int: { to: 1 } };
    const conv: NodeText = { op: "Conv", name: "conv", inputs: ["real", "w"], outputs: ["y"] };
    const bytes = encodeModel({ nodes: [cast, conv], initializers: { w }, inputs: { x: input } });
    const data = new Float32Array(countElements(dims)).fill(0.5);
    const { report } = await run(bytes, { "a.npy": encodeNpy({ data, dims }) });
    assert.deepEqual(report.failures.map(({ where, message }) => [where, message]), [
      ["net on a", failure],
    ]);
  });
}

Deno.test("generate() tells that a photo is no sound, and goes on with the arrays", async () => {
  const [one] = cases;
  const files = {
    "a.npy": encodeNpy(one!.array),
    "cat.jpg": encodePhoto({ width: 30, height: 20 }),
    "broken.npy": new TextEncoder().encode("no array"),
  };
  const { report } = await run(encodeCase(one!), files, { images: ["*.npy", "cat.jpg"] });
  assert.equal(report.models[0]!.layers[0]!.maps.length, 1);
  assert.deepEqual(report.failures.map(({ where }) => where), ["broken.npy", "net on cat"]);
  assert.match(report.failures[0]!.message, /^Cannot read \.npy file: it does not begin as one/);
  assert.match(
    report.failures[1]!.message,
    /^Cannot feed a photo to input "x" \[1, 1, T\]: .*give a \.npy file in "images"/,
  );
});

Deno.test("generate() repeats an array to the batch that a model is made for", async () => {
  const w = randomTensor(random, [2, 1, 3], -1, 1);
  const bytes = encodeModel({
    nodes: [{ op: "Conv", name: "conv", inputs: ["x", "w"], outputs: ["y"] }],
    initializers: { w },
    inputs: { x: [3, 1, 40] },
  });
  const array = randomTensor(random, [1, 40], -1, 1);
  const ran = await run(bytes, { "a.npy": encodeNpy(array) });
  assert.deepEqual(ran.report.failures, []);
  assert.deepEqual(ran.report.models[0]!.inputs[0]!.dims, [3, 1, 40]);
  const { data, dims } = convolve(withAxes(array, 1, 1, 40), w);
  assertClose(tensorAt(ran, "net/conv/maps/a.npy"), { data, dims: dims.slice(1) });
});
