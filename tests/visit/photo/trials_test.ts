import assert from "node:assert/strict";
import type { ExperimentMeasure } from "../../../src/analysis/trial/experiments.ts";
import type { ConfigInput } from "../../../src/config/config_input.ts";
import { generate } from "../../../src/generate.ts";
import { onnxRuntime } from "../../../src/host/session.ts";
import type { Raster } from "../../../src/raster/raster.ts";
import type { LayerExperiments, LayerReport } from "../../../src/report/layer_report.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { encodeModel, type ModelText, type NodeText } from "../../support/model/onnx_model.ts";
import { encodeNpy } from "../../../src/tensor/npy/npy.ts";
import { createRandom } from "../../support/random.ts";
import {
  changeTools,
  createMemoryWorld,
  encodePhoto,
} from "../../support/report/memory_effects.ts";
import { configureTiny, textAt } from "../../support/report/tiny_site.ts";

const SIDE = 49;

// Soft shades and noise of any colour.
function drawPhoto(seed: number): Raster {
  const random = createRandom(seed);
  const [phase, turn] = random.floats(2, 0, 6) as unknown as [number, number];
  const data = Uint8Array.from({ length: 3 * SIDE * SIDE }, (_, i) => {
    const [x, y, c] = [Math.floor(i / 3) % SIDE, Math.floor(i / 3 / SIDE), i % 3];
    const shade = 50 * Math.sin(phase + x / 9) + 40 * Math.cos(turn * c + y / 11);
    return Math.round(128 + shade + random.whole(-30, 30));
  });
  return { width: SIDE, height: SIDE, channels: 3, data };
}

/** Makes a report with onnxruntime itself on these photos, and gives what the trials of a layer told. */
async function tryModel(
  text: ModelText,
  photos: readonly Raster[],
  { fields = {}, layer = "last" }: {
    readonly fields?: Partial<ConfigInput>;
    readonly layer?: string;
  } = {},
): Promise<LayerExperiments | null> {
  const files = photos.map((_, i) => {
    return [`photos/${i}.png`, encodePhoto({ width: SIDE, height: SIDE })] as const;
  });
  const { effects, written } = createMemoryWorld({
    files: { "tiny.onnx": encodeModel(text), ...Object.fromEntries(files) },
  });
  let next = 0;
  const readPixels = (): Promise<Raster> => {
    const photo = photos[next++]!;
    return Promise.resolve({ ...photo, data: photo.data.slice() });
  };
  const images = { ...effects.images, readPixels };
  const changed = changeTools(effects, { images, runtime: onnxRuntime });
  await generate(configureTiny({ images: ["photos/*.png"], ...fields }), changed);
  const world = { written } as Parameters<typeof textAt>[0];
  const report: LayerReport = JSON.parse(textAt(world, `tiny/${layer}/layer.json`));
  return report.experiments;
}

const K = 5;

/** Kernels [out, 3, 5, 5] from a weight of a colour at a place, counted from the middle. */
function layKernels(
  ...kernels: readonly ((c: number, x: number, y: number) => number)[]
): Tensor {
  const area = K * K;
  const data = kernels.flatMap((weigh) =>
    Array.from(
      { length: 3 * area },
      (_, i) => weigh(Math.floor(i / area), i % K - 2, Math.floor(i % area / K) - 2),
    )
  );
  return { data: Float32Array.from(data), dims: [kernels.length, 3, K, K] };
}

const LUMA = [0.299, 0.587, 0.114];
const even = (c: number): number => LUMA[c]! / (K * K);
const opponent = (c: number): number => [1, -1, 0][c]! / (K * K);
const isMiddle = (x: number, y: number): number => Number(x === 0 && y === 0);
// The finest differences: along each axis 1 −4 6 −4 1.
const DIFFERENCES = [1, -4, 6, -4, 1];
const checks = (c: number, x: number, y: number): number =>
  LUMA[c]! * DIFFERENCES[x + 2]! * DIFFERENCES[y + 2]! / 64;
const upright = (c: number, x: number): number => LUMA[c]! * Math.sign(x);
const KERNELS = layKernels(even, opponent, checks, upright, (c, x, y) => 2 * isMiddle(x, y) * c);

const conv = (name: string, input: string, weight: string, stride = 1): NodeText => ({
  op: "Conv",
  name,
  inputs: [input, weight],
  outputs: [`${name} out`],
  ints: { strides: [stride, stride] },
});

const alone: ModelText = {
  nodes: [conv("last", "photo", "w", 2)],
  initializers: { w: KERNELS },
  inputs: { photo: [1, 3, SIDE, SIDE] },
};

// Copies: a kernel answers to what the one before answers to.
function buildDeep(layers: number): ModelText {
  const [count] = KERNELS.dims as [number];
  const same = Float32Array.from({ length: count ** 2 }, (_, i) => Number(i % (count + 1) === 0));
  const names = Array.from({ length: layers }, (_, i) => i === layers - 1 ? "last" : `layer ${i}`);
  return {
    nodes: names.map((name, i) =>
      i === 0 ? conv(name, "photo", "w", 2) : conv(name, `${names[i - 1]} out`, "same")
    ),
    initializers: { w: KERNELS, same: { data: same, dims: [count, count, 1, 1] } },
    inputs: { photo: [1, 3, SIDE, SIDE] },
  };
}

const photos = [1, 2, 3].map(drawPhoto);

