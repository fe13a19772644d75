import assert from "node:assert/strict";
import { readModel } from "../../src/onnx/model.ts";
import { type Extent, findExtents } from "../../src/onnx/receptive_field.ts";
import { encodeModel, type NodeText } from "../support/onnx_model.ts";
import { store, type TensorText } from "../support/onnx_tensor.ts";
import { buildAlexnet, buildResnet50, buildVgg16, type Net } from "../support/slim_nets.ts";
import { runWhole } from "../support/run_model.ts";

// [net, size, stride, padding], from the README of google-research/receptive_field. It measures
// with SAME as TensorFlow pads an even size, which is SAME_UPPER for a size that strides divide.
const published: readonly [string, Net, number, number, number][] = [
  ["alexnet_v2 up to pool5", buildAlexnet(), 195, 32, 64],
  ["vgg_16 up to pool5", buildVgg16(), 212, 32, 90],
  ["resnet_v1_50 up to block4", buildResnet50(), 483, 32, 239],
];

for (const [name, net, size, stride, padding] of published) {
  Deno.test(`findExtents() gives what is published for ${name}`, () => {
    const { field } = measure(net.nodes, net.tensors)!;
    assert.deepEqual(field, {
      size: [size, size],
      stride: [stride, stride],
      offset: [-padding, -padding],
    });
  });
}

Deno.test("findExtents() counts the cells that the nets have for 224 pixels", () => {
  const cells = published.map(([, { nodes, tensors }]) =>
    measure(nodes, tensors, [224, 224])!.cells
  );
  assert.deepEqual(cells, [[5, 5], [7, 7], [7, 7]]);
});

function measure(
  nodes: readonly NodeText[],
  tensors: Readonly<Record<string, TensorText>> = {},
  cells: readonly number[] | null = null,
): Extent | null {
  const bytes = encodeModel({ nodes, initializers: tensors, inputs: { photo: [1, 3, "H", "W"] } });
  return findExtents(readModel(bytes), "photo", cells).get(nodes.at(-1)!.outputs[0]!) ?? null;
}

const line = 40; // pixels

/** A net whose cells are asked, one by one, which pixels they read. */
interface Probe {
  readonly title: string;
  readonly nodes: readonly NodeText[];
  readonly weights?: Readonly<Record<string, readonly number[]>>;
  /** Whether every cell away from the border reads every pixel of its field. */
  readonly dense?: boolean;
  /**
   * How many pixels before its field a cell may begin: two cells that grow from one have the same
   * field, and a step of half its stride apart only on average.
   */
  readonly slack?: number;
}

function node(op: string, inputs: string, output: string, rest: Partial<NodeText> = {}): NodeText {
  return { op, inputs: inputs.split(" "), outputs: [output], ...rest };
}

const padSame = (mode: "UPPER" | "LOWER") => ({ auto_pad: `SAME_${mode}` });

