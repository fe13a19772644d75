import assert from "node:assert/strict";
import type { Runtime } from "../../../src/effects.ts";
import { onnxRuntime } from "../../../src/host/session.ts";
import { findLayers } from "../../../src/onnx/layer/conv_layer.ts";
import type { Model } from "../../../src/onnx/graph/model.ts";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import type { ReceptiveField } from "../../../src/onnx/field/receptive_field.ts";
import { surveyFields } from "../../../src/survey/fields.ts";
import { surveyImage } from "../../../src/survey/image.ts";
import { averageAreas } from "../../../src/tensor/area_average.ts";
import { sliceAt, type Tensor } from "../../../src/tensor/tensor.ts";
import {
  type Composed,
  type ComposedLayer,
  composeKernels,
} from "../../../src/visit/pixel/composed.ts";
import { encodeDeepModel } from "../../support/model/deep_model.ts";
import { encodeModel, type NodeText } from "../../support/model/onnx_model.ts";
import { createRandom } from "../../support/random.ts";
import { captureTaps } from "../../support/model/run_model.ts";
import { randomTensor } from "../../support/tensors.ts";
import { composeIn } from "../../support/thread_composer.ts";

/** A network that ends at `end`, and the same with its activations left out. */
interface Net {
  readonly title: string;
  readonly nodes: readonly NodeText[];
  /** The dims of the constants, by name. */
  readonly constants: Readonly<Record<string, readonly number[]>>;
  readonly size?: number;
}

const NETS: readonly Net[] = [
  {
    title: "strides, padding and dilations",
    nodes: [
      conv("w1", "photo", "a", { strides: [2, 3], pads: [1, 2, 0, 1] }),
      node("Relu", ["a"], "b"),
      conv("w2", "b", "end", { dilations: [2, 1], pads: [2, 1, 2, 1] }),
    ],
    constants: { w1: [4, 3, 3, 4], w2: [5, 4, 3, 2] },
  },
  {
    title: "groups and depthwise kernels",
    nodes: [
      conv("w1", "photo", "a", {}),
      conv("w2", "a", "b", {}, 3),
      node("Clip", ["b"], "c"),
      conv("w3", "c", "end", { strides: [2, 2] }, 12),
    ],
    constants: { w1: [6, 3, 3, 3], w2: [12, 2, 3, 3], w3: [12, 1, 3, 3] },
  },
  {
    title: "pools, taken for averages",
    nodes: [
      conv("w1", "photo", "a", {}),
      pool("MaxPool", "a", "b", { kernel_shape: [3, 2], strides: [2, 2], pads: [1, 0, 1, 0] }),
      conv("w2", "b", "c", {}),
      pool("AveragePool", "c", "d", { kernel_shape: [2, 2], strides: [1, 1] }),
      conv("w3", "d", "end", {}),
    ],
    constants: { w1: [4, 3, 3, 3], w2: [3, 4, 2, 2], w3: [4, 3, 1, 1] },
  },
  {
    title: "batch normalisation and factors",
    nodes: [
      conv("w1", "photo", "a", {}),
      node("BatchNormalization", ["a", "scale", "zeros", "zeros", "variance"], "b"),
      node("Mul", ["factors", "b"], "c"),
      node("Div", ["c", "half"], "d"),
      conv("w2", "d", "end", {}),
    ],
    constants: {
      ...{ w1: [4, 3, 3, 3], w2: [4, 4, 3, 3], scale: [4], zeros: [4], variance: [4] },
      ...{ factors: [1, 4, 1, 1], half: [] },
    },
  },
  {
    title: "branches that are added and joined",
    nodes: [
      conv("w1", "photo", "a", { strides: [2, 2], pads: [1, 1, 1, 1] }),
      conv("w2", "a", "b", { pads: [2, 2, 2, 2] }),
      conv("w3", "photo", "c", { strides: [2, 2] }),
      node("Add", ["b", "c"], "d"),
      { ...node("Concat", ["a", "d", "given"], "e"), int: { axis: 1 } },
      conv("w4", "e", "f", {}),
      conv("w5", "f", "end", {}),
    ],
    constants: {
      ...{ w1: [4, 3, 3, 3], w2: [4, 4, 5, 5], w3: [4, 3, 1, 1], w4: [5, 10, 2, 2] },
      ...{ w5: [2, 5, 1, 3], given: [1, 2, 12, 12] },
    },
    size: 23,
  },
  {
    title: "rows, as of digits",
    nodes: [
      conv("w1", "photo", "a", { pads: [1, 1, 1, 1] }),
      node("Relu", ["a"], "b"),
      pool("MaxPool", "b", "c", { kernel_shape: [2, 2], strides: [2, 2] }),
      node("Flatten", ["c"], "d"),
      node("MatMul", ["d", "w2"], "e"),
      node("Add", ["e", "bias"], "f"),
      node("Relu", ["f"], "g"),
      { ...node("Gemm", ["g", "w3"], "end"), int: { transB: 1 }, float: { alpha: 0.5 } },
    ],
    constants: { w1: [4, 3, 3, 3], w2: [144, 6], bias: [6], w3: [5, 6] },
    size: 12,
  },
  {
    title: "a mean of every map",
    nodes: [
      conv("w1", "photo", "a", { strides: [2, 2] }),
      node("Relu", ["a"], "b"),
      node("GlobalAveragePool", ["b"], "c"),
      node("Flatten", ["c"], "d"),
      node("Gemm", ["d", "w2"], "end"),
    ],
    constants: { w1: [4, 3, 3, 3], w2: [4, 5] },
    size: 13,
  },
  {
    title: "a mean without its axes",
    nodes: [
      conv("w1", "photo", "a", {}),
      { ...node("ReduceMean", ["a"], "b"), ints: { axes: [2, 3] }, int: { keepdims: 0 } },
      node("MatMul", ["b", "w2"], "end"),
    ],
    constants: { w1: [4, 3, 2, 3], w2: [4, 5] },
    size: 10,
  },
  {
    title: "windows of one cell behind the last larger one",
    nodes: [
      conv("w1", "photo", "a", { strides: [2, 2], pads: [1, 1, 1, 1] }),
      conv("w2", "a", "b", { pads: [1, 1, 1, 1] }),
      conv("w3", "b", "c", {}),
      conv("w4", "a", "d", {}),
      node("Add", ["c", "d"], "e"),
      node("Mul", ["e", "half"], "f"),
      conv("w5", "f", "g", { strides: [2, 1] }, 2),
      { ...node("Concat", ["g", "g"], "h"), int: { axis: 1 } },
      conv("w6", "h", "end", {}),
    ],
    constants: {
      ...{ w1: [4, 3, 3, 3], w2: [4, 4, 3, 3], w3: [4, 4, 1, 1], w4: [4, 4, 1, 1], half: [] },
      ...{ w5: [6, 2, 1, 1], w6: [3, 12, 1, 1] },
    },
  },
];

