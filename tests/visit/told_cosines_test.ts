import assert from "node:assert/strict";
import { parseConfig } from "../../src/config/parse.ts";
import type { ConfigInput } from "../../src/config/config_input.ts";
import { generate } from "../../src/generate.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import type { CosinesFile } from "../../src/report/cosines_file.ts";
import type { ReportLayer } from "../../src/report/report_layer.ts";
import { encodeChainModel, KERNELS } from "../support/model/chain_model.ts";
import { readTile, runDataScript } from "../support/report/data_script.ts";
import {
  createMemoryWorld,
  encodePhoto,
  type MemoryWorld,
} from "../support/report/memory_effects.ts";

const FILE = "net/third/values/kernels/cosines.js";

interface Ran extends MemoryWorld {
  readonly layers: readonly ReportLayer[];
}

async function reportOn(fields: Partial<ConfigInput> = {}): Promise<Ran> {
  const files = {
    "net.onnx": encodeChainModel(),
    "other.onnx": encodeChainModel(),
    "cat.jpg": encodePhoto({ width: 16, height: 16 }),
  };
  const world = createMemoryWorld({ files });
  const config = parseConfig({
    title: "Net",
    models: [{ path: "net.onnx", preprocess: "unit" }],
    images: ["cat.jpg"],
    tuning: false,
    ...fields,
  });
  const report = await generate(config, { ...world.effects, runtime: onnxRuntime });
  assert.deepEqual(report.failures, []);
  return { ...world, layers: report.models[0]!.layers };
}

function findCosine(a: Float32Array, b: Float32Array): number {
  const sum = (of: (i: number) => number) => a.reduce((sum, _, i) => sum + of(i), 0);
  return sum((i) => a[i]! * b[i]!) / Math.sqrt(sum((i) => a[i]! ** 2) * sum((i) => b[i]! ** 2));
}

function cut({ data, dims: [count = 0] }: typeof KERNELS.first, k: number): Float32Array {
  const size = data.length / count;
  return Float32Array.from(data.subarray(k * size, (k + 1) * size));
}

Deno.test("a report tells how alike kernels of one model are, in place of finer numbers", async () => {
  const { layers, written } = await reportOn();
  assert.deepEqual(layers.map(({ cosines }) => cosines), [[], [], ["second"], []]);
  assert.deepEqual([...written.keys()].filter((path) => path.endsWith("cosines.js")), [FILE]);
  const { name, bytes } = runDataScript(written.get(FILE) as Uint8Array);
  assert.equal(`${name}.js`, FILE);
  const file: CosinesFile = JSON.parse(new TextDecoder().decode(bytes));
  assert.deepEqual(Object.keys(file), ["second"]);
  const { second, third } = KERNELS;
  assert.equal(file.second!.cosine.length, 12);
  file.second!.cosine.forEach((told, k) => {
    assert.ok(Math.abs(told! - findCosine(cut(second, k), cut(third, k))) < 6e-6);
  });
  for (const layer of layers) {
    const { numbers, error } = readTile(
      `net/${layer.id}/values/kernels`,
      { values: layer.values!, k: 0 },
      (path) => written.get(path),
    );
    const range = Math.max(...numbers) - Math.min(...numbers);
    assert.ok(Math.abs(error - range / 1022) < range / 1e4, `${error} of ${range}`);
  }
});

Deno.test("numbers that another model's compare with stay fine, and are told by themselves", async () => {
  const models = ["net", "other"].map((name) => ({ path: `${name}.onnx`, preprocess: "unit" }));
  const [fine, loose] = await Promise.all([
    reportOn({ models } as Partial<ConfigInput>),
    reportOn(),
  ]);
  assert.deepEqual(fine.layers.map(({ cosines }) => cosines), [[], [], [], []]);
  assert.equal(fine.written.has(FILE), false);
  fine.layers.forEach(({ values }, i) => {
    assert.ok(values!.error < 0.9 * loose.layers[i]!.values!.error);
  });
});

Deno.test("exact numbers and none need nothing told", async () => {
  for (const values of ["exact", "coarse", "none"] as const) {
    const { layers, written } = await reportOn({ values });
    assert.deepEqual(layers.map(({ cosines }) => cosines), [[], [], [], []]);
    assert.equal(written.has(FILE), false);
  }
});
