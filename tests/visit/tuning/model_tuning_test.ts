import assert from "node:assert/strict";
import type { Runtime } from "../../../src/effects.ts";
import { createCosts } from "../../../src/forecast/costs.ts";
import { createShapes } from "../../../src/forecast/shapes.ts";
import { NO_LOAD } from "../../../src/forecast/loads.ts";
import { onnxRuntime } from "../../../src/host/session.ts";
import { type PlannedModel, planReport } from "../../../src/plan/plan.ts";
import type { TuningColumns } from "../../../src/report/layer_report.ts";
import { surveyConfig } from "../../../src/survey/survey.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { openLanes } from "../../../src/visit/lanes.ts";
import { tuneModel } from "../../../src/visit/tuning/model_tuning.ts";
import { openWork } from "../../../src/visit/work.ts";
import {
  assertNear,
  drawGabor,
  type GaborOptions,
  type KernelColour,
  paintKernel,
} from "../../support/analysis/kernels.ts";
import { measureKernels } from "../../../src/analysis/kernel/kernel_measures.ts";
import { presets } from "../../../src/config/preprocess/presets.ts";
import { sharedPath, testShared } from "../../support/shared.ts";
import { encodeModel, type ModelText, type NodeText } from "../../support/model/onnx_model.ts";
import { createMemoryWorld, encodePhoto } from "../../support/report/memory_effects.ts";
import { configureTiny } from "../../support/report/tiny_site.ts";

type Tuned = Awaited<ReturnType<typeof tuneModel>>;

async function tune(text: ModelText): Promise<Tuned> {
  return (await tuneFile(encodeModel(text), "unit")).tuned;
}

async function tuneFile(
  bytes: Uint8Array<ArrayBuffer>,
  preprocess: string,
  runtime: Runtime = onnxRuntime,
): Promise<{ readonly tuned: Tuned; readonly model: PlannedModel }> {
  const world = createMemoryWorld({
    files: { "tiny.onnx": bytes, "photos/a.png": encodePhoto({ width: 9, height: 9 }) },
  });
  const effects = { ...world.effects, runtime };
  const config = configureTiny({ models: [{ path: "tiny.onnx", preprocess }], tuning: true });
  using survey = await surveyConfig(config, effects);
  const plan = planReport(config, survey);
  const work = openWork(NO_LOAD, () => {});
  const [model] = plan.models as [PlannedModel];
  const costs = createCosts(createShapes());
  const fail = (): never => assert.fail();
  const visit = { plan, effects, lanes: openLanes(1), costs, work, fail };
  return { tuned: await tuneModel(model, visit), model };
}

async function tuneFirst(kernels: readonly Tensor[], deeper = false): Promise<TuningColumns> {
  const { layers } = await tune(describeKernels(kernels, deeper));
  return layers.at(-1)!();
}

/** A network of these kernels [3, size, size], with a Relu behind; deeper ones copy its maps. */
function describeKernels(kernels: readonly Tensor[], deeper: boolean): ModelText {
  const count = kernels.length;
  const size = kernels[0]!.dims[1]!;
  const copy = Float32Array.from(
    { length: count * count },
    (_, i) => i % (count + 1) === 0 ? 0.5 : 0,
  );
  const first = [
    { op: "Conv", inputs: ["photo", "w"], outputs: ["map"], ints: { strides: [2, 2] } },
    { op: "Relu", inputs: ["map"], outputs: ["lit"] },
  ];
  const second = [{ op: "Conv", inputs: ["lit", "copy"], outputs: ["copies"] }];
  return {
    nodes: deeper ? [...first, ...second] : first,
    initializers: {
      w: {
        data: Float32Array.from(kernels.flatMap(({ data }) => [...data])),
        dims: [count, 3, size, size],
      },
      copy: { data: copy, dims: [count, count, 1, 1] },
    },
    inputs: { photo: [1, 3, 96, 96] },
  };
}

const GREY: KernelColour = [1, 1, 1];

