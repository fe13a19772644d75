import assert from "node:assert/strict";
import { onnxRuntime } from "../../../src/host/session.ts";
import { findMapField, type MapField } from "../../../src/onnx/field/receptive_field.ts";
import { tracePhoto } from "../../../src/onnx/field/photo_trace.ts";
import type { Model } from "../../../src/onnx/graph/model.ts";
import { findFeeds } from "../../../src/onnx/input/feed.ts";
import { cutModel } from "../../../src/onnx/write/cut.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { cropPatch } from "../../../src/tensor/crop.ts";
import { countElements, sliceAt, type Tensor } from "../../../src/tensor/tensor.ts";
import { findLargestField, findRead } from "../../../src/onnx/field/field_places.ts";
import { type ProjectedLayer, projectKernels } from "../../../src/visit/pixel/projection.ts";
import { convolveTransposed } from "../../support/convolve.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { captureTaps } from "../../support/model/run_model.ts";
import { createRandom } from "../../support/random.ts";
import { randomTensor } from "../../support/tensors.ts";

/** A network from "photo" to "end". */
interface Net {
  readonly title: string;
  readonly nodes: readonly NodeText[];
  /** The dims of the constants, by name. */
  readonly constants: Readonly<Record<string, readonly number[]>>;
}

const NETS: readonly Net[] = [
  {
    title: "strides, padding, dilations and groups",
    nodes: [
      conv("w1", "photo", "a", { strides: [2, 3], pads: [1, 2, 0, 1] }),
      node("Relu", ["a"], "b"),
      conv("w2", "b", "c", { dilations: [2, 1], pads: [2, 1, 2, 1] }, 2),
      node("Relu", ["c"], "d"),
      conv("w3", "d", "end", { pads: [1, 1, 1, 1] }),
    ],
    constants: { w1: [4, 3, 3, 4], w2: [6, 2, 3, 2], w3: [5, 6, 3, 3] },
  },
  {
    title: "max pooling whose windows overlap, with padding",
    nodes: [
      conv("w1", "photo", "a", { pads: [1, 1, 1, 1] }),
      node("Relu", ["a"], "b"),
      pool("b", "c", { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] }),
      conv("w2", "c", "d", { pads: [1, 1, 1, 1] }),
      node("Relu", ["d"], "e"),
      pool("e", "f", { kernel_shape: [3, 2], strides: [2, 2] }, 1),
      conv("w3", "f", "end", { pads: [1, 1, 1, 1] }),
    ],
    constants: { w1: [4, 3, 3, 3], w2: [5, 4, 3, 3], w3: [6, 5, 3, 3] },
  },
  {
    title: "branches that are added and joined",
    nodes: [
      conv("w1", "photo", "a", { strides: [2, 2], pads: [1, 1, 1, 1] }),
      conv("w2", "a", "b", { pads: [2, 2, 2, 2] }),
      conv("w3", "a", "c", {}),
      node("Add", ["b", "c"], "d"),
      { ...node("Concat", ["a", "d"], "e"), int: { axis: 1 } },
      pool("e", "f", { kernel_shape: [2, 2], strides: [2, 2] }),
      conv("w4", "f", "end", { pads: [1, 1, 1, 1] }),
    ],
    constants: { w1: [4, 3, 3, 3], w2: [3, 4, 5, 5], w3: [3, 4, 1, 1], w4: [5, 7, 3, 3] },
  },
];

const END = { tensor: "end", quantization: null };
const PHOTO = [3, 26, 23] as const;

// Against signals that go back over whole maps, one by one, at the corners and in the middle.
for (const net of NETS) {
  Deno.test(`projectKernels() sends signals back as whole maps would: ${net.title}`, async () => {
    const model = encodeNet(net);
    const photo = randomTensor(createRandom(5), PHOTO, -1, 1);
    const names = ["photo", ...net.nodes.map(({ outputs }) => outputs[0]!)];
    const taps = names.slice(1).map((tensor) => ({ tensor, quantization: null }));
    const held = [
      { data: photo.data, dims: [1, ...PHOTO] },
      ...await captureTaps(model, taps, photo),
    ];
    const tensors = new Map(names.map((name, i) => [name, held[i]!]));
    const [, channels = 0, height = 0, width = 0] = tensors.get("end")!.dims;
    for (const [y, x] of [[0, 0], [height - 1, width - 1], [height >> 1, width >> 1]] as const) {
      const cells = Array.from(
        { length: channels },
        (_, k) => ({ photo: "p", x, y, value: k + 1, onPadding: null }),
      );
      const { projections, field } = await project(model, photo, cells);
      for (const [k, { value }] of cells.entries()) {
        const seed = {
          data: new Float32Array(countElements([channels, height, width])),
          dims: [1, channels, height, width],
        };
        seed.data[(k * height + y) * width + x] = value;
        const whole = sendBack(net, { tensors, seed });
        assertNear(sliceAt(projections, k).data, cutField(whole, field, [y, x]).data);
      }
    }
  });
}

