import assert from "node:assert/strict";
import { generate } from "../../src/generate.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import type { LayerReport } from "../../src/report/layer_report.ts";
import type { Report } from "../../src/report/report.ts";
import { sliceAt, type Tensor } from "../../src/tensor/tensor.ts";
import { assertClose } from "../support/close.ts";
import { convolve } from "../support/convolve.ts";
import { createMemoryWorld, decodePng, encodePhoto } from "../support/report/memory_effects.ts";
import { decodeNpy } from "../support/npy.ts";
import { encodeModel, type ModelText, type NodeText } from "../support/model/onnx_model.ts";
import { store, type TensorText } from "../support/model/onnx_tensor.ts";
import { createRandom } from "../support/random.ts";
import { randomTensor } from "../support/tensors.ts";
import { configureTiny, textAt } from "../support/report/tiny_site.ts";

const w = randomTensor(createRandom(2), [4, 3, 3, 3], -1, 1);
const conv: NodeText = { op: "Conv", name: "conv", inputs: ["t", "w"], outputs: ["y"] };
const relu: NodeText = { op: "Relu", inputs: ["y"], outputs: ["lit"] };

const int64 = (...values: number[]): TensorText => store("int64", [values.length], values);

/** The photo cut into four tiles that lie in the batch axis. */
function foldTiles(batch = 1): ModelText {
  return {
    nodes: [
      { op: "Reshape", inputs: ["photo", "split"], outputs: ["a"] },
      { op: "Transpose", inputs: ["a"], outputs: ["b"], ints: { perm: [0, 2, 4, 1, 3, 5] } },
      { op: "Reshape", inputs: ["b", "fold"], outputs: ["t"] },
      conv,
      relu,
    ],
    initializers: { w, split: int64(batch, 3, 2, 8, 2, 12), fold: int64(batch * 4, 3, 8, 12) },
    inputs: { photo: [batch, 3, 16, 24] },
  };
}

interface Made {
  readonly report: Report;
  readonly layer: LayerReport;
  readonly maps: Tensor;
  readonly input: Tensor;
  readonly world: ReturnType<typeof createMemoryWorld>;
}

/** Makes the report of a network of one convolution on one photo, in onnxruntime itself. */
async function makeReport(text: ModelText): Promise<Made> {
  let input: Tensor | null = null;
  const world = createMemoryWorld({
    files: {
      "tiny.onnx": encodeModel(text),
      "photos/cat.png": encodePhoto({ width: 24, height: 16 }),
    },
  });
  const runtime: typeof onnxRuntime = {
    ...onnxRuntime,
    open: async (model) => {
      const session = await onnxRuntime.open(model);
      return {
        ...session,
        run: (inputs) => {
          input ??= inputs.get("photo") ?? null;
          return session.run(inputs);
        },
      };
    },
  };
  const report = await generate(configureTiny(), { ...world.effects, runtime }, { npy: true });
  const layer = JSON.parse(textAt(world, "tiny/conv/layer.json"));
  const maps = decodeNpy(world.written.get("tiny/conv/maps/cat.npy") as Uint8Array<ArrayBuffer>);
  return { report, layer, maps, input: input!, world };
}

// The top left quarter.
function cutTile({ data }: Tensor): Tensor {
  const tile = new Float32Array(3 * 8 * 12);
  for (let c = 0; c < 3; c++) {
    for (let y = 0; y < 8; y++) {
      tile.set(data.subarray((c * 16 + y) * 24, (c * 16 + y) * 24 + 12), (c * 8 + y) * 12);
    }
  }
  return { data: tile, dims: [1, 3, 8, 12] };
}

