/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import type { Page } from "../support/browser/browser.ts";
import { waitForPair } from "../support/browser/layer_walk.ts";
import { decodeNpy } from "../support/npy.ts";
import { readShownSum } from "../support/browser/shown_sum.ts";
import { readLayer } from "../support/report/site.ts";
import { testWalk } from "../support/browser/walk.ts";

for (const layer of ["conv1", "conv2"]) {
  testWalk(
    `the numbers beside a kernel of ${layer} add up to its map's strongest`,
    async (walk) => {
      const page = await walk.open(`miniature/${layer}/index.html`);
      const { maps, kernels } = await readLayer(walk.site, layer);
      for (const { image, strongest } of maps) {
        for (const k of [0, 7, 20, 31]) {
          await page.evaluate((hash) => location.hash = hash, `k=${k}&image=${image}`);
          await waitForPair(page, k);
          const sum = await readShownSum(page);
          sum.assertTotal(strongest.value[k]!);
          sum.assertTerm("bias", kernels!.bias[k]!);
          if (layer === "conv1") sum.assertTerm("kernel · pixels", strongest.rest[k]!);
          strongest.input[k]!.forEach((input, i) =>
            sum.assertTerm(`map ${input}:`, strongest.term[k]![i]!)
          );
        }
      }
    },
  );
}

testWalk("a kernel that is pointed at stands beside its own patch at once", async (walk) => {
  const page = await walk.open("miniature/conv1/index.html#k=4");
  const { strongest } = (await readLayer(walk.site, "conv1")).maps[0]!;
  await waitForPair(page, 4);
  assert.equal(await page.locator('script[src*="/values/"]').count(), 0);
  for (const k of [9, 17]) {
    await page.locator(`[id="k=${k}"] .map`).hover();
    await waitForPair(page, k);
    assert.deepEqual(await readPatch(page), [strongest.x[k]! * 2 - 5, strongest.y[k]! * 2 - 5]);
    (await readShownSum(page)).assertTotal(strongest.value[k]!);
  }
});

testWalk("numbers that come later do not move what is there", async (walk) => {
  const page = await walk.open("miniature/conv2/index.html#k=3");
  await waitForPair(page, 3);
  const maps = decodeNpy(
    await Deno.readFile(join(walk.site.folder, "miniature/conv2/maps/balloons.npy")),
  );
  const [, height = 0, width = 0] = maps.dims;
  const box = page.locator('.panel [data-probe="map"]').first();
  await box.scrollIntoViewIfNeeded();
  const before = (await box.boundingBox())!;
  await page.mouse.move(before.x + before.width / 2, before.y + before.height / 2);
  const [row, column] = [height >> 1, width >> 1];
  const value = maps.data[(3 * height + row) * width + column]!;
  await page.getByText(`row ${row}, column ${column} = `).first().waitFor();
  (await readShownSum(page)).assertTotal(value);
  assert.deepEqual(await box.boundingBox(), before);
});

testWalk("the page for printing has the patch of the strongest cell", async (walk) => {
  const page = await walk.open("miniature/conv1/index.html#k=9");
  const { strongest } = (await readLayer(walk.site, "conv1")).maps[0]!;
  await waitForPair(page, 9);
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await readPatch(page), [strongest.x[9]! * 2 - 5, strongest.y[9]! * 2 - 5]);
  assert(await page.locator(".panel [data-patch] image").isVisible());
});

async function readPatch(page: Page): Promise<readonly number[]> {
  const box = await page.locator(".panel [data-patch]").getAttribute("viewBox");
  return box!.split(" ").slice(0, 2).map(Number);
}
