import assert from "node:assert/strict";
import { parseConfig } from "../../src/config/parse.ts";
import { generate } from "../../src/generate.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import { gatherLayerFile, readLayerFile } from "../../src/site/layer_data.ts";
import { gatherFacts } from "../../src/page/pair/pair_facts.ts";
import type { LayerReport } from "../../src/report/layer_report.ts";
import type { Report } from "../../src/report/report.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { createMemoryWorld, encodePhoto } from "../support/report/memory_effects.ts";
import { encodeModel, type ModelText, type NodeText } from "../support/model/onnx_model.ts";
import { store } from "../support/model/onnx_tensor.ts";
import { createRandom } from "../support/random.ts";
import { randomTensor } from "../support/tensors.ts";
import { textAt } from "../support/report/tiny_site.ts";

type Weights = Tensor & { readonly data: Float32Array };

/** A convolution of a test's net. */
interface Part {
  readonly name: string;
  readonly weights: Weights;
  readonly group?: number;
}

const random = createRandom(77);

function draw(...dims: readonly number[]): Weights {
  return randomTensor(random, [...dims], -1, 1) as Weights;
}

// Kernel `to` becomes kernel `from` times a factor.
function plant(weights: Weights, [from, to]: readonly [number, number], factor = 1): void {
  const size = weights.data.length / weights.dims[0]!;
  for (let i = 0; i < size; i++) {
    weights.data[to * size + i] = factor * weights.data[from * size + i]!;
  }
}

// Kernels of one channel each, of which some are one blur.
function drawDepthwise(count: number, blurs: number): Weights {
  const weights = draw(count, 1, 3, 3);
  const blur = [1, 2, 1, 2, 4, 2, 1, 2, 1];
  for (let k = 0; k < blurs; k++) weights.data.set(blur.map((weight) => weight * (1 + k)), 9 * k);
  return weights;
}

function describeYolox(): { readonly model: ModelText; readonly parts: readonly Part[] } {
  const [stem, point, grouped] = [draw(16, 12, 3, 3), draw(16, 16, 1, 1), draw(16, 4, 3, 3)];
  plant(stem, [2, 9]);
  plant(point, [0, 5], 3);
  plant(point, [1, 6], -1); // the negative is no duplicate
  plant(grouped, [0, 1], 0.5);
  plant(grouped, [8, 4]); // of another group
  const parts = [
    { name: "stem", weights: stem },
    { name: "depthwise", weights: drawDepthwise(16, 15), group: 16 },
    { name: "point", weights: point },
    { name: "grouped", weights: grouped, group: 4 },
  ];
  const focus = [[0, 0], [1, 0], [0, 1], [1, 1]];
  const slices = focus.map(([y, x], i): NodeText => ({
    op: "Slice",
    inputs: ["photo", `start${y}${x}`, "end", "axes", "steps"],
    outputs: [`slice${i}`],
  }));
  const concat = { op: "Concat", inputs: focus.map((_, i) => `slice${i}`), outputs: ["focus"] };
  const text = chain(parts, "focus", (input, output) => [
    { op: "Sigmoid", inputs: [input], outputs: [`${input} gate`] },
    { op: "Mul", inputs: [input, `${input} gate`], outputs: [output] },
  ]);
  return {
    parts,
    model: {
      ...text,
      nodes: [...slices, { ...concat, int: { axis: 1 } }, ...text.nodes],
      initializers: {
        ...text.initializers,
        ...Object.fromEntries(
          focus.map(([y, x]) => [`start${y}${x}`, store("int64", [2], [y!, x!])]),
        ),
        end: store("int64", [2], [64, 64]),
        axes: store("int64", [2], [2, 3]),
        steps: store("int64", [2], [2, 2]),
      },
    },
  };
}

function describeMobileNet(): { readonly model: ModelText; readonly parts: readonly Part[] } {
  const [stem, point, wide] = [draw(8, 3, 3, 3), draw(16, 8, 1, 1), draw(32, 1, 3, 3)];
  plant(stem, [1, 2]);
  plant(point, [3, 4]);
  plant(wide, [0, 1], 2); // two kernels of one channel
  plant(wide, [2, 4]); // of two channels
  plant(point, [7, 11], 1e-5); // next to zero, so dead
  const parts = [
    { name: "stem", weights: stem },
    { name: "depthwise", weights: drawDepthwise(8, 8), group: 8 },
    { name: "point", weights: point },
    { name: "wide", weights: wide, group: 16 },
  ];
  return {
    parts,
    model: chain(parts, "photo", (input, output) => [
      { op: "Relu", inputs: [input], outputs: [output] },
    ]),
  };
}