for (const batch of [1, 2]) {
  Deno.test(`a layer of tiles shows the first of four, and says so, of a batch of ${batch}`, async () => {
    const { report, layer, maps, input, world } = await makeReport(foldTiles(batch));
    assertClose(maps, sliceAt(convolve(cutTile(sliceAt(input, 0)), w), 0));
    const [own] = report.models[0]!.layers;
    assert.deepEqual(own!.maps[0]!.samples, { shown: 1, of: 4 });
    assert.deepEqual(layer.maps[0]!.samples, { shown: 1, of: 4 });
    assert.deepEqual(own!.receptiveField, { size: [3, 3], stride: [1, 1], offset: [0, 0] });
    for (const columns of [layer.maps[0]!.channels, layer.maps[0]!.activated!]) {
      for (const name of ["keepsPicture", "luma", "edges"] as const) {
        assert.deepEqual(columns[name], [null, null, null, null], name);
      }
    }
    const { title } = decodePng(world.written.get("tiny/conv/maps/cat.png"));
    assert.match(title, /feature maps of cat, the first of 4 samples$/);
    assert.match(
      textAt(world, "tiny/conv/index.html"),
      /<li>maps 6 × 10, 1 of 4 samples shown<\/li>/,
    );
    assert.match(textAt(world, "tiny/conv/index.html"), /cat, 1 of 4 samples shown/);
    assert.match(textAt(world, "tiny/conv/index.zh-CN.html"), /4 个样本中显示前 1 个/);
    assert.match(textAt(world, "index.html"), /1 of 4 samples shown/);
  });
}

// [what, the nodes before, constants, samples]
const folds: readonly [
  string,
  readonly NodeText[],
  Readonly<Record<string, TensorText>>,
  number,
][] = [
  [
    "each colour as a sample",
    [
      { op: "Transpose", inputs: ["photo"], outputs: ["c"], ints: { perm: [1, 0, 2, 3] } },
      { op: "Concat", inputs: ["c", "c", "c"], outputs: ["t"], int: { axis: 1 } },
    ],
    {},
    3,
  ],
  [
    "the photo and its mirror image in one batch",
    [
      { op: "Slice", inputs: ["photo", "last", "none", "axis", "back"], outputs: ["m"] },
      { op: "Concat", inputs: ["photo", "m"], outputs: ["t"], int: { axis: 0 } },
    ],
    { last: int64(-1), none: int64(-1000), axis: int64(3), back: int64(-1) },
    2,
  ],
  [
    "frames of a video folded into the batch",
    [
      { op: "Unsqueeze", inputs: ["photo", "axis"], outputs: ["v"] },
      { op: "Expand", inputs: ["v", "times"], outputs: ["f"] },
      { op: "Reshape", inputs: ["f", "frames"], outputs: ["t"] },
    ],
    { axis: int64(1), times: int64(1, 5, 3, 16, 24), frames: int64(5, 3, 16, 24) },
    5,
  ],
  [
    "regions of interest",
    [{
      op: "RoiAlign",
      inputs: ["photo", "boxes", "which"],
      outputs: ["t"],
      int: { output_height: 7, output_width: 7 },
    }],
    {
      boxes: store("float32", [2, 4], [0, 0, 8, 8, 4, 4, 20, 12]),
      which: store("int64", [2], [0, 0]),
    },
    2,
  ],
];

for (const [what, before, constants, of] of folds) {
  Deno.test(`a layer shows the first of the samples that are ${what}`, async () => {
    const { report, layer } = await makeReport({
      nodes: [...before, conv],
      initializers: { w, ...constants },
      inputs: { photo: [1, 3, 16, 24] },
    });
    assert.deepEqual(report.failures, []);
    assert.deepEqual(layer.maps[0]!.samples, { shown: 1, of });
    assert.deepEqual(layer.maps[0]!.channels.keepsPicture, [null, null, null, null]);
  });
}

// What cells read lies otherwise than they do: [what, the nodes before, constants]
const moved: readonly [string, readonly NodeText[], Readonly<Record<string, TensorText>>][] = [
  [
    "turned",
    [{ op: "Transpose", inputs: ["photo"], outputs: ["t"], ints: { perm: [0, 1, 3, 2] } }],
    {},
  ],
  [
    "mirrored",
    [{ op: "Slice", inputs: ["photo", "last", "none", "axis", "back"], outputs: ["t"] }],
    { last: int64(-1), none: int64(-1000), axis: int64(3), back: int64(-1) },
  ],
  [
    "cut down to a corner",
    [{ op: "Slice", inputs: ["photo", "begin", "end", "axes"], outputs: ["t"] }],
    { begin: int64(0, 0), end: int64(8, 12), axes: int64(2, 3) },
  ],
  [
    "in another order of its pixels",
    [{ op: "Reshape", inputs: ["photo", "wide"], outputs: ["t"] }],
    { wide: int64(1, 3, 8, 48) },
  ],
];