function near(found: number | null | undefined, expected: number, what: string): void {
  assert.ok(typeof found === "number" && Math.abs(found - expected) < 0.02, `${what}: ${found}`);
}

for (const layers of [1, 2, 4]) {
  Deno.test(`experiments tell what kernels depend on by construction, in ${layers} layers`, async () => {
    const found = (await tryModel(buildDeep(layers), photos))!;
    assert.deepEqual(found.images, ["0", "1", "2"]);
    const mean = (name: ExperimentMeasure, k: number): number => found[name].mean[k]!;
    const [blob, colour, fine, edge] = [0, 1, 2, 3];
    near(mean("colourDependence", blob), 0, "luma without colour");
    near(mean("colourLoss", blob), 0, "luma without colour");
    near(mean("colourDependence", colour), 1, "opponent colours without colour");
    near(mean("colourLoss", colour), 1, "opponent colours without colour");
    assert.ok(mean("detailDependence", blob) < 0.1 && mean("detailDependence", fine) > 0.9);
    assert.ok(mean("detailLoss", blob) < 0.1 && mean("detailLoss", fine) > 0.9);
    assert.ok(mean("coarseDependence", blob) > 0.3 && mean("coarseDependence", fine) < 0.05);
    assert.ok(mean("detailPeriod", fine) < 4.5 && mean("detailPeriod", blob) > 16);
    near(mean("mirrorSymmetry", blob), 1, "an even kernel of a mirrored photo");
    near(mean("mirrorSymmetry", fine), 1, "an even kernel of a mirrored photo");
    near(mean("mirrorSymmetry", edge), -1, "an odd kernel of a mirrored photo");
    for (const name of ["colourLoss", "mirrorSymmetry", "detailPeriod"] as const) {
      const { least, most } = found[name];
      assert.ok(least![edge]! <= mean(name, edge) && mean(name, edge) <= most![edge]!, name);
    }
  });
}

Deno.test("experiments see what goes behind the activation", async () => {
  const relu: NodeText = { op: "Relu", inputs: ["last out"], outputs: ["lit"] };
  const half: NodeText = { op: "Mul", inputs: ["last out", "half"], outputs: ["halved"] };
  const scalar = { data: Float32Array.of(-0.5), dims: [] };
  const [own, lit, turned] = await Promise.all([
    tryModel(alone, photos),
    tryModel({ ...alone, nodes: [...alone.nodes, relu] }, photos),
    tryModel({
      ...alone,
      nodes: [...alone.nodes, half],
      initializers: { ...alone.initializers, half: scalar },
    }, photos),
  ]);
  assert.deepEqual(lit, own);
  assert.deepEqual(turned!.colourDependence, own!.colourDependence);
  assert.notDeepEqual(turned!.colourLoss, own!.colourLoss);
});

Deno.test("experiments tell nothing of colour on grey photos, nor where a network reads grey", async () => {
  const grey = photos.map((photo) => ({
    ...photo,
    data: photo.data.map((_, i) => photo.data[3 * Math.floor(i / 3)]!),
  }));
  const found = (await tryModel(alone, grey))!;
  assert.deepEqual(found.trials, ["blurred", "blurredMore", "withoutCoarse", "mirrored"]);
  assert.deepEqual(found.colourLoss.mean, [null, null, null, null, null]);
  const [, ...others] = photos;
  const mixed = (await tryModel(alone, [grey[0]!, ...others]))!;
  const coloured = (await tryModel(alone, others))!;
  assert.deepEqual(mixed.colourDependence, coloured.colourDependence);
  const one = { data: KERNELS.data.subarray(0, K * K), dims: [1, 1, K, K] };
  const text = { ...alone, initializers: { w: one }, inputs: { photo: [1, 1, SIDE, SIDE] } };
  const models = [{ path: "tiny.onnx", preprocess: { channels: "gray" } as const }];
  const read = (await tryModel(text, photos, { fields: { models } }))!;
  assert.deepEqual([read.trials.includes("grey"), read.colourDependence.mean], [false, [null]]);
});

Deno.test("experiments are left out where a config says so, and on arrays", async () => {
  assert.equal(await tryModel(alone, photos, { fields: { experiments: false } }), null);
  const array = { data: new Float32Array(3 * SIDE * SIDE), dims: [3, SIDE, SIDE] };
  const world = createMemoryWorld({
    files: {
      "tiny.onnx": encodeModel(alone),
      "a.npy": encodeNpy(array) as Uint8Array<ArrayBuffer>,
    },
  });
  await generate(
    configureTiny({ images: ["a.npy"] }),
    changeTools(world.effects, { runtime: onnxRuntime }),
  );
  assert.equal(JSON.parse(textAt(world, "tiny/last/layer.json")).experiments, null);
});

Deno.test("experiments tell nothing of mirroring where no cells read the same, mirrored", async () => {
  const three = {
    ...alone,
    nodes: [conv("first", "photo", "w", 3), conv("last", "photo", "w", 2)],
  };
  const [first, last] = await Promise.all(
    ["first", "last"].map((layer) => tryModel(three, photos, { layer })),
  );
  // of 44 pixels, steps of 3 leave two over
  assert.deepEqual(first!.mirrorSymmetry.mean, [null, null, null, null, null]);
  assert.ok(last!.mirrorSymmetry.mean.every((r) => r !== null));
});
