import assert from "node:assert/strict";
import type { ConfigInput } from "../../../src/config/config_input.ts";
import { parseConfig } from "../../../src/config/parse.ts";
import type { Effects } from "../../../src/effects.ts";
import type { Forecast } from "../../../src/forecast/forecast.ts";
import { generate } from "../../../src/generate.ts";
import { onnxRuntime } from "../../../src/host/session.ts";
import type { ComparisonFile } from "../../../src/report/comparison_file.ts";
import type { Report } from "../../../src/report/report.ts";
import type { ReportComparedLayer } from "../../../src/report/report_comparison.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { encodeModel, type ModelText, type NodeText } from "../../support/model/onnx_model.ts";
import { createRandom } from "../../support/random.ts";
import { createMemoryWorld, encodePhoto } from "../../support/report/memory_effects.ts";
import { textAt } from "../../support/report/tiny_site.ts";
import { randomTensor } from "../../support/tensors.ts";

type Weights = Tensor & { readonly data: Float32Array };

type Kernels = readonly Weights[];

const random = createRandom(15);
const draw = (...dims: readonly number[]): Weights => randomTensor(random, dims, -1, 1) as Weights;

// Three convolutions of 8, 6 and 4 kernels.
const KERNELS: Kernels = [draw(8, 3, 3, 3), draw(6, 8, 3, 3), draw(4, 6, 1, 1)];

function copy({ data, dims }: Weights): Weights {
  return { data: data.slice(), dims };
}

function change(kernels: Kernels, layer: number, how: (weights: Weights) => Weights): Kernels {
  return kernels.map((weights, i) => i === layer ? how(copy(weights)) : weights);
}

/** How the nodes of a network are written. */
interface Form {
  readonly prefix?: string;
  /** Scales behind each convolution, in a node of their own; else none. */
  readonly normalized?: boolean;
  readonly rectified?: boolean;
}

function describe(
  kernels: Kernels,
  { prefix = "conv", normalized, rectified = true }: Form = {},
): ModelText {
  let from = "photo";
  const nodes: NodeText[] = [];
  for (const i of kernels.keys()) {
    const add = (op: string, name: string, ...others: readonly string[]): void => {
      const to = `${op} ${i}`;
      nodes.push({ op, name, inputs: [from, ...others], outputs: [to] });
      from = to;
    };
    add("Conv", `${prefix}${i + 1}`, `w${i}`);
    if (normalized) add("Mul", `scale${i}`, "scale");
    if (rectified) add("Relu", `relu${i}`);
  }
  const weights = Object.fromEntries(kernels.map((each, i) => [`w${i}`, each]));
  const scale = { data: Float32Array.of(4), dims: [1, 1, 1, 1] };
  return {
    nodes,
    initializers: normalized ? { ...weights, scale } : weights,
    inputs: { photo: ["batch", 3, "height", "width"] },
  };
}

interface Outcome {
  readonly report: Report;
  readonly numbers: ComparisonFile | null;
  readonly files: readonly string[];
  /** How many bytes of maps were set aside, and how many were foretold. */
  readonly aside: number;
  readonly foretold: number;
}

async function compare(
  models: Readonly<Record<string, ModelText>>,
  fields: Partial<ConfigInput> = {},
): Promise<Outcome> {
  const names = Object.keys(models);
  const encoded = Object.entries(models).map(([name, text]) => [`${name}.onnx`, encodeModel(text)]);
  const world = createMemoryWorld({
    files: {
      ...Object.fromEntries(encoded),
      "cat.png": encodePhoto({ width: 14, height: 14 }, 1),
      "dog.png": encodePhoto({ width: 14, height: 14 }, 2),
    },
  });
  const config = parseConfig({
    models: names.map((name) => ({ path: `${name}.onnx`, preprocess: "unit" })),
    images: ["cat.png", "dog.png"],
    ...{ tuning: false, experiments: false, values: "none" },
    ...fields,
  });
  const { output } = world.effects;
  let aside = 0;
  const setAside: Effects["output"]["setAside"] = (value) => {
    if (value instanceof Float32Array) aside += value.byteLength;
    return output.setAside(value);
  };
  const own = { runtime: onnxRuntime, output: { ...output, setAside } };
  await generate(config, { ...world.effects, ...own });
  const report: Report = JSON.parse(textAt(world, "report.json"));
  const [first] = report.comparisons;
  const numbers = first === undefined ? null : JSON.parse(textAt(world, `${first.file}.json`));
  const [{ aside: foretold }] = world.foreseen as [Forecast];
  return { report, numbers, files: [...world.written.keys()], aside, foretold };
}