for (const [what, before, constants] of moved) {
  Deno.test(`a layer that reads the photo ${what} is not compared with it as it lies`, async () => {
    const { layer } = await makeReport({
      nodes: [...before, conv],
      initializers: { w, ...constants },
      inputs: { photo: [1, 3, 16, 24] },
    });
    const { samples, channels } = layer.maps[0]!;
    assert.deepEqual(samples, { shown: 1, of: 1 });
    for (const name of ["keepsPicture", "luma", "edges"] as const) {
      assert.deepEqual(channels[name], [null, null, null, null], name);
    }
  });
}

// What cells read lies as they do: [what, the nodes before, the convolution's attributes]
const lying: readonly [string, readonly NodeText[], Readonly<Record<string, number[]>>][] = [
  ["plain", [{ op: "Relu", inputs: ["photo"], outputs: ["t"] }], {}],
  ["with steps", [{ op: "Relu", inputs: ["photo"], outputs: ["t"] }], { strides: [3, 3] }],
  ["padded", [{ op: "Relu", inputs: ["photo"], outputs: ["t"] }], { pads: [1, 1, 1, 1] }],
  [
    "pooled",
    [{
      op: "MaxPool",
      inputs: ["photo"],
      outputs: ["t"],
      ints: { kernel_shape: [3, 3], strides: [2, 2] },
    }],
    {},
  ],
  [
    "behind a gate of the whole photo",
    [
      { op: "GlobalAveragePool", inputs: ["photo"], outputs: ["all"] },
      { op: "Mul", inputs: ["photo", "all"], outputs: ["t"] },
    ],
    {},
  ],
];

for (const [what, before, ints] of lying) {
  Deno.test(`a layer that reads the photo ${what} is compared with it`, async () => {
    const { layer } = await makeReport({
      nodes: [...before, { ...conv, ints }],
      initializers: { w },
      inputs: { photo: [1, 3, 16, 24] },
    });
    const { keepsPicture } = layer.maps[0]!.channels;
    assert(keepsPicture.every((kept) => kept !== null && kept >= 0), String(keepsPicture));
  });
}

Deno.test("a layer of a batch of three photos shows what each of them gives, as the photo is all", async () => {
  const { layer, maps, input } = await makeReport({
    nodes: [{ ...conv, inputs: ["photo", "w"] }],
    initializers: { w },
    inputs: { photo: [3, 3, 16, 24] },
  });
  assert.deepEqual(layer.maps[0]!.samples, { shown: 1, of: 1 });
  assertClose(maps, sliceAt(convolve(input, w), 0));
  assert(layer.maps[0]!.channels.keepsPicture.every((kept) => kept !== null));
});

Deno.test("a layer that no sample reaches has no maps and says why; the others have theirs", async () => {
  const world = createMemoryWorld({
    files: {
      "tiny.onnx": encodeModel({
        nodes: [
          { op: "Slice", inputs: ["photo", "zero", "zero", "zero"], outputs: ["t"] },
          conv,
          { ...conv, name: "beside", inputs: ["photo", "w"], outputs: ["z"] },
        ],
        initializers: { w, zero: int64(0) },
        inputs: { photo: [1, 3, 16, 24] },
      }),
      "photos/cat.png": encodePhoto({ width: 24, height: 16 }),
      "photos/dog.png": encodePhoto({ width: 24, height: 16 }, 1),
    },
  });
  const { failures, models } = await generate(configureTiny(), {
    ...world.effects,
    runtime: onnxRuntime,
  });
  const reason = "Cannot draw maps: no sample reached this layer on this photo";
  assert.deepEqual(failures.map(({ where, message }) => [where, message]), [
    ["tiny, conv on cat", reason],
    ["tiny, conv on dog", reason],
  ]);
  const [empty, beside] = models[0]!.layers;
  assert.equal(empty!.mapsMissing, reason);
  assert.deepEqual([empty!.maps.length, beside!.maps.length, beside!.mapsMissing], [0, 2, null]);
});
