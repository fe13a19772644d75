import assert from "node:assert/strict";
import { type ConvLayer, findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { cutModel } from "../../../src/onnx/write/cut.ts";
import type { Model } from "../../../src/onnx/graph/model.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { TENSOR } from "../../../src/onnx/wire/proto.ts";
import { readTensor } from "../../../src/onnx/constant/tensor_data.ts";
import { createFiles } from "../../../src/host/file/files.ts";
import { concatBytes } from "../../../src/onnx/wire/wire.ts";
import { assertClose } from "../../support/close.ts";
import { convolve } from "../../support/convolve.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import {
  store,
  storeFloats,
  storeOutside,
  storeRaw,
  storeVarints,
  type TensorText,
} from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { captureLayers } from "../../support/model/run_model.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";
import { randomTensor } from "../../support/tensors.ts";

const random = createRandom(13);
const photo = randomTensor(random, [1, 3, 6, 6], -1, 1);
const first = randomTensor(random, [4, 3, 2, 2], -1, 1);
const second = randomTensor(random, [2, 4, 1, 1], -1, 1);

const nodes: readonly NodeText[] = [
  { op: "Conv", name: "first", inputs: ["photo", "w1"], outputs: ["y1"] },
  { op: "Conv", name: "second", inputs: ["y1", "w2"], outputs: ["y2"] },
];

function encodeTwo(w1: TensorText, w2: TensorText = second): Uint8Array<ArrayBuffer> {
  return encodeModel({ nodes, initializers: { w1, w2 }, inputs: { photo: photo.dims } });
}

function toBytes(values: Float32Array): Uint8Array {
  return new Uint8Array(values.slice().buffer);
}

Deno.test("readTensor() reads external data by offset and length, from several files", async () => {
  const gap = new Uint8Array(10).fill(0xff);
  await using folder = await makeTempFolder({
    "model.onnx": encodeTwo(
      storeOutside("float32", first.dims, { location: "a.bin", offset: 10, length: 4 * 48 }),
      storeOutside("float32", second.dims, { location: "more/b.bin" }),
    ),
    "a.bin": concatBytes([gap, toBytes(first.data), gap]),
    "more/b.bin": toBytes(second.data),
  });
  const file = createFiles(folder.path).openModel("model.onnx");
  try {
    const captured = await captureLayers(readModel(file.source), photo);
    const kernels = captured.map(({ layer }) => layer.kernels!.evaluate());
    assert.deepEqual(kernels.map(({ data }) => data), [first.data, second.data]);
    const map = convolve(photo, first);
    assertClose(captured[0]!.map, map);
    assertClose(captured[1]!.map, convolve(map, second));
  } finally {
    file.close();
  }
});

Deno.test("cutModel() takes only a tensor's own bytes of an external file along", () => {
  const file = concatBytes([new Uint8Array(1000), toBytes(first.data)]);
  const w1 = storeOutside("float32", first.dims, { location: "w", offset: 1000 });
  const model = readBeside(encodeTwo(w1), { w: file });
  const { externalData } = cutModel(model, [{ tensor: "y1", quantization: null }]);
  assert.deepEqual(externalData.map(({ data }) => data.length), [4 * 48]);
});

Deno.test("cutModel() takes the external data of a Constant node along", async () => {
  const value = storeOutside("float32", first.dims, { location: "w", offset: 4 });
  const bytes = encodeModel({
    nodes: [{ op: "Constant", inputs: [], outputs: ["w1"], tensor: { value } }, ...nodes],
    initializers: { w2: second },
    inputs: { photo: photo.dims },
  });
  const beside = { w: concatBytes([new Uint8Array(4), toBytes(first.data)]) };
  const captured = await captureLayers(readBeside(bytes, beside), photo);
  assert.deepEqual(captured[0]!.layer.kernels!.evaluate(), first);
  assertClose(captured[0]!.map, convolve(photo, first));
});

