/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateReport } from "../../src/api/generate_report.ts";
import { layoutMap } from "../../src/page/tile/pixel_layout.ts";
import { decodeNpy, encodeNpy } from "../../src/tensor/npy/npy.ts";
import { countElements } from "../../src/tensor/tensor.ts";
import { type Page, testInBrowser, watchPage } from "../support/browser/browser.ts";
import { encodeModel, type NodeText } from "../support/model/onnx_model.ts";
import { createRandom } from "../support/random.ts";
import { makeTempFolder } from "../support/temp_folder.ts";
import { randomTensor } from "../support/tensors.ts";

const random = createRandom(83);

/** A network that reads no photo, and how a cell of its maps is called. */
interface Case {
  readonly what: string;
  readonly dims: readonly number[];
  readonly kernels: readonly number[];
  readonly name: (index: number, space: readonly number[]) => string;
}

const cases: readonly Case[] = [
  {
    what: "sound",
    dims: [1, 1, 300],
    kernels: [6, 1, 9],
    name: (index) => `cell ${index}`,
  },
  {
    what: "a volume",
    dims: [1, 1, 5, 8, 9],
    kernels: [6, 1, 3, 3, 3],
    name: (index, [, height = 1, width = 1]) =>
      `depth ${Math.floor(index / (height * width))}, ` +
      `row ${Math.floor(index / width) % height}, column ${index % width}`,
  },
];

const relu: NodeText = { op: "Relu", inputs: ["maps"], outputs: ["y"] };

for (const { what, dims, kernels, name } of cases) {
  testInBrowser(`the probe reads every cell of the maps of ${what}`, async (browser) => {
    const model = encodeModel({
      nodes: [{ op: "Conv", name: "conv", inputs: ["x", "w"], outputs: ["maps"] }, relu],
      initializers: { w: randomTensor(random, kernels, -1, 1) },
      inputs: { x: dims },
    });
    await using folder = await makeTempFolder({
      "net.onnx": model,
      "a.npy": encodeNpy(randomTensor(random, dims, -1, 1)),
    });
    const out = join(folder.path, "out");
    const config = { models: [{ path: "net.onnx" }], images: ["a.npy"], values: "exact" as const };
    const report = await generateReport(config, { folder: folder.path, out, npy: true });
    assert.deepEqual(report.failures, []);
    const { space } = report.models[0]!.layers[0]!.maps[0]!;
    const maps = decodeNpy(await Deno.readFile(join(out, "net/conv/maps/a.npy")));

    const origin = `${pathToFileURL(out)}/`;
    const { page, faults } = await watchPage(browser, origin, {
      viewport: { width: 1440, height: 1000 },
    });
    await page.goto(`${origin}net/conv/index.html#k=2`);
    await page.getByRole("heading", { name: "Pair 2" }).waitFor();
    await page.getByText("Array, as the network got it").first().waitFor();
    const size = countElements(space);
    const plane = layoutMap(space);
    for (const index of [0, Math.floor(size / 3), size - 1]) {
      await pointAt(page, plane, index);
      const value = maps.data[2 * size + index]!;
      const exact = String(Number(value.toPrecision(7))).replace("-", "−");
      await page.getByText(`${name(index, space)} = ${exact}`).first().waitFor();
    }
    const tile = (await page.locator("[data-grid] .map").first().boundingBox())!;
    assert.ok(tile.height >= 10 && tile.width >= 30, `${tile.width} x ${tile.height}`);
    assert.deepEqual(faults, []);
  });
}

async function pointAt(
  page: Page,
  plane: ReturnType<typeof layoutMap>,
  index: number,
): Promise<void> {
  const { x, y } = plane.place(index);
  const map = page.locator('.panel [data-probe="map"]').first();
  await map.scrollIntoViewIfNeeded();
  const box = (await map.boundingBox())!;
  await page.mouse.move(
    box.x + (x + .5) * box.width / plane.width,
    box.y + (y + .5) * box.height / plane.height,
  );
}