// Against the sum over the pixels, for every channel of every cell whose field lies in the photo;
// what does not come from the photo is in the maps of a black one too.
for (const net of NETS) {
  Deno.test(`composeKernels() gives what a cell is a sum of: ${net.title}`, async () => {
    const { size = 24 } = net;
    const [{ kernels, line }] = await composeAll(encodeNet(net)) as [Placed];
    const photo = randomTensor(createRandom(2), [3, size, size], -1, 1);
    const [maps, dark] = await runTwin(net, [
      photo,
      randomTensor(createRandom(3), photo.dims, 0, 0),
    ]);
    const [height = 1, width = 1] = maps!.dims.slice(1);
    const inside = listInside([height, width], line, size);
    assert(inside.length >= Math.min(9, height * width), `${inside.length}`);
    for (const { y, x, k } of inside.flatMap((cell) => kernelsAt(kernels, cell))) {
      const at = (k * height + y) * width + x;
      const { sum, size } = addUp(sliceAt(kernels, k), photo, { line, y, x });
      const found = maps!.data[at]! - dark!.data[at]!;
      assert(Math.abs(found - sum) < 1e-5 * size, `kernel ${k} at ${y}, ${x}: ${found}, ${sum}`);
    }
  });
}

for (const net of NETS) {
  Deno.test(`composeKernels() averages fields to the size that is drawn: ${net.title}`, async () => {
    const model = encodeNet(net);
    const [{ kernels: whole }] = await composeAll(model) as [Placed];
    const [count = 0, channels = 0, height = 0, width = 0] = whole.dims;
    const drawn = { height: height - 3, width: 4 };
    const [{ kernels }] = await composeAll(model, [drawn.height, drawn.width]) as [Placed];
    assert.deepEqual(kernels.dims, [count, channels, drawn.height, drawn.width]);
    for (let k = 0; k < count * channels; k++) {
      const [own, found] = [whole, kernels].map(({ data, dims: [, , y = 0, x = 0] }) =>
        data.subarray(k * y * x, (k + 1) * y * x)
      );
      averageAreas({ data: own!, height, width }, drawn).forEach((value, i) => {
        assert(Math.abs(found![i]! - value) < 1e-5, `${found![i]}, not ${value}`);
      });
    }
  });
}

Deno.test("composeKernels() names the node that stands in the way, once for all behind it", async () => {
  const model = encodeNet({
    title: "",
    nodes: [
      conv("w1", "photo", "a", {}),
      conv("w2", "a", "b", {}),
      node("Mul", ["a", "b"], "c"),
      conv("w3", "c", "d", {}),
      conv("w3", "d", "end", {}),
    ],
    constants: { w1: [3, 3, 1, 1], w2: [3, 3, 1, 1], w3: [3, 3, 1, 1] },
  });
  const composed = await compose(model, onnxRuntime);
  assert.deepEqual(composed.map(({ composed }) => composed.kind), [
    "kernels",
    "obstacle",
    "obstacle",
  ]);
  assert.deepEqual(composed[2]!.composed, {
    kind: "obstacle",
    reason: { code: "node-in-the-way", op: "Mul", node: "c" },
  });
});