async function compareTwo(a: ModelText, b: ModelText): Promise<readonly ReportComparedLayer[]> {
  const { report: { comparisons, failures } } = await compare({ a, b });
  assert.deepEqual(failures, []);
  return comparisons[0]!.layers;
}

Deno.test("compareModels() finds no difference between a network and itself", async () => {
  const { report, numbers } = await compare({ a: describe(KERNELS), b: describe(KERNELS) });
  const [{ layers, unmatched, seenAlike, file }] = report.comparisons as [Report["comparisons"][0]];
  assert.deepEqual([file, seenAlike, unmatched], ["comparisons/a/b", true, { a: [], b: [] }]);
  for (const layer of layers) {
    assert.deepEqual([layer.matched, layer.paired, layer.permuted], ["name", "place", 0]);
    assert.deepEqual([layer.medianError, layer.worstError, layer.worstSnr], [0, 0, null]);
    assert.deepEqual(layer.images, ["cat", "dog"]);
    assert.deepEqual([layer.kernels!.mostMoved, layer.kernels!.medianCosine], [0, 1]);
  }
  assert.deepEqual(numbers!.layers.map(({ errors }) => errors!.mean.length), [8, 6, 4]);
});

Deno.test("compareModels() names the map and the photo where one damaged kernel shows most", async () => {
  const damaged = change(KERNELS, 1, (weights) => {
    weights.data.fill(0.5, 3 * 72, 4 * 72);
    return weights;
  });
  const [first, second, third] = await compareTwo(describe(KERNELS), describe(damaged));
  assert.equal(first!.worstError, 0);
  assert.equal(second!.worst!.kernel, 3);
  assert.equal(second!.medianError, 0);
  assert(second!.worstError! > 0.1 && third!.medianError! > 0.01);
  assert.equal(second!.worstSnr, Number((-20 * Math.log10(second!.worstError!)).toPrecision(4)));
  assert.deepEqual(second!.kernels!.most, { kernel: 3, other: 3 });
  assert.deepEqual([first!.kernels!.mostMoved, third!.kernels!.mostMoved], [0, 0]);
});

const ORDER = [3, 0, 2, 5, 1, 4, 7, 6];

// Kernel k of the first layer stands at ORDER[k], and so does what the second reads of it.
function permuteFirst(kernels: Kernels): Kernels {
  const moved = change(kernels, 0, ({ data, dims }) => {
    const to = new Float32Array(data.length);
    ORDER.forEach((at, k) => to.set(data.subarray(k * 27, (k + 1) * 27), at * 27));
    return { data: to, dims };
  });
  return change(moved, 1, ({ data, dims }) => {
    const to = new Float32Array(data.length);
    for (let k = 0; k < 6; k++) {
      ORDER.forEach((at, j) => {
        const start = (k * 8 + j) * 9;
        to.set(data.subarray(start, start + 9), (k * 8 + at) * 9);
      });
    }
    return { data: to, dims };
  });
}

Deno.test("compareModels() finds kernels that were permuted, and what the next layer reads of them", async () => {
  const { report, numbers } = await compare({
    ...{ a: describe(KERNELS), b: describe(permuteFirst(KERNELS)) },
  });
  const [first, second, third] = report.comparisons[0]!.layers;
  assert.deepEqual([first!.paired, first!.permuted], ["likeness", 7]);
  assert.deepEqual([second!.paired, third!.paired], ["place", "place"]);
  assert.deepEqual(numbers!.layers[0]!.other, ORDER);
  assert.deepEqual(numbers!.layers[1]!.other, null);
  for (const layer of [first, second, third]) {
    assert(layer!.worstError! < 1e-5, `${layer!.worstError}`);
    assert.equal(layer!.kernels!.mostMoved, 0);
  }
});

Deno.test("compareModels() finds permuted kernels by their weights where no photo runs", async () => {
  const { numbers, report } = await compare({
    ...{ a: describe(KERNELS), b: describe(permuteFirst(KERNELS)) },
  }, { images: [{ path: "missing.png" }] });
  assert.deepEqual(numbers!.layers.map(({ other }) => other), [ORDER, null, null]);
  for (const layer of report.comparisons[0]!.layers) {
    assert.deepEqual(layer.mapsReason, {
      ...{ code: "side-lacks", model: "a", reason: { code: "no-photo" } },
    });
    assert.equal(layer.kernels!.mostMoved, 0);
    assert.deepEqual([layer.medianError, layer.worst, layer.images], [null, null, []]);
  }
});

