/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateReport } from "../../src/api/generate_report.ts";
import type { Report } from "../../src/report/report.ts";
import { sliceAt } from "../../src/tensor/tensor.ts";
import { type Browser, testInBrowser, watchPage } from "../support/browser/browser.ts";
import { decodeNpy, type NpyFile } from "../support/npy.ts";
import { hasShared, sharedPath } from "../support/shared.ts";
import { readShownSums } from "../support/browser/shown_sum.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

const PHOTOS = ["astronaut", "camera", "chelsea", "coffee"];

// The kernels of the deep layer are shared out among the photos.
const LAYERS = [
  { layer: "#0", sums: 64 * PHOTOS.length, step: 1, term: "kernel · pixels" },
  { layer: "#4", sums: 256, step: PHOTOS.length, term: "252 others:" },
];

for (const { layer, sums, ...sought } of LAYERS) {
  if (!hasShared) continue;
  testInBrowser(
    `beside every kernel of AlexNet's layer ${layer} stands what adds up to its map`,
    async (browser) => {
      await using folder = await makeTempFolder();
      const report = await generateReport({
        models: [{
          path: sharedPath("corpus/models/alexnet-features-fp32.onnx"),
          layers: [layer],
          preprocess: "imagenet",
        }],
        images: PHOTOS.map((name) => sharedPath(`corpus/images/skimage_${name}.png`)),
      }, { out: folder.path, npy: true });
      assert.equal(await checkPairs(browser, folder.path, { report, ...sought }), sums);
    },
  );
}

async function checkPairs(
  browser: Browser,
  folder: string,
  { report, step, term }: {
    readonly report: Report;
    /** How far apart the kernels are whose sums are read on a photo. */
    readonly step: number;
    /** What each sum has at least. */
    readonly term: string;
  },
): Promise<number> {
  const [model] = report.models;
  const [layer] = model!.layers;
  const path = `${model!.id}/${layer!.id}`;
  const origin = pathToFileURL(`${folder}/`).href;
  const { page, faults } = await watchPage(browser, origin);
  await page.goto(`${origin}${path}/index.html`);
  await page.locator("[data-grid] > li.is-on").waitFor();
  let checked = 0;
  for (const [first, { image }] of layer!.maps.entries()) {
    const maps = decodeNpy(await Deno.readFile(join(folder, path, `maps/${image}.npy`)));
    const pairs = Array.from({ length: layer!.pairs }, (_, k) => k)
      .filter((k) => k % step === first % step);
    const sums = await readShownSums(page, pairs.map((k) => `k=${k}&image=${image}`));
    for (const [i, sum] of sums.entries()) {
      sum.assertTotal(findMost(maps, pairs[i]!));
      assert.match(sum.text, new RegExp(`${term} −?\\d.* \\+ bias −?\\d.* = −?\\d`));
      checked++;
    }
  }
  assert.deepEqual(faults, []);
  return checked;
}

// The strongest of what a lone Relu lets through is the strongest of all.
function findMost(maps: NpyFile, k: number): number {
  return sliceAt(maps, k).data.reduce((most, value) => Math.max(most, value), -Infinity);
}