const probes: readonly Probe[] = [
  {
    title: "a convolution without pads",
    nodes: [node("Conv", "photo w", "y")],
    weights: { w: [1, 1, 3, 5] },
    dense: true,
  },
  {
    title: "strides and asymmetric pads",
    nodes: [node("Conv", "photo w", "y", { ints: { strides: [2, 3], pads: [1, 0, 2, 4] } })],
    weights: { w: [1, 1, 4, 5] },
    dense: true,
  },
  {
    title: "dilations",
    nodes: [node("Conv", "photo w", "y", { ints: { dilations: [2, 3] } })],
    weights: { w: [1, 1, 3, 3] },
  },
  ...(["UPPER", "LOWER"] as const).map((mode): Probe => ({
    title: `auto_pad SAME_${mode}`,
    nodes: [node("Conv", "photo w", "y", { ints: { strides: [2, 2] }, string: padSame(mode) })],
    weights: { w: [1, 1, 3, 4] },
    dense: true,
  })),
  {
    title: "pools one after the other",
    nodes: [
      node("AveragePool", "photo", "a", { ints: { kernel_shape: [3, 3], strides: [2, 2] } }),
      node("AveragePool", "a", "y", { ints: { kernel_shape: [2, 3], pads: [0, 1, 0, 1] } }),
    ],
    dense: true,
  },
  {
    title: "a pool in ceil_mode",
    nodes: [
      node("AveragePool", "photo", "y", {
        ints: { kernel_shape: [3, 3], strides: [3, 4] },
        int: { ceil_mode: 1 },
      }),
    ],
    dense: true,
  },
  {
    title: "a pool in ceil_mode whose last step would begin in the padding",
    nodes: [
      node("AveragePool", "photo", "y", {
        ints: { kernel_shape: [2, 2], strides: [3, 3], pads: [1, 1, 1, 1] },
        int: { ceil_mode: 1 },
      }),
    ],
  },
  {
    title: "Pad",
    nodes: [node("Pad", "photo pads", "a"), node("Conv", "a w", "y")],
    weights: { w: [1, 1, 3, 3] },
    dense: true,
  },
  {
    title: "branches, of which one is wider",
    nodes: [
      node("Conv", "photo w", "a", { ints: { pads: [2, 2, 2, 2] } }),
      node("Conv", "photo u", "b", { ints: { pads: [1, 1, 1, 1] } }),
      node("Add", "a b", "y"),
    ],
    weights: { w: [1, 1, 5, 5], u: [1, 1, 3, 3] },
    dense: true,
  },
  {
    title: "branches that are shifted apart",
    nodes: [
      node("Conv", "photo w", "a", { ints: { pads: [2, 2, 0, 0] } }),
      node("Conv", "photo w", "b", { ints: { pads: [0, 0, 2, 2] } }),
      node("Concat", "a b", "y", { int: { axis: 1 } }),
    ],
    weights: { w: [1, 1, 3, 3] },
  },
  {
    title: "ConvTranspose of stride 2",
    nodes: [
      node("ConvTranspose", "photo w", "y", { ints: { strides: [2, 2], pads: [1, 1, 1, 1] } }),
    ],
    weights: { w: [1, 1, 4, 4] },
  },
  {
    title: "ConvTranspose of output_padding and dilations",
    nodes: [
      node("ConvTranspose", "photo w", "y", {
        ints: { strides: [2, 3], pads: [1, 0, 0, 1], output_padding: [1, 2], dilations: [1, 2] },
      }),
    ],
    weights: { w: [1, 1, 3, 3] },
  },
  ...(["UPPER", "LOWER"] as const).map((mode): Probe => ({
    title: `ConvTranspose with auto_pad SAME_${mode}`,
    nodes: [
      node("ConvTranspose", "photo w", "y", { ints: { strides: [2, 2] }, string: padSame(mode) }),
    ],
    weights: { w: [1, 1, 3, 3] },
  })),
  {
    title: "ConvTranspose after a strided convolution",
    nodes: [
      node("Conv", "photo u", "a", { ints: { strides: [2, 2], pads: [1, 1, 1, 1] } }),
      node("ConvTranspose", "a w", "y", { ints: { strides: [2, 2] } }),
    ],
    weights: { w: [1, 1, 2, 2], u: [1, 1, 3, 3] },
    slack: 1,
  },
];

for (const { title, nodes, weights = {}, dense = false, slack = 0 } of probes) {
  Deno.test(`findExtents() finds what cells read through ${title}`, async () => {
    const ones = Object.entries(weights).map(([name, dims]) =>
      [name, store("float32", dims, Array(dims.reduce((a, b) => a * b)).fill(1))] as const
    );
    const pads = store("int64", [8], [0, 0, 2, 1, 0, 0, 3, 0]);
    const bytes = encodeModel({
      nodes,
      initializers: { ...Object.fromEntries(ones), pads },
      inputs: { photo: ["n", 1, line, line] },
    });
    const { field, cells } = findExtents(readModel(bytes), "photo", [line, line]).get("y")!;
    for (const axis of [0, 1]) {
      const reads = await probeCells(bytes, axis);
      assert.equal(cells?.[axis], reads.length, `cells along axis ${axis}`);
      reads.forEach((pixels, cell) => {
        const begin = field.offset[axis]! + cell * field.stride[axis]!;
        const end = begin + field.size[axis]!;
        const outside = pixels.filter((pixel) => pixel < Math.floor(begin) - slack || pixel >= end);
        assert.deepEqual(outside, [], `cell ${cell} of axis ${axis}, [${begin}, ${end})`);
        if (dense && begin >= 0 && end <= line) assert.equal(pixels.length, field.size[axis]);
      });
    }
  });
}

// One photo for each pixel along an axis: a row or column of ones. What a cell gives for it tells
// whether the cell reads it.
async function probeCells(bytes: Uint8Array<ArrayBuffer>, axis: number): Promise<number[][]> {
  const data = new Float32Array(line ** 3);
  for (let pixel = 0; pixel < line; pixel++) {
    for (let i = 0; i < line; i++) {
      const [y, x] = axis === 0 ? [pixel, i] : [i, pixel];
      data[(pixel * line + y!) * line + x!] = 1;
    }
  }
  const photo = { data, dims: [line, 1, line, line] };
  const [map] = await runWhole(bytes, { inputs: { photo }, tensors: ["y"] });
  const [, , height = 0, width = 0] = map!.dims;
  const size = map!.data.length / line;
  const middle = Math.floor((axis === 0 ? width : height) / 2);
  return Array.from({ length: axis === 0 ? height : width }, (_, cell) => {
    const place = axis === 0 ? cell * width + middle : middle * width + cell;
    const channels = Array.from({ length: size / (height * width) }, (_, c) => c * height * width);
    return Array.from({ length: line }, (_, pixel) => pixel)
      .filter((pixel) => channels.some((c) => map!.data[pixel * size + c + place] !== 0));
  });
}

