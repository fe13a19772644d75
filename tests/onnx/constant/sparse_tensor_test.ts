import assert from "node:assert/strict";
import { findConvLayers } from "../../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { assertClose } from "../../support/close.ts";
import { convolve } from "../../support/convolve.ts";
import { encodeModel, type ModelText, type NodeText } from "../../support/model/onnx_model.ts";
import {
  type SparseText,
  store,
  type StoredTensor,
  storeNibbles,
  storeOutside,
  storeRaw,
} from "../../support/model/onnx_tensor.ts";
import { createRandom } from "../../support/random.ts";
import { captureLayers } from "../../support/model/run_model.ts";
import { randomTensor } from "../../support/tensors.ts";

const DIMS = [2, 3, 2, 2];
// Where the values stand: in the tensor's data, and along each axis.
const POSITIONS = [23, 0, 7, 13];
const INDICES = [[1, 2, 1, 1], [0, 0, 0, 0], [0, 1, 1, 1], [1, 0, 0, 1]];
const VALUES = [3, -2, 1, 5];

const dense = new Float32Array(24);
POSITIONS.forEach((position, i) => dense[position] = VALUES[i]!);

const photo = randomTensor(createRandom(3), [1, 3, 6, 6], -1, 1);
const conv: NodeText = { op: "Conv", name: "conv", inputs: ["photo", "w"], outputs: ["maps"] };

const inData = store("int64", [4], POSITIONS);
const alongAxes = store("int64", [4, 4], INDICES.flat());

function encode(rest: Partial<ModelText>): Uint8Array<ArrayBuffer> {
  return encodeModel({
    nodes: [conv],
    initializers: {},
    inputs: { photo: photo.dims },
    ...rest,
  });
}

function sparse(values: StoredTensor, indices: StoredTensor = inData): SparseText {
  return { dims: DIMS, values, indices };
}

const scaled = (): NodeText => ({
  op: "DequantizeLinear",
  inputs: ["q", "one"],
  outputs: ["w"],
});

const one = { one: store("float32", [], [1]) };
const floats = store("float32", [4], VALUES);

const twoBits = Uint8Array.of(0b00_01_10_01); // 1, -2, 1, 0, the first in the lowest bits

/** A model whose kernels are sparse. */
interface Case {
  readonly title: string;
  readonly model: Partial<ModelText>;
  readonly values?: readonly number[];
  /** Whether the runtime takes the type. */
  readonly runs?: false;
}

const cases: readonly Case[] = [
  { title: "of positions in the data", model: { sparse: { w: sparse(floats) } } },
  { title: "of positions along each axis", model: { sparse: { w: sparse(floats, alongAxes) } } },
  {
    title: "in a Constant node",
    model: {
      nodes: [
        { op: "Constant", inputs: [], outputs: ["w"], sparse: { sparse_value: sparse(floats) } },
        conv,
      ],
    },
  },
  {
    title: "of float16",
    model: {
      nodes: [{ op: "Cast", inputs: ["h"], outputs: ["w"], int: { to: 1 } }, conv],
      sparse: { h: sparse(store("float16", [4], VALUES), alongAxes) },
    },
  },
  {
    title: "of int8 with a scale",
    model: {
      nodes: [scaled(), conv],
      initializers: one,
      sparse: { q: sparse(store("int8", [4], VALUES)) },
    },
  },
  {
    title: "of int4 with a scale",
    model: {
      opset: 21,
      irVersion: 10,
      nodes: [scaled(), conv],
      initializers: one,
      sparse: { q: sparse(storeNibbles("int4", [4], VALUES)) },
    },
  },
  {
    title: "of int2 with a scale",
    model: {
      nodes: [scaled(), conv],
      initializers: one,
      sparse: { q: sparse(storeRaw("int2", [4], twoBits)) },
    },
    values: [1, -2, 1, 0],
    runs: false,
  },
];

for (const { title, model: text, values = VALUES, runs = true } of cases) {
  Deno.test(`findConvLayers() reads sparse kernels ${title}, and the cut model runs`, async () => {
    const expected = new Float32Array(24);
    POSITIONS.forEach((position, i) => expected[position] = values[i]!);
    const model = readModel(encode(text));
    const [layer] = findConvLayers(model);
    const kernels = layer!.kernels!.evaluate();
    assert.deepEqual(kernels, { data: expected, dims: DIMS });
    if (!runs) return;
    const [captured] = await captureLayers(model, photo);
    assertClose(captured!.map, convolve(photo, kernels));
  });
}

Deno.test("findConvLayers() reads sparse kernels whose values are in another file", async () => {
  const outside = storeOutside("float32", [4], { location: "values" });
  const bytes = encode({ sparse: { w: sparse(outside) } });
  const openBeside = () => {
    const data = new Uint8Array(Float32Array.from(VALUES).buffer);
    return { byteLength: 16, read: (start: number, end: number) => data.subarray(start, end) };
  };
  const read = (start: number, end: number) => bytes.subarray(start, end);
  const model = readModel({ byteLength: bytes.length, read, openBeside });
  const [captured] = await captureLayers(model, photo);
  assert.deepEqual(captured!.layer.kernels!.evaluate().data, dense);
  assertClose(captured!.map, convolve(photo, { data: dense, dims: DIMS }));
});

// [what, sparse tensor, message]
const unfit: readonly (readonly [string, SparseText, RegExp])[] = [
  [
    "a position behind the end",
    sparse(floats, store("int64", [4], [0, 1, 2, 24])),
    /value 3 lies outside of it$/,
  ],
  [
    "a position before the begin",
    sparse(floats, store("int64", [4], [-1, 1, 2, 3])),
    /value 0 lies outside of it$/,
  ],
  [
    "an index outside of its axis",
    sparse(floats, store("int64", [4, 4], [0, 3, 0, 0, ...INDICES.flat().slice(4)])),
    /value 0 lies outside of it$/,
  ],
  [
    "indices along fewer axes",
    sparse(floats, store("int64", [2, 2], [0, 1, 0, 1])),
    /its indices have dims \[2,2\]$/,
  ],
  [
    "more indices than values",
    sparse(store("float32", [2], [1, 2])),
    /it has 2 values and 4 indices$/,
  ],
  ["indices of floats", sparse(floats, store("float32", [4], POSITIONS)), /indices are no int64$/],
  [
    "more values than any convolution has",
    { dims: [1 << 13, 1 << 14, 3, 3], values: floats, indices: inData },
    /hold more than 268435456 values$/,
  ],
];

for (const [what, w, message] of unfit) {
  Deno.test(`a sparse tensor of ${what} is refused when it is evaluated`, () => {
    const [layer] = findConvLayers(readModel(encode({ sparse: { w } })));
    assert.throws(() => layer!.kernels!.evaluate(), message);
  });
}