function gabor(options: Omit<GaborOptions, "sigma">): Tensor {
  return paintKernel(drawGabor({ ...options, sigma: SIGMA }), GREY);
}

// In the space of frequencies a Gabor is a bell around its own, 1 / 2πσ wide.
const SIGMA = 2.5;
const SPREAD = 1 / (2 * Math.PI * SIGMA);
const HALF = SPREAD * Math.sqrt(2 * Math.LN2);

for (
  const [where, deeper] of [["in a first layer", false], ["of maps that are copied", true]] as const
) {
  Deno.test(`tuneModel() finds what Gabors are tuned to by construction, ${where}`, async () => {
    const known = Array.from({ length: 12 }, (_, i) => ({
      orientation: 15 * i + 4,
      frequency: [0.13, 0.17, 0.21][i % 3]!,
      phase: i % 2 * Math.PI / 2,
    }));
    const tuned = await tuneFirst(known.map(gabor), deeper);
    known.forEach(({ orientation, frequency }, k) => {
      assertNear((tuned.orientation[k]! - orientation + 270) % 180 - 90, 0, 1.5);
      assertNear(tuned.frequency[k]!, frequency, 0.02);
      const across = 2 * Math.asin(HALF / frequency) * 180 / Math.PI; // of the circle that it lies on
      assertNear(tuned.orientationBandwidth[k]!, across, 0.15 * across);
      const octaves = Math.log2((frequency + HALF) / (frequency - HALF));
      assertNear(tuned.frequencyBandwidth[k]!, octaves, 0.25 * octaves);
      assert(tuned.orientationSelectivity[k]! > 0.5);
      assert.equal(tuned.hue[k], null);
    });
    assert.equal(tuned.inside, true);
  });
}

function drawSpot(size = 15, sigma = 2.5): Tensor {
  const middle = (size - 1) / 2;
  const data = Float32Array.from({ length: size * size }, (_, i) => {
    const [x, y] = [i % size - middle, Math.floor(i / size) - middle];
    return Math.exp(-(x * x + y * y) / (2 * sigma * sigma));
  });
  return { data, dims: [1, size, size] };
}

Deno.test("tuneModel() finds the hue of coloured spots, and both of opponent edges", async () => {
  const colours: KernelColour[] = [[2, -1, -1], [1, 1, -2], [-1, -1, 2]]; // red, yellow, blue
  const edge = drawGabor({ orientation: 45, frequency: 0.1, phase: Math.PI / 2, sigma: 3.5 });
  const kernels = colours.map((colour) => paintKernel(drawSpot(), colour));
  const tuned = await tuneFirst([...kernels, paintKernel(edge, [1, -1, 0])]);
  [0, 60, 240].forEach((hue, k) => {
    assertNear((tuned.hue[k]! - hue + 540) % 360 - 180, 0, 3);
    assert.equal(tuned.opponent[k], false);
    assert(tuned.hueSelectivity[k]! > 0.5);
    assert.equal(tuned.orientation[k], null);
  });
  assertNear((tuned.hue[3]! - 150 + 270) % 180 - 90, 0, 8); // half of orange and sky, of green and pink
  assert.equal(tuned.opponent[3], true);
});

Deno.test("tuneModel() prefers low frequencies in spots that average, of no orientation", async () => {
  const { orientation, frequency, orientationSelectivity } = await tuneFirst([
    paintKernel(drawSpot(), GREY),
  ]);
  assert.deepEqual([orientation[0], frequency[0]], [null, 0.035]);
  assertNear(orientationSelectivity[0]!, 0, 0.02);
});

Deno.test("tuneModel() knows nothing of a kernel that never responds", async () => {
  const zero = paintKernel(drawSpot(), [0, 0, 0]);
  const { response, orientation, frequency, hue, curves } = await tuneFirst([zero]);
  assert.deepEqual([response, orientation, frequency, hue], [[null], [null], [null], [null]]);
  assert.deepEqual(curves, { orientation: [null], frequency: [null], hue: [null] });
});