Deno.test("composeKernels() opens one session, and runs it for each channel of the photo", async () => {
  for (const count of [20, 60]) {
    let [opened, runs, closed] = [0, 0, 0];
    const runtime: Runtime = {
      name: "counting",
      open: async (model) => {
        opened++;
        const session = await onnxRuntime.open(model);
        return {
          run: (inputs) => (runs++, session.run(inputs)),
          close: () => (closed++, session.close()),
        };
      },
    };
    const composed = await compose(readModel(encodeDeepModel(count)), runtime);
    assert.deepEqual([opened, runs, closed, composed.length], [1, 3, 1, count - 1]);
  }
});

/** A layer that was composed, and its kernels. */
interface Placed extends ComposedLayer {
  readonly kernels: Tensor;
}

async function composeAll(model: Model, drawn?: readonly number[]): Promise<Placed[]> {
  return (await compose(model, onnxRuntime, drawn)).slice(-1).map(({ layer, composed }) => {
    assert(composed.kind === "kernels");
    return { ...layer, kernels: composed.kernels };
  });
}

async function compose(
  model: Model,
  runtime: Runtime,
  drawn?: readonly number[],
): Promise<{ readonly layer: ComposedLayer; readonly composed: Composed }[]> {
  const image = surveyImage(model, {});
  const fieldOf = surveyFields(model, image, findLayers(model));
  const layers = findLayers(model).filter(({ readsInput }) => readsInput === null)
    .map((layer) => {
      const { field } = fieldOf(layer);
      assert(field !== null && "line" in field && field.line !== null);
      return { output: layer.output, line: field.line, drawn: drawn ?? field.line.size };
    });
  const found: { layer: ComposedLayer; composed: Composed }[] = [];
  const take = (layer: ComposedLayer, composed: Composed) =>
    Promise.resolve(void found.push({ layer, composed }));
  await composeKernels(model, { image: image!.name, layers, take }, composeIn(runtime));
  return found;
}

function encodeNet({ nodes, constants, size = 24 }: Net): Model {
  const random = createRandom(1);
  return readModel(encodeModel({
    nodes,
    inputs: { photo: [1, 3, size, size] },
    initializers: Object.fromEntries(
      Object.entries(constants).map(([name, dims]) => [
        name,
        randomTensor(random, dims, name === "variance" ? 0.5 : -1, 1),
      ]),
    ),
    outputs: ["end"],
  }));
}

const TWINS: Readonly<Record<string, string>> = {
  Relu: "Identity",
  Clip: "Identity",
  MaxPool: "AveragePool",
};

async function runTwin(net: Net, photos: readonly Tensor[]): Promise<Tensor[]> {
  const nodes = net.nodes.map((node) => ({ ...node, op: TWINS[node.op] ?? node.op }));
  const twin = encodeNet({ ...net, nodes });
  const taps = [{ tensor: "end", quantization: null }];
  const runs: Tensor[] = [];
  for (const photo of photos) {
    runs.push(sliceAt((await captureTaps(twin, taps, photo))[0]!, 0));
  }
  return runs;
}

/** A cell of a map. */
interface Cell {
  readonly y: number;
  readonly x: number;
}

function listInside(
  [height = 0, width = 0]: readonly number[],
  line: ReceptiveField,
  size: number,
): Cell[] {
  const cells: Cell[] = Array.from({ length: height * width }, (_, i) => {
    return { y: Math.floor(i / width), x: i % width };
  });
  return cells.filter(({ y, x }) =>
    [y, x].every((at, axis) => {
      const first = at * line.stride[axis]! + line.offset[axis]!;
      return first >= 0 && first + line.size[axis]! <= size;
    })
  );
}

function kernelsAt({ dims }: Tensor, cell: Cell): (Cell & { readonly k: number })[] {
  return Array.from({ length: dims[0]! }, (_, k) => ({ ...cell, k }));
}

function addUp(
  kernel: Tensor,
  photo: Tensor,
  { line, y, x }: Cell & { readonly line: ReceptiveField },
): { sum: number; size: number } {
  const [, height = 0, width = 0] = kernel.dims;
  const [, , columns = 0] = photo.dims;
  const top = y * line.stride[0]! + line.offset[0]!;
  const left = x * line.stride[1]! + line.offset[1]!;
  let [sum, size] = [0, 0];
  kernel.data.forEach((weight, i) => {
    const row = top + Math.floor(i / width) % height;
    const channel = Math.floor(i / width / height);
    const product = weight * photo.data[(channel * columns + row) * columns + left + i % width]!;
    sum += product;
    size += Math.abs(product);
  });
  return { sum, size };
}

type Ints = NonNullable<NodeText["ints"]>;

function conv(weights: string, input: string, output: string, ints: Ints, group = 1): NodeText {
  return { ...node("Conv", [input, weights], output), ints, int: { group } };
}

function pool(op: string, input: string, output: string, ints: Ints): NodeText {
  return { ...node(op, [input], output), ints };
}

function node(op: string, inputs: readonly string[], output: string): NodeText {
  return { op, name: output, inputs, outputs: [output] };
}