// The parts one after another, with an activation between.
function chain(
  parts: readonly Part[],
  first: string,
  activate: (input: string, output: string) => readonly NodeText[],
): ModelText {
  const nodes = parts.flatMap(({ name, weights, group = 1 }, i): NodeText[] => {
    const side = weights.dims[2]! >> 1;
    const input = i === 0 ? first : `${parts[i - 1]!.name} on`;
    return [
      {
        op: "Conv",
        name,
        inputs: [input, `${name} weights`],
        outputs: [`${name} map`],
        int: { group },
        ints: { pads: [side, side, side, side] },
      },
      ...activate(`${name} map`, `${name} on`),
    ];
  });
  const initializers = parts.map(({ name, weights }) => [`${name} weights`, weights] as const);
  return {
    nodes,
    initializers: Object.fromEntries(initializers),
    inputs: { photo: [1, 3, 64, 64] },
  };
}

/**
 * Kernels that could be merged, by the definition: as kernels of a layer without groups, whose
 * weights on all channels that they do not read are zeros, the angle between two is small.
 */
function listMergeable({ weights: { data, dims }, group = 1 }: Part): number[] {
  const [count = 0, slices = 0, height = 0, width = 0] = dims;
  const size = slices * height * width;
  const dense = Array.from({ length: count }, (_, k) => {
    const kernel = new Float64Array(size * group);
    const own = Math.floor(k / (count / group));
    kernel.set(data.subarray(k * size, (k + 1) * size), own * size);
    return kernel;
  });
  const norms = dense.map((kernel) => Math.hypot(...kernel));
  const median = norms.toSorted((a, b) => a - b)[count >> 1]!;
  const angle = (a: number, b: number): number =>
    dense[a]!.reduce((sum, weight, i) => sum + weight * dense[b]![i]!, 0) / norms[a]! / norms[b]!;
  const living = [...norms.keys()].filter((k) => norms[k]! > median / 1000);
  return living.filter((k) => living.some((other) => other !== k && angle(k, other) >= 0.95));
}

async function reportOn(model: ModelText): Promise<{ report: Report; layers: LayerReport[] }> {
  const world = createMemoryWorld({
    files: { "net.onnx": encodeModel(model), "cat.jpg": encodePhoto({ width: 64, height: 64 }) },
  });
  const config = parseConfig({
    title: "Net",
    models: [{ path: "net.onnx", preprocess: "unit" }],
    images: ["cat.jpg"],
  });
  const report = await generate(config, { ...world.effects, runtime: onnxRuntime });
  const layers = report.models[0]!.layers.map(({ id }): LayerReport =>
    JSON.parse(textAt(world, `net/${id}/layer.json`))
  );
  return { report, layers };
}

for (
  const [net, { model, parts }] of [
    ["a YOLOX", describeYolox()],
    ["a MobileNet", describeMobileNet()],
  ] as const
) {
  Deno.test(`of ${net} those kernels count as duplicates that could be merged, everywhere`, async () => {
    const { report, layers } = await reportOn(model);
    const model0 = report.models[0]!;
    for (const [i, part] of parts.entries()) {
      const measures = layers[i]!;
      const layer = model0.layers[i]!;
      const expected = listMergeable(part);
      const { duplicateOf, kind } = measures.kernels!;
      const found = duplicateOf.flatMap((other, k) => other === null ? [] : [k]);
      assert.deepEqual(found, expected, part.name);
      const file = gatherLayerFile(measures, { report, model: model0, layer });
      const facts = gatherFacts(readLayerFile(file));
      assert.deepEqual([...facts.flags.get("duplicate")!], expected, part.name);
      const classed = kind.flatMap((each, k) => each === "duplicate" ? [k] : []);
      assert.deepEqual(classed, measures.kernels!.chroma[0] === null ? expected : [], part.name);
      const odd = model0.findings.find(({ id }) => id === `${layer.id}/mergeable`);
      assert(odd === undefined || odd.kernels.every((k) => expected.includes(k)), part.name);
    }
    assert.ok(parts.flatMap(listMergeable).length > 4);
  });

  Deno.test(`of ${net} the depthwise kernels that are one blur are told as that`, async () => {
    const { report, layers } = await reportOn(model);
    const { kernels } = layers[1]!.alike!;
    const blurs = net === "a YOLOX" ? 15 : 8;
    assert.deepEqual(kernels, Array.from({ length: blurs }, (_, k) => k));
    assert.equal(layers[1]!.alike!.blur, true);
    assert.deepEqual(layers.map(({ alike }) => alike !== null), [false, true, false, false]);
    const odd = report.models[0]!.findings.filter(({ code }) => code === "one-blur");
    const of = net === "a YOLOX" ? 16 : 8;
    assert.deepEqual(odd.map(({ count, of }) => [count, of]), [[blurs, of]]);
  });
}
