/// <reference lib="dom" />
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";
import { generateReport } from "../../src/api/generate_report.ts";
import { measureCosines } from "../../src/analysis/comparison/kernel_cosines.ts";
import { testInBrowser, watchPage } from "../support/browser/browser.ts";
import { encodeChainModel, KERNELS } from "../support/model/chain_model.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

testInBrowser(
  "kernels of two layers of a model are as alike as the report tells",
  async (browser) => {
    await using folder = await makeTempFolder({
      "net.onnx": encodeChainModel(),
      "beach.png": await Deno.readFile("fixtures/scenes/beach.png"),
    });
    const { path } = folder;
    await generateReport({
      models: [{ path: `${path}/net.onnx`, preprocess: { resize: { width: 16, height: 16 } } }],
      images: [`${path}/beach.png`],
      tuning: false,
    }, { out: `${path}/dist` });
    const origin = `${pathToFileURL(path)}/dist/`;
    const { page, faults } = await watchPage(browser, origin);
    const exact = measureCosines(KERNELS.second, KERNELS.third);
    for (const [a, b] of [["second", "third"], ["third", "second"]]) {
      await page.goto("about:blank");
      await page.goto(`${origin}compare.html#a=net%2F${a}&b=net%2F${b}&k=5&of=kernels`);
      const cell = (name: string) => page.locator(`[data-out="kernels-${name}"]`);
      await page.waitForFunction(() =>
        /±/.test(document.querySelector('[data-out="kernels-cosine"]')!.textContent)
      );
      for (
        const [name, own] of [["cosine", exact.cosine[5]!], ["correlation", exact.correlation[5]!]]
      ) {
        const shown = (await cell(String(name)).textContent())!.replaceAll("−", "-");
        const [value, error] = shown.split(" ± ").map(Number);
        assert.ok(error === 1e-4 && Math.abs(value! - Number(own)) <= error!, `${shown} of ${own}`);
      }
    }
    assert.deepEqual(faults, []);
  },
);