Deno.test("cutModel() takes external data of the tensors of a body along", async () => {
  const own = storeOutside("float32", [1], { location: "w", offset: 4 });
  const body = {
    nodes: [{ op: "Add", inputs: ["photo", "own"], outputs: ["more"] }],
    initializers: { own },
  };
  const choice = { then_branch: body, else_branch: body };
  const bytes = encodeModel({
    nodes: [
      { op: "If", inputs: ["yes"], outputs: ["shifted"], graph: choice },
      { op: "Conv", inputs: ["shifted", "w1"], outputs: ["y1"] },
    ],
    initializers: { w1: first, yes: store("bool", [], [1]) },
    inputs: { photo: photo.dims },
  });
  const model = readBeside(bytes, { w: concatBytes([toBytes(Float32Array.of(9, 0.5))]) });
  const [captured] = await captureLayers(model, photo);
  assertClose(captured!.map, convolve({ ...photo, data: photo.data.map((x) => x + 0.5) }, first));
});

function readBeside(
  bytes: Uint8Array<ArrayBuffer>,
  files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
): Model {
  const read = (content: Uint8Array<ArrayBuffer>) => ({
    byteLength: content.length,
    read: (start: number, end: number) => content.subarray(start, end),
  });
  const openBeside = (location: string) => {
    if (files[location] === undefined) throw new Error(`Cannot open file "${location}"`);
    return read(files[location]);
  };
  return readModel({ ...read(bytes), openBeside });
}

const outside = [
  "/etc/passwd",
  "\\server\\share",
  "C:\\windows\\w.bin",
  "c:w.bin",
  "../w.bin",
  "a/../../w.bin",
  "a\\..\\w.bin",
  "..",
  "w.bin\0.txt",
];

for (const location of outside) {
  Deno.test(`readTensor() refuses external data at ${JSON.stringify(location)}`, () => {
    const openBeside = () => assert.fail("it opened the file");
    const bytes = encodeTwo(storeOutside("float32", first.dims, { location }));
    const source = { ...readModel(bytes).source, openBeside };
    const model = readModel(source);
    assert.throws(
      () => readTensor(model, model.graph.initializers.get("w1")!),
      /^RangeError: Cannot read tensor "w1": its data are at ".*", outside of the model's folder$/s,
    );
    assert.throws(() => cutModel(model, [{ tensor: "y1", quantization: null }]), RangeError);
  });
}

// [what, tensor, message]
const unfit: readonly [string, TensorText, RegExp][] = [
  [
    "too few raw bytes",
    storeRaw("float32", [4, 3, 2, 2], new Uint8Array(191)),
    /^SyntaxError: .*"w1": its dims \[4,3,2,2\] of float32 take 192 bytes, the file holds 191$/,
  ],
  [
    "too many raw bytes",
    storeRaw("float32", [4, 3, 2, 2], new Uint8Array(196)),
    /192 bytes, the file holds 196$/,
  ],
  ["no data", storeRaw("float32", [4, 3, 2, 2], new Uint8Array(0)), /the file holds 0$/],
  [
    "numbers in float_data that are no multiple of four bytes",
    { type: "float32", dims: [1], content: [concatBytes([Uint8Array.of(0x22, 3, 1, 2, 3)])] },
    /^SyntaxError: Cannot read numbers at byte \d+: their length is no multiple of 4$/,
  ],
  [
    "more packed numbers than its dims have",
    storeVarints("int32", [1], { no: TENSOR.int32Data, values: Array(99).fill(1) }),
    /^SyntaxError: Cannot read whole numbers at byte \d+: they are more than 4$/,
  ],
  [
    "texts",
    { type: "string", dims: [1], content: [] },
    /^TypeError: Cannot read tensor "w1": its elements are string$/,
  ],
  [
    "complex numbers",
    storeRaw("complex64", [1], new Uint8Array(8)),
    /^TypeError: Cannot read tensor "w1": its elements are complex64$/,
  ],
  [
    "a length that its dims do not have",
    storeOutside("float32", [4, 3, 2, 2], { location: "w", length: 8 }),
    /^RangeError: .*"w1": it takes 192 bytes, its data are 8 bytes from 0 of "w", which has 16$/,
  ],
  [
    "data beyond the external file",
    storeOutside("float32", [4], { location: "w", offset: 4 }),
    /^RangeError: .*"w1": it takes 16 bytes, its data are all bytes from 4 of "w", which has 16$/,
  ],
  [
    "a file that is missing",
    storeOutside("float32", [4], { location: "elsewhere" }),
    /^Error: Cannot open file "elsewhere"$/,
  ],
];