async function project(
  model: Model,
  photo: Tensor,
  cells: ProjectedLayer["cells"],
): Promise<{ readonly projections: Tensor; readonly field: MapField }> {
  const trace = tracePhoto(model, { name: "photo", dims: [1, ...PHOTO], axes: [2, 3] });
  const feeds = findFeeds(model, cutModel(model, [END]).inputs, { values: {} });
  const fed = { photo: "p", input: photo, feeds, trace };
  const found = await projectKernels({ model, output: "end", cells }, [fed], onnxRuntime);
  const field = findMapField(trace, "end");
  assert(found.kind === "projections" && "reads" in field);
  return { projections: found.projections, field };
}

function cutField(whole: Tensor, field: MapField, place: readonly number[]): Tensor {
  const [height = 0, width = 0] = findLargestField(field);
  const [top = 0, left = 0] = findRead(field, place).map(({ first }) => first);
  return cropPatch(whole, { top, left, height, width });
}

function sendBack(
  { nodes, constants }: Net,
  { tensors, seed }: { readonly tensors: ReadonlyMap<string, Tensor>; readonly seed: Tensor },
): Tensor {
  const signals = new Map([["end", seed]]);
  const send = (name: string, { data, dims }: Tensor): void => {
    const known = signals.get(name);
    signals.set(name, {
      data: known ? data.map((value, i) => value + known.data[i]!) : data,
      dims,
    });
  };
  for (const { op, inputs, outputs, ints = {}, int = {} } of nodes.toReversed()) {
    const signal = signals.get(outputs[0]!)!;
    const [first = ""] = inputs;
    const read = tensors.get(first)!;
    if (op === "Relu") send(first, { ...signal, data: signal.data.map((v) => Math.max(0, v)) });
    if (op === "Add") inputs.forEach((name) => send(name, signal));
    if (op === "MaxPool") send(first, unpool(signal, read, ints));
    if (op === "Concat") {
      const size = countElements(signal.dims.slice(2));
      inputs.reduce((begin, name) => {
        const { dims } = tensors.get(name)!;
        const end = begin + dims[1]! * size;
        send(name, { data: signal.data.slice(begin, end), dims });
        return end;
      }, 0);
    }
    if (op === "Conv") {
      const weights = findWeights(inputs[1]!, constants);
      const { strides, dilations, pads = [0, 0, 0, 0] } = ints;
      const steps = { ...strides && { strides }, ...dilations && { dilations }, ...int };
      const [, , height = 0, width = 0] = read.dims;
      const patch = { top: pads[0]!, left: pads[1]!, height, width };
      send(first, cropPatch(convolveTransposed(signal, weights, steps), patch));
    }
  }
  return signals.get("photo")!;
}

// To the first maximum of every window; where two meet, they add up.
function unpool(signal: Tensor, read: Tensor, ints: NonNullable<NodeText["ints"]>): Tensor {
  const [, channels = 0, rows = 0, columns = 0] = signal.dims;
  const [, , height = 0, width = 0] = read.dims;
  const { kernel_shape: [down = 0, across = 0] = [], strides = [], pads = [0, 0] } = ints;
  const data = new Float32Array(read.data.length);
  for (let i = 0; i < channels * rows * columns; i++) {
    const top = Math.floor(i / columns) % rows * strides[0]! - pads[0]!;
    const left = i % columns * strides[1]! - pads[1]!;
    const plane = Math.floor(i / columns / rows) * height;
    let best: number | null = null;
    for (let y = Math.max(0, top); y < Math.min(height, top + down); y++) {
      for (let x = Math.max(0, left); x < Math.min(width, left + across); x++) {
        const at = (plane + y) * width + x;
        if (best === null || read.data[at]! > read.data[best]!) best = at;
      }
    }
    data[best!]! += signal.data[i]!;
  }
  return { data, dims: read.dims };
}

function encodeNet({ nodes, constants }: Net): Model {
  return readModel(encodeModel({
    nodes,
    inputs: { photo: [1, ...PHOTO] },
    initializers: Object.fromEntries(
      Object.entries(constants).map(([name, dims], i) => [name, makeWeights(i, dims)]),
    ),
    outputs: ["end"],
  }));
}

function findWeights(name: string, constants: Net["constants"]): Tensor {
  return makeWeights(Object.keys(constants).indexOf(name), constants[name]!);
}

function makeWeights(seed: number, dims: readonly number[]): Tensor {
  return randomTensor(createRandom(seed + 1), dims, -1, 1);
}

function assertNear(found: Float32Array, expected: Float32Array): void {
  const size = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  assert(size > 0);
  assert.equal(found.length, expected.length);
  found.forEach((value, i) => {
    assert(Math.abs(value - expected[i]!) < 1e-5 * size, `${i}: ${value}, not ${expected[i]}`);
  });
}

type Ints = NonNullable<NodeText["ints"]>;

function conv(weights: string, input: string, output: string, ints: Ints, group = 1): NodeText {
  return { ...node("Conv", [input, weights], output), ints, int: { group } };
}

function pool(input: string, output: string, ints: Ints, ceil_mode = 0): NodeText {
  return { ...node("MaxPool", [input], output), ints, int: { ceil_mode } };
}

function node(op: string, inputs: readonly string[], output: string): NodeText {
  return { op, name: output, inputs, outputs: [output] };
}
