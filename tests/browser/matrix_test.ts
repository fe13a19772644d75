/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateReport } from "../../src/api/generate_report.ts";
import type { LayerReport } from "../../src/report/layer_report.ts";
import { type Browser, type Page, testInBrowser, watchPage } from "../support/browser/browser.ts";
import { decodeNpy } from "../support/npy.ts";
import { encodeModel } from "../support/model/onnx_model.ts";
import { createRandom } from "../support/random.ts";
import { makeTempFolder } from "../support/temp_folder.ts";
import { randomTensor } from "../support/tensors.ts";

const [OUT, IN] = [12, 20];

function encodeNetwork(): Uint8Array<ArrayBuffer> {
  const random = createRandom(77);
  return encodeModel({
    nodes: [
      { op: "Conv", name: "first", inputs: ["photo", "w1"], outputs: ["c1"] },
      { op: "Conv", name: "mixing", inputs: ["c1", "w2"], outputs: ["c2"] },
      { op: "Conv", name: "grouped", inputs: ["c2", "w3"], outputs: ["c3"], int: { group: 3 } },
      { op: "Conv", name: "scaling", inputs: ["c3", "w4"], outputs: ["c4"], int: { group: 6 } },
    ],
    initializers: {
      w1: randomTensor(random, [IN, 3, 5, 5], -1, 1),
      w2: randomTensor(random, [OUT, IN, 1, 1], -1, 1),
      w3: randomTensor(random, [6, 4, 1, 1], -1, 1),
      w4: randomTensor(random, [6, 1, 1, 1], -1, 1),
    },
    inputs: { photo: [1, 3, 24, 24] },
  });
}

async function writeReport(folder: string): Promise<string> {
  const out = join(folder, "out");
  const report = await generateReport({
    models: [{
      path: join(folder, "net.onnx"),
      preprocess: { resize: { width: 24, height: 24 }, mean: 0.5, std: 0.25 },
    }],
    images: ["fixtures/scenes/beach.png"],
  }, { out, npy: true });
  assert.deepEqual(report.failures, []);
  return out;
}

async function readLayer(out: string, layer: string): Promise<LayerReport> {
  return JSON.parse(await Deno.readTextFile(join(out, "net", layer, "layer.json")));
}

function testReport(title: string, walk: (browser: Browser, out: string) => Promise<void>): void {
  testInBrowser(title, async (browser) => {
    await using folder = await makeTempFolder({ "net.onnx": encodeNetwork() });
    await walk(browser, await writeReport(folder.path));
  });
}

async function openLayer(page: Page, out: string, layer: string, hash = ""): Promise<void> {
  await page.goto(`${pathToFileURL(`${out}/`).href}net/${layer}/index.html${hash}`);
  await page.locator("[data-grid] > li.is-on").waitFor();
}

// Points at the middle of a cell of the matrix.
async function pointAt(page: Page, row: number, column: number): Promise<void> {
  const image = page.locator("[data-matrix] image");
  await image.scrollIntoViewIfNeeded();
  const [down, across] = [OUT, IN];
  const { x, y, width, height } = (await image.boundingBox())!;
  await page.mouse.move(x + (column + 0.5) * width / across, y + (row + 0.5) * height / down);
}

testReport(
  "the matrix of a layer tells its weights, and leads to its kernels",
  async (browser, out) => {
    const { page, faults } = await watchPage(browser, pathToFileURL(`${out}/`).href);
    await openLayer(page, out, "mixing");
    const { matrix } = await readLayer(out, "mixing");
    const weights = decodeNpy(await Deno.readFile(join(out, "net/mixing/kernels.npy"))).data;
    for (const [row, column] of [[0, 0], [11, 19], [5, 7]] as const) {
      const [k, input] = [matrix!.output[row]!, matrix!.input[column]!];
      await pointAt(page, row, column);
      const told = page.locator('[data-out="matrix-weight"]', { hasText: ": " });
      await told.getByText(`kernel ${k}, input ${input}:`).waitFor();
      const value = /: (−?[\d.]+)/.exec(await told.innerText())![1]!.replace("−", "-");
      assert.ok(Math.abs(Number(value) - weights[k * IN + input]!) < 0.01, value);
      await page.getByRole("heading", { name: `Pair ${k}`, exact: true }).waitFor();
    }
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForURL(new RegExp(`#k=${matrix!.output[5]}\\b`));
    const mark = page.locator("[data-matrix-row]");
    assert.equal(await mark.getAttribute("y"), String(5 * 16 - 2));
    assert.deepEqual(faults, []);
  },
);