Deno.test("compareModels() matches layers of other names by their order", async () => {
  const other = describe([KERNELS[0]!, KERNELS[2]!], { prefix: "layer" });
  const spread = { ...other, initializers: { ...other.initializers, w1: draw(4, 8, 1, 1) } };
  const { report } = await compare({ a: describe(KERNELS), b: spread }, { compare: [["a", "b"]] });
  const [{ layers, unmatched }] = report.comparisons as [Report["comparisons"][0]];
  assert.deepEqual(layers.map(({ a, b, matched }) => [a, b, matched]), [
    ["conv1", "layer1", "order"],
  ]);
  assert.deepEqual(unmatched, { a: ["conv2", "conv3"], b: ["layer2"] });
});

Deno.test("compareModels() compares what is behind where one has folded what the other does there", async () => {
  const folded = KERNELS.map(({ data, dims }) => ({ dims, data: data.map((value) => 4 * value) }));
  const [first] = await compareTwo(describe(KERNELS, { normalized: true }), describe(folded));
  assert.deepEqual(first!.stages, { a: "activated", b: "activated" });
  assert(first!.worstError! < 1e-5);
  assert.equal(first!.kernels!.medianCosine, 1);
});

Deno.test("compareModels() compares own outputs where what follows differs, but not what is folded", async () => {
  const [first] = await compareTwo(describe(KERNELS), describe(KERNELS, { rectified: false }));
  assert.deepEqual(first!.stages, { a: "maps", b: "maps" });
  assert.equal(first!.worstError, 0);
});

Deno.test("compareModels() says of maps of other sizes that they are not compared, and compares kernels", async () => {
  const small = { ...{ width: 9, height: 9 }, rounding: "even" } as const;
  const { report } = await compare({ a: describe(KERNELS), b: describe(KERNELS) }, {
    models: [{ path: "a.onnx", preprocess: "unit" }, {
      ...{ path: "b.onnx", preprocess: { preset: "unit", crop: small } },
    }],
  });
  const [{ layers: [first], seenAlike }] = report.comparisons as [Report["comparisons"][0]];
  assert.equal(seenAlike, false);
  assert.deepEqual(first!.mapsReason, { code: "maps-of-other-size", a: [8, 12, 12], b: [8, 7, 7] });
  assert.deepEqual([first!.worstError, first!.kernels!.mostMoved], [null, 0]);
});

Deno.test("compareModels() compares each later model with the first, unless it is another network", async () => {
  const other = describe([draw(5, 3, 3, 3), draw(3, 5, 1, 1)]);
  const models = { a: describe(KERNELS), b: describe(KERNELS), c: other, d: describe(KERNELS) };
  const pairsOf = async (fields: Partial<ConfigInput>): Promise<string[]> => {
    const { report, files } = await compare(models, { images: ["cat.png"], ...fields });
    const pairs = report.comparisons.map(({ a, b }) => `${a}/${b}`);
    const written = files.filter((path) => path.startsWith("comparisons/"));
    assert.deepEqual(
      written.sort(),
      pairs.flatMap((pair) => [`comparisons/${pair}.js`, `comparisons/${pair}.json`]).sort(),
    );
    return pairs;
  };
  assert.deepEqual(await pairsOf({}), ["a/b", "a/d"]);
  assert.deepEqual(await pairsOf({ compare: [["d", "b"], ["a", "c"]] }), ["d/b", "a/c"]);
  assert.deepEqual(await pairsOf({ compare: false }), []);
});

Deno.test("compareModels() leaves out a model that could not be drawn", async () => {
  const { report } = await compare({ a: describe(KERNELS), b: describe(KERNELS) }, {
    models: [{ path: "missing.onnx" }, { path: "a.onnx", preprocess: "unit" }, {
      ...{ path: "b.onnx", preprocess: "unit" },
    }],
    compare: [["missing", "a"], ["a", "b"]],
  });
  assert.deepEqual(report.comparisons.map(({ a, b }) => [a, b]), [["a", "b"]]);
});

Deno.test("compareModels() sets aside what was foretold: the maps that are compared, and no others", async () => {
  const models = {
    ...{ a: describe(KERNELS, { normalized: true }), b: describe(KERNELS) },
    c: describe(KERNELS, { prefix: "layer" }),
  };
  const count = async (fields: Partial<ConfigInput>): Promise<number> => {
    const { foretold, aside } = await compare(models, fields);
    assert.equal(foretold, aside);
    return aside;
  };
  const maps = 4 * (8 * 12 ** 2 + 6 * 10 ** 2 + 4 * 10 ** 2) * 2; // on two photos
  assert.equal(await count({}), 3 * maps + 3 * maps); // own outputs, and what is behind them
  assert.equal(await count({ compare: [["b", "c"]] }), 2 * maps);
  assert.equal(await count({ compare: false }), 0);
});