Deno.test("tuneModel() lets nodes run as one, but not where they are quantised", async () => {
  const asked: unknown[] = [];
  const runtime: Runtime = {
    ...onnxRuntime,
    open: (model, options) => {
      asked.push(options?.fused);
      return onnxRuntime.open(model, options);
    },
  };
  const text = describeKernels([gabor({ orientation: 0, frequency: 0.2 })], false);
  const steps = [
    { op: "QuantizeLinear", inputs: ["map", "step"], outputs: ["rounded"] },
    { op: "DequantizeLinear", inputs: ["rounded", "step"], outputs: ["real"] },
    { op: "Relu", inputs: ["real"], outputs: ["lit"] },
  ];
  const initializers = { ...text.initializers, step: { data: Float32Array.of(0.1), dims: [] } };
  const quantised = { ...text, nodes: [text.nodes[0]!, ...steps], initializers };
  for (const each of [text, quantised]) {
    const { tuned } = await tuneFile(encodeModel(each), "unit", runtime);
    assert.equal(tuned.layers.length, 1);
  }
  assert.deepEqual(asked, [true, false]);
});

Deno.test("tuneModel() passes over cells that are no number as over those that are 0", async () => {
  const text = describeKernels([gabor({ orientation: 30, frequency: 0.2 })], true);
  const [first, relu, second] = text.nodes as [NodeText, NodeText, NodeText];
  const root = { op: "Sqrt", inputs: ["map"], outputs: ["root"] }; // of what is below 0 no number
  const rooted = [first, root, { ...second, inputs: ["root", "copy"] }];
  const lit = [first, relu, { op: "Sqrt", inputs: ["lit"], outputs: ["root"] }, rooted[2]!];
  const [holed, whole] = await Promise.all([rooted, lit].map(async (nodes) => {
    const { layers } = await tune({ ...text, nodes });
    return layers.at(-1)!();
  }));
  assert(holed!.response[0]! > 0);
  assert.deepEqual(holed!.curves, whole!.curves);
});

Deno.test("tuneModel() says why a model was not run on gratings", async () => {
  const text = describeKernels([gabor({ orientation: 0, frequency: 0.2 })], false);
  const untaken = await tune({ ...text, inputs: { photo: [1, 5, 96, 96] } });
  assert.deepEqual(untaken.tuning, { missing: { code: "tuning-misfit", gives: 3, takes: 5 } });
  assert.deepEqual(untaken.layers, [null]);
});

testShared(
  "tuneModel() finds in AlexNet's first layer what the spectrum of its weights says",
  async () => {
    const file = await Deno.readFile(sharedPath("corpus/models/alexnet-features-fp32.onnx"));
    const { tuned, model } = await tuneFile(file, "imagenet");
    const columns = tuned.layers.map((layer) => layer!());
    const kernels = model.layers[0]!.conv.kernels!.evaluate();
    const { std } = presets.imagenet;
    const spectrum = measureKernels(kernels, { image: { channels: "RGB", std } });
    const apart = (of: "orientation" | "hue", isAsked: (k: number) => boolean): number[] =>
      [...columns[0]![of].keys()].filter(isAsked).flatMap((k) => {
        const [by, own] = [columns[0]![of][k] ?? null, spectrum[of][k] ?? null];
        return by === null || own === null ? [] : [Math.abs((by - own + 450) % 180 - 90)];
      }).sort((a, b) => a - b);
    const isColoured = (k: number): boolean => spectrum.chroma[k]! > 0.5;
    const grey = apart("orientation", (k) => !isColoured(k) && spectrum.coherence[k]! >= 0.18);
    const hues = apart("hue", isColoured);
    assert(grey.length >= 36 && hues.length === 21, `${grey.length} grey, ${hues.length} coloured`);
    assert(grey[grey.length >> 1]! < 2, `${grey[grey.length >> 1]} degrees`);
    assert(hues[10]! < 8, `${hues[10]} degrees`);
    const responding = columns.map(({ response }) =>
      response.filter((each) => each !== null).length
    );
    assert.equal(responding[0], 64);
    assert(responding[4]! < 256, "not all of the last layer respond to gratings");
  },
);