const k3 = { w: store("float32", [1, 3, 3, 3], Array(27).fill(0)) };

Deno.test("findExtents() halves the stride behind a ConvTranspose of stride 2", () => {
  const up = node("ConvTranspose", "photo t", "y", { ints: { strides: [2, 2] } });
  const { field, cells } = measure([up], { t: store("float32", [3, 1, 2, 2], Array(12).fill(0)) }, [
    8,
    8,
  ])!;
  assert.deepEqual(field, { size: [1, 1], stride: [0.5, 0.5], offset: [0, 0] });
  assert.deepEqual(cells, [16, 16]);
});

Deno.test("findExtents() shifts the offset by a Pad, of either opset", () => {
  const old = node("Pad", "photo", "a", { ints: { pads: [0, 0, 2, 1, 0, 0, 3, 0] } });
  const extent = measure([old, node("Conv", "a w", "y")], k3, [8, 8])!;
  assert.deepEqual(extent.field.offset, [-2, -1]);
  assert.deepEqual(extent.cells, [11, 7]);
});

// [what, node]
const keeping: readonly [string, NodeText][] = [
  ["Relu", node("Relu", "photo", "y")],
  ["BatchNormalization", node("BatchNormalization", "photo b b b b", "y")],
  ["LRN", node("LRN", "photo", "y", { int: { size: 5 } })],
  ["a Slice of channels", node("Slice", "photo one two one", "y")],
  ["an addition of a number", node("Add", "photo one", "y")],
  ["Transpose to channels last", node("Transpose", "photo", "y", { ints: { perm: [0, 2, 3, 1] } })],
  [
    "Transpose to channels first",
    node("Transpose", "photo", "y", { ints: { perm: [0, 3, 1, 2] } }),
  ],
];

for (const [what, keeps] of keeping) {
  Deno.test(`findExtents() keeps the field behind ${what}`, () => {
    const tensors = {
      b: store("float32", [3], [1, 1, 1]),
      one: store("int64", [1], [1]),
      two: store("int64", [1], [2]),
    };
    const { field } = measure([keeps], tensors)!;
    assert.deepEqual(field, { size: [1, 1], stride: [1, 1], offset: [0, 0] });
  });
}

const unknown: readonly [string, NodeText][] = [
  ["a pool of the whole photo", node("GlobalAveragePool", "photo", "y")],
  ["InstanceNormalization", node("InstanceNormalization", "photo b b", "y")],
  [
    "Transpose of height and width",
    node("Transpose", "photo", "y", { ints: { perm: [0, 1, 3, 2] } }),
  ],
  ["Flatten", node("Flatten", "photo", "y")],
  ["a Slice of rows", node("Slice", "photo one two axis", "y")],
  ["an operator that nothing is known of", node("Strange", "photo", "y", { domain: "elsewhere" })],
  [
    "a convolution whose strides do not fit",
    node("Conv", "photo w", "y", { ints: { strides: [2] } }),
  ],
  ["a convolution of stride 0", node("Conv", "photo w", "y", { ints: { strides: [0, 0] } })],
  [
    "a ConvTranspose that declares its output's size",
    node("ConvTranspose", "photo w", "y", { ints: { output_shape: [9, 9] } }),
  ],
];

for (const [what, breaks] of unknown) {
  Deno.test(`findExtents() knows no field behind ${what}`, () => {
    const tensors = {
      ...k3,
      b: store("float32", [3], [1, 1, 1]),
      one: store("int64", [1], [1]),
      two: store("int64", [1], [2]),
      axis: store("int64", [1], [2]),
    };
    assert.equal(measure([breaks], tensors), null);
  });
}

Deno.test("findExtents() knows no field where branches step differently", () => {
  const half = node("MaxPool", "photo", "a", { ints: { kernel_shape: [2, 2], strides: [2, 2] } });
  assert.equal(measure([half, node("Mul", "a photo", "y")]), null);
});

Deno.test("findExtents() says nothing of what does not depend on the photo", () => {
  const nodes = [node("Relu", "photo", "x"), node("Relu", "b", "y")];
  const bytes = encodeModel({
    nodes,
    initializers: { b: store("float32", [1], [1]) },
    inputs: { photo: [1, 3, 8, 8] },
  });
  assert(!findExtents(readModel(bytes), "photo", null).has("y"));
});

Deno.test("findExtents() enlarges by Upsample, Resize and DepthToSpace", () => {
  const tensors = { roi: store("float32", [0], []), scales: store("float32", [4], [1, 1, 2, 2]) };
  const nodes = [
    node("Resize", "photo roi scales", "a"),
    node("Upsample", "a scales", "b"),
    node("DepthToSpace", "b", "y", { int: { blocksize: 2 } }),
  ];
  const { field, cells } = measure(nodes, tensors, [4, 5])!;
  assert.deepEqual(field.stride, [1 / 8, 1 / 8]);
  assert.deepEqual(cells, [32, 40]);
});