testReport(
  "a kernel of single weights is read from its bars and its strip",
  async (browser, out) => {
    const { page, faults } = await watchPage(browser, pathToFileURL(`${out}/`).href);
    const { mix } = await readLayer(out, "grouped");
    const weights = decodeNpy(await Deno.readFile(join(out, "net/grouped/kernels.npy"))).data;
    await openLayer(page, out, "grouped", "#k=5&kernels=mix");
    const tile = page.locator('[data-tile="kernel"]');
    const { x, y, width } = (await tile.boundingBox())!;
    for (const [i, input] of mix!.input[5]!.entries()) {
      await page.mouse.move(x + (1 + i * 6 + 2.5) * width / 26, y + 20);
      const told = page.locator('[data-out="kernel"].weights');
      await told.getByText(`input ${input}: `).waitFor();
      const value = Number(/: (−?[\d.]+)/.exec(await told.innerText())![1]!.replace("−", "-"));
      const slice = input - 8; // kernel 5 is of the third group of four inputs
      assert.ok(slice >= 0 && Math.abs(value - weights[5 * 4 + slice]!) < 0.01);
    }
    assert.deepEqual(faults, []);
  },
);

testReport("kernels of one weight have bars, and no matrix", async (browser, out) => {
  const { page, faults } = await watchPage(browser, pathToFileURL(`${out}/`).href);
  await openLayer(page, out, "scaling");
  assert.equal(await page.locator("[data-matrix]").count(), 0);
  await page.getByText("1 × 1: scales one map, mixes none").waitFor();
  assert.deepEqual(faults, []);
});

testReport("without script the matrix stands with what it shows", async (browser, out) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(`${out}/`).href}net/mixing/index.html`);
  await page.getByRole("img", { name: "Matrix of weights, 12 by 20" }).waitFor();
  await page.getByText("Rows and columns stand so that like ones are neighbours.").waitFor();
  await page.getByText("1 × 1: mixes 20 maps, sees no neighbourhood").waitFor();
  await context.close();
});

testReport(
  "what a kernel weighs most stands with the kernels that make it, and its maps",
  async (browser, out) => {
    const { page, faults } = await watchPage(browser, pathToFileURL(`${out}/`).href);
    const { mix } = await readLayer(out, "mixing");
    await openLayer(page, out, "mixing", "#k=4");
    const row = page.locator('[data-row="mix"] li');
    await row.first().scrollIntoViewIfNeeded();
    await page.getByText("What it weighs most: 8 of 20 inputs").waitFor();
    const shown = await row.evaluateAll((items) =>
      items.map((item) => ({
        input: Number(item.querySelector("a")!.textContent),
        href: item.querySelector("a")!.getAttribute("href"),
        isUp: Number(item.querySelector("rect")!.getAttribute("y")) < 1,
        height: Number(item.querySelector("rect")!.getAttribute("height")),
        tiles: [...item.querySelectorAll<HTMLElement>("i")].map(({ style }) => [
          style.backgroundImage.replace(/^.*\.\.\//, "").replace('")', ""),
          Number(style.getPropertyValue("--x")) + 8 * Number(style.getPropertyValue("--y")),
        ]),
      }))
    );
    const [largest] = mix!.weight[4]!;
    assert.deepEqual(
      shown,
      mix!.input[4]!.map((input, i) => ({
        input,
        href: `../first/index.html#k=${input}&image=beach`,
        isUp: mix!.weight[4]![i]! > 0,
        height: Math.abs(mix!.weight[4]![i]! / largest!),
        tiles: [["first/kernels.png", input], ["first/maps/beach.png", input]],
      })),
    );
    assert.deepEqual(faults, []);
  },
);
