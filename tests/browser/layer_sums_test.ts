/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateReport } from "../../src/api/generate_report.ts";
import type { LayerReport } from "../../src/report/layer_report.ts";
import type { ReportLayer } from "../../src/report/report_layer.ts";
import { sliceAt } from "../../src/tensor/tensor.ts";
import { type Page, testInBrowser, watchPage } from "../support/browser/browser.ts";
import { decodeNpy, type NpyFile } from "../support/npy.ts";
import { encodeModel, type NodeText } from "../support/model/onnx_model.ts";
import { store } from "../support/model/onnx_tensor.ts";
import { createRandom } from "../support/random.ts";
import { readShownSums } from "../support/browser/shown_sum.ts";
import { makeTempFolder } from "../support/temp_folder.ts";
import { randomTensor } from "../support/tensors.ts";

const STEP = 0.125; // of the quantized layer

const NODES: readonly NodeText[] = [
  {
    op: "Conv",
    name: "first",
    inputs: ["photo", "w1", "b1"],
    outputs: ["c1"],
    ints: { pads: [1, 1, 1, 1] },
  },
  { op: "Relu", inputs: ["c1"], outputs: ["r1"] },
  {
    op: "Conv",
    name: "depthwise",
    inputs: ["r1", "w2"],
    outputs: ["c2"],
    int: { group: 8 },
    ints: { strides: [2, 2] },
  },
  { op: "Relu", inputs: ["c2"], outputs: ["r2"] },
  {
    op: "Conv",
    name: "grouped",
    inputs: ["r2", "w3", "b3"],
    outputs: ["c3"],
    int: { group: 2 },
    ints: { dilations: [2, 2], pads: [2, 1, 2, 1] },
  },
  {
    op: "ConvTranspose",
    name: "transposed",
    inputs: ["c3", "w4", "b4"],
    outputs: ["c4"],
    ints: { strides: [2, 2], pads: [1, 0, 1, 0], output_padding: [1, 1] },
  },
  { op: "LeakyRelu", inputs: ["c4"], outputs: ["r4"] },
  { op: "Conv", name: "pointwise", inputs: ["r4", "w5"], outputs: ["c5"] },
  { op: "Add", inputs: ["c5", "b5"], outputs: ["a5"] }, // no bias of the convolution's own
  { op: "QuantizeLinear", inputs: ["a5", "xs", "xz"], outputs: ["q5"] },
  {
    op: "QLinearConv",
    name: "quantized",
    inputs: ["q5", "xs", "xz", "w6", "ws", "wz", "ys", "yz", "b6"],
    outputs: ["c6"],
    ints: { pads: [1, 1, 1, 1] },
  },
];

function encodeNetwork(): Uint8Array<ArrayBuffer> {
  const random = createRandom(31);
  const weights = (...dims: readonly number[]) => randomTensor(random, dims, -1, 1);
  return encodeModel({
    nodes: NODES,
    initializers: {
      w1: weights(8, 3, 3, 3),
      b1: weights(8),
      w2: weights(8, 1, 3, 3),
      w3: weights(6, 4, 3, 3),
      b3: weights(6),
      w4: weights(6, 5, 3, 3),
      b4: weights(5),
      w5: weights(7, 5, 1, 1),
      b5: weights(1, 7, 1, 1),
      xs: store("float32", [], [0.25]),
      xz: store("uint8", [], [128]),
      w6: store("int8", [4, 7, 3, 3], random.floats(252, -100, 100)),
      ws: store("float32", [4], [0.01, 0.02, 0.005, 0.01]),
      wz: store("int8", [], [0]),
      ys: store("float32", [], [STEP]),
      yz: store("uint8", [], [128]),
      b6: store("int32", [4], [900, -800, 70, 6]),
    },
    inputs: { photo: [1, 3, 24, 24] },
  });
}

// [layer, how its sums begin, whether they have a bias]
const LAYERS = new Map<string, readonly [begin: string, biased: boolean]>([
  ["first", ["kernel · pixels ", true]],
  ["depthwise", ["kernel · map ", false]],
  ["grouped", ["map ", true]],
  ["transposed", ["map ", true]],
  ["pointwise", ["map ", false]],
  ["quantized", ["map ", true]],
]);

testInBrowser("beside kernels of every kind stands what adds up to their maps", async (browser) => {
  await using folder = await makeTempFolder({ "net.onnx": encodeNetwork() });
  const out = join(folder.path, "out");
  const report = await generateReport({
    models: [{
      path: join(folder.path, "net.onnx"),
      preprocess: { resize: { width: 24, height: 24 }, mean: 0.5, std: 0.25 },
    }],
    images: ["fixtures/scenes/beach.png"],
  }, { out, npy: true });
  assert.deepEqual(report.failures, []);
  const origin = pathToFileURL(`${out}/`).href;
  const { page, faults } = await watchPage(browser, origin);
  const { layers } = report.models[0]!;
  assert.deepEqual(layers.map(({ id }) => id), [...LAYERS.keys()]);
  for (const layer of layers) await checkLayer(page, layer, { out, origin });
  assert.deepEqual(faults, []);
});

async function checkLayer(
  page: Page,
  layer: ReportLayer,
  { out, origin }: { readonly out: string; readonly origin: string },
): Promise<void> {
  const path = `net/${layer.id}`;
  await page.goto(`${origin}${path}/index.html`);
  await page.locator("[data-grid] > li.is-on").waitFor();
  const read = async (kind: string): Promise<NpyFile> =>
    decodeNpy(await Deno.readFile(join(out, path, `${kind}/beach.npy`)));
  const before = await read("maps");
  const after = layer.maps[0]!.activated === null ? before : await read("activated");
  const { kernels }: LayerReport = JSON.parse(
    await Deno.readTextFile(join(out, path, "layer.json")),
  );
  const [begin, biased] = LAYERS.get(layer.id)!;
  const pairs = Array.from({ length: layer.pairs }, (_, k) => k);
  const sums = await readShownSums(page, pairs.map((k) => `k=${k}`));
  for (const [k, sum] of sums.entries()) {
    const value = findShown(sliceAt(before, k).data, sliceAt(after, k).data);
    assert(sum.text.startsWith(begin), sum.text);
    assert.equal(sum.text.includes("bias"), biased, sum.text);
    if (biased) sum.assertTerm("bias", kernels!.bias[k]!);
    sum.assertAdds();
    if (layer.summing === "exact") sum.assertTotal(value);
    else assert(Math.abs(sum.total - value) <= 0.51 * STEP || Math.abs(value) >= 127 * STEP);
  }
}

// The strongest behind the activation where one is above 0 there, else the strongest before it.
function findShown(before: Float32Array, after: Float32Array): number {
  const most = after.reduce((a, b) => Math.max(a, b), -Infinity);
  return most > 0
    ? before[after.indexOf(most)]!
    : before.reduce((a, b) => Math.max(a, b), -Infinity);
}