for (const [what, w1, message] of unfit) {
  Deno.test(`readTensor() refuses a tensor of ${what}`, () => {
    const model = readBeside(encodeTwo(w1), { w: new Uint8Array(16) });
    assert.throws(() => readTensor(model, model.graph.initializers.get("w1")!), message);
  });
}

Deno.test("readTensor() says where the external file is a pointer to one", () => {
  const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 64\n";
  const files = { w: new TextEncoder().encode(pointer) };
  const model = readBeside(
    encodeTwo(storeOutside("float32", [400], { location: "w" })),
    files,
  );
  assert.throws(
    () => readTensor(model, model.graph.initializers.get("w1")!),
    /of "w", which has 67: it is a Git LFS pointer; `git lfs pull` gets the file itself, of 64 /,
  );
});

Deno.test("readTensor() refuses external data of a model in memory", () => {
  const model = readModel(encodeTwo(storeOutside("float32", [4], { location: "w" })));
  assert.throws(
    () => readTensor(model, model.graph.initializers.get("w1")!),
    /^TypeError: Cannot read tensor "w1": its data are in "w", beside a model in memory$/,
  );
});

// [what, fields of the external data]
const misplaced: readonly [string, Parameters<typeof storeOutside>[2]][] = [
  ["no location", {}],
  ["a negative offset", { location: "w", offset: -1 }],
  ["a broken offset", { location: "w", offset: 0.5 }],
  ["a length that is no number", { location: "w", length: NaN }],
  ["an offset beyond all files", { location: "w", offset: 2 ** 60 }],
];

for (const [what, external] of misplaced) {
  Deno.test(`readModel() refuses external data of ${what}`, () => {
    const bytes = encodeTwo(storeOutside("float32", [4], external));
    assert.throws(
      () => readModel(bytes),
      /^SyntaxError: Cannot read tensor "w1": its external data/,
    );
  });
}

Deno.test("readTensor() joins typed fields that a file splits", () => {
  const halves = [[1, 2], [3, 4]].map((values) => storeFloats("float32", [4], values).content);
  const model = readModel(encodeTwo({ type: "float32", dims: [4], content: halves.flat() }));
  const { data } = readTensor(model, model.graph.initializers.get("w1")!);
  assert.deepEqual([...data], [1, 2, 3, 4]);
});

Deno.test("findConvLayers() keeps the name of data that cannot be read until they are read", () => {
  const layers: ConvLayer[] = findConvLayers(
    readModel(encodeTwo(storeOutside("float32", first.dims, { location: "gone.data" }))),
  );
  assert.deepEqual(layers.map(({ kernels }) => kernels?.dims), [first.dims, second.dims]);
  assert.throws(() => layers[0]!.kernels!.evaluate(), /"gone.data"/);
});

Deno.test("readTensor() reads a scalar and an empty tensor", () => {
  const model = readModel(encodeTwo(store("float32", [], [7]), store("int64", [0], [])));
  const { initializers } = model.graph;
  assert.deepEqual(readTensor(model, initializers.get("w1")!).data, Float32Array.of(7));
  assert.deepEqual(readTensor(model, initializers.get("w2")!).data, new Float32Array(0));
});

for (const type of ["int2", "float8e8m0", "string", "complex64", "type 99"] as const) {
  Deno.test(`readModel() reads a model that holds ${type} beside what its convolution needs`, async () => {
    const bytes = encodeModel({
      nodes: [
        { op: "Conv", inputs: ["photo", "w"], outputs: ["maps"] },
        { op: "Strange", inputs: ["other"], outputs: ["end"] },
      ],
      initializers: {
        w: store("float32", [1, 1, 1, 1], [2]),
        other: storeRaw(type, [4], Uint8Array.of(1)),
      },
      inputs: { photo: [1, 1, 2, 2], name: { type, dims: [1] } },
    });
    const model = readModel(bytes);
    const photo = { data: Float32Array.of(1, 2, 3, 4), dims: [1, 1, 2, 2] };
    const [captured] = await captureLayers(model, photo);
    assert.deepEqual([...captured!.map.data], [2, 4, 6, 8]);
  });
}
