/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import sharp from "sharp";
import { paintSheets } from "../../src/raster/paint.ts";
import type { Rgb } from "../../src/page/tile/colour_stops.ts";
import { formatNumber } from "../../src/site/format.ts";
import type { Page } from "../support/browser/browser.ts";
import { openLayer, readHash, waitForPair } from "../support/browser/layer_walk.ts";
import { CELLS, readColours, SIDE } from "../support/browser/map_cells.ts";
import { decodeNpy, type NpyFile } from "../support/npy.ts";
import { readShownSum } from "../support/browser/shown_sum.ts";
import { readLayer, type Site } from "../support/report/site.ts";
import { testWalk } from "../support/browser/walk.ts";

async function readMaps({ folder }: Site, image: string): Promise<NpyFile> {
  return decodeNpy(await Deno.readFile(join(folder, `miniature/conv1/maps/${image}.npy`)));
}

/** Gives the colour of a cell of a map as the grid shows it on the screen. */
async function lookAt(
  page: Page,
  k: number,
): Promise<(row: number, column: number) => Rgb> {
  const tile = page.locator(`[id="k=${k}"] .map`);
  await tile.scrollIntoViewIfNeeded();
  await page.mouse.move(2, 2);
  return await readColours(await tile.screenshot());
}

// The colours of a map at shares between 0 and 1.
function assertColours(
  seen: (row: number, column: number) => Rgb,
  expected: (row: number, column: number) => readonly number[],
  tolerance = 2,
): void {
  for (const [row, column] of CELLS) {
    const [one, other] = [seen(row, column), expected(row, column)];
    const off = Math.max(...one.map((level, i) => Math.abs(level - other[i]!)));
    assert.ok(off <= tolerance, `at ${row}, ${column} is ${one} instead of ${other}`);
  }
}

testWalk(
  "tiles have their own range at first, and one range at the scale of the layer",
  async (walk) => {
    const page = await openLayer(walk);
    const maps = await readMaps(walk.site, "balloons");
    const { min, max } = (await readLayer(walk.site, "conv1")).maps[0]!.channels;
    const [low, high] = [Math.min(...min as number[]), Math.max(...max as number[])];
    const k = 12;
    const valueAt = (row: number, column: number) => maps.data[(k * SIDE + row) * SIDE + column]!;
    const legend = page.locator('[data-legend="maps"]');

    assert.match(await legend.innerText(), /each tile has its own range/);
    assertColours(await lookAt(page, k), (row, column) => {
      const share = (valueAt(row, column) - min[k]!) / (max[k]! - min[k]!);
      return [share, share, share].map((each) => each * 255);
    });
    await page.getByRole("radio", { name: "layer", exact: true }).check({ force: true });
    const [least, most] = [formatNumber(low), formatNumber(high)];
    await legend.getByText(`all tiles share ${least} to ${most}`).waitFor();
    assertColours(await lookAt(page, k), (row, column) => {
      const share = (valueAt(row, column) - low) / (high - low);
      return [share, share, share].map((each) => each * 255);
    });
    await page.getByRole("radio", { name: "zero-centred" }).check({ force: true });
    const far = Math.max(-low, high);
    const words = `all tiles share −${formatNumber(far)} to ${
      formatNumber(far)
    }, zero in the middle`;
    await legend.getByText(words).waitFor();
    assertColours(await lookAt(page, k), (row, column) => {
      const share = (valueAt(row, column) + far) / (2 * far);
      return [share, share, share].map((each) => each * 255);
    });
    assert.equal((await readHash(page)).scale, "zero");
  },
);

const VIRIDIS: readonly Rgb[] = [ // matplotlib, at eighths
  [68, 1, 84],
  [71, 44, 122],
  [59, 81, 139],
  [44, 113, 142],
  [33, 144, 141],
  [39, 173, 129],
  [92, 200, 99],
  [170, 220, 50],
  [253, 231, 37],
];

testWalk(
  "colour maps colour the maps as their values lie, and leave colour kernels",
  async (walk) => {
    const page = await openLayer(walk, "#map=viridis");
    const maps = await readMaps(walk.site, "balloons");
    const { min, max } = (await readLayer(walk.site, "conv1")).maps[0]!.channels;
    const k = 9;
    const valueAt = (row: number, column: number) => maps.data[(k * SIDE + row) * SIDE + column]!;
    assertColours(await lookAt(page, k), (row, column) => {
      const share = (valueAt(row, column) - min[k]!) / (max[k]! - min[k]!);
      const [i, part] = [
        Math.min(7, Math.floor(share * 8)),
        share * 8 - Math.min(7, Math.floor(share * 8)),
      ];
      return VIRIDIS[i]!.map((level, c) => level + part * (VIRIDIS[i + 1]![c]! - level));
    }, 4);
    assert.equal(
      await page.locator('[id="k=9"] .kernel').evaluate((tile) => getComputedStyle(tile).filter),
      "none",
    );

    await page.locator("select[name=colours]").selectOption("signed");
    const signed = await lookAt(page, k);
    for (const [row, column] of CELLS) {
      const share = valueAt(row, column) / Math.max(-min[k]!, max[k]!);
      const [red, , blue] = signed(row, column);
      if (Math.abs(share) < 0.02) continue;
      assert.ok(share > 0 ? red > blue : blue > red, `${share} is ${signed(row, column)}`);
    }
    await page.locator('[data-legend="maps"]').getByText("zero is the page’s colour").waitFor();
  },
);

testWalk("photos and stages change the maps everywhere and stand in the address", async (walk) => {
  const page = await openLayer(walk, "#k=4");
  const pictures = () =>
    page.evaluate(() =>
      ['[id="k=4"] .map', '[data-tile="before"]', '[data-tile="big-map"]'].map((selector) => {
        const { backgroundImage } = getComputedStyle(document.querySelector(selector)!);
        return backgroundImage.split("conv1/")[1]!.replace(/"\)$/, "");
      })
    );
  assert.deepEqual(await pictures(), [
    "maps/balloons.png",
    "maps/balloons.png",
    "maps/balloons.png",
  ]);
  await page.getByRole("radio", { name: "beach" }).check({ force: true });
  assert.deepEqual(await pictures(), ["maps/beach.png", "maps/beach.png", "maps/beach.png"]);
  assert.deepEqual(await readHash(page), { k: "4", image: "beach" });
  assert.match(await page.locator("[data-photo]").first().getAttribute("src") ?? "", /beach\.png$/);
  const caption = page.locator(".headers .m .cap:visible");
  assert.match(await caption.innerText(), /^beach, before Relu$/);
  await page.getByRole("radio", { name: "after Relu" }).check({ force: true });
  assert.deepEqual(await pictures(), [
    "activated/beach.png",
    "maps/beach.png",
    "activated/beach.png",
  ]);
  assert.deepEqual(await readHash(page), { k: "4", image: "beach", stage: "after" });
  assert.match(await caption.innerText(), /^beach, after Relu$/);
  await page.locator('[data-row="photos"]').getByRole("button", { name: "balloons" }).click();
  assert.deepEqual(await readHash(page), { k: "4", stage: "after" });
});

testWalk("the layers beside keep the photo and the view, not the pair", async (walk) => {
  const page = await openLayer(walk, "#k=4&image=beach&sort=norm&scale=layer&stage=after");
  await page.keyboard.press("]");
  await page.waitForURL(`${walk.site.origin}miniature/conv2/index.html#*`);
  assert.deepEqual(await readHash(page), { image: "beach", stage: "after", scale: "layer" });
  await page.locator('[name="photo"][value="beach"]:checked').waitFor({ state: "attached" });
});

testWalk("sizes and layouts change the tiles by whole zooms", async (walk) => {
  const page = await openLayer(walk, "#k=0");
  const measure = () =>
    page.evaluate(() =>
      ["kernel", "map"].map((name) => {
        const { width, left } = document.querySelector(`[id="k=1"] .${name}`)!
          .getBoundingClientRect();
        return { width, left };
      })
    );
  for (const [name, kernel, map] of [["S", 22, 32], ["M", 55, 64], ["L", 110, 96]] as const) {
    await page.getByRole("radio", { name, exact: true }).check({ force: true });
    assert.deepEqual((await measure()).map(({ width }) => width), [kernel, map]);
  }
  const [near, far] = await measure();
  await page.getByRole("radio", { name: "pairs" }).check({ force: true });
  const [own, partner] = await measure();
  assert.ok(partner!.left - own!.left < far!.left - near!.left);
  assert.deepEqual(await readHash(page), { k: "0", size: "l", layout: "pairs" });
});

testWalk("the probe tells the very value behind the picture", async (walk) => {
  const page = await openLayer(walk, "#k=4&image=beach");
  const maps = await readMaps(walk.site, "beach");
  const probe = page.locator(".panel .probe");
  const box = page.locator('.panel [data-probe="map"]').first();
  await box.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await box.boundingBox())!;
  for (const [row, column] of CELLS) {
    await page.mouse.move(x + (column + 0.5) * width / SIDE, y + (row + 0.5) * height / SIDE);
    await assertCell(row, column);
  }
  await box.focus();
  await page.mouse.move(x + 10.5 * width / SIDE, y + 20.5 * height / SIDE);
  for (const key of ["ArrowRight", "ArrowDown", "Shift+ArrowLeft", "Shift+ArrowUp"]) {
    await page.keyboard.press(key);
  }
  await assertCell(16, 6);
  assert.deepEqual(await readHash(page), { k: "4", image: "beach" }); // the arrows did not leave the pair

  async function assertCell(row: number, column: number): Promise<void> {
    const value = maps.data[(4 * SIDE + row) * SIDE + column]!;
    const exact = String(Number(value.toPrecision(7))).replace("-", "−");
    await probe.getByText(`row ${row}, column ${column} = ${exact} `).waitFor();
    const after = String(Number(Math.max(0, value).toPrecision(7)));
    assert.ok((await probe.innerText()).includes(`(${after} after Relu)`));
    (await readShownSum(page)).assertTotal(value);
  }
});

testWalk(
  "a kernel tells the very weights under the pointer, also those of chosen slices",
  async (walk) => {
    const k = 9;
    const page = await walk.open(`miniature/conv2/index.html#k=${k}&kernels=slices`);
    const kernels = decodeNpy(
      await Deno.readFile(join(walk.site.folder, "miniature/conv2/kernels.npy")),
    );
    const [, slices = 0, height = 0, width = 0] = kernels.dims;
    const [first, , third] = (await readLayer(walk.site, "conv2")).kernels!.strongestSlices[k]!;
    await waitForPair(page, k);
    const caption = page.locator('.panel [data-out="kernel"]');

    // 2 × 2 slices of 5 × 5 weights, a pixel apart; then all 32, six in a row.
    await assertWeight('[data-tile="kernel"]', { x: 3, y: 1, side: 11 }, {
      slice: first!,
      row: 1,
      column: 3,
    });
    await assertWeight('[data-tile="kernel"]', { x: 4, y: 8, side: 11 }, {
      slice: third!,
      row: 2,
      column: 4,
    });
    await assertWeight('[data-tile="sheet"]', { x: 7, y: 15, side: 35 }, {
      slice: 13,
      row: 3,
      column: 1,
    });
    assert.equal(await page.locator("[data-frames] rect").count(), 4);

    async function assertWeight(
      tile: string,
      { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
      at: { readonly slice: number; readonly row: number; readonly column: number },
    ): Promise<void> {
      const { slice, row, column } = at;
      const weight = kernels.data[((k * slices + slice) * height + row) * width + column]!;
      const box = (await page.locator(`.panel ${tile}`).boundingBox())!;
      const zoom = box.width / side;
      await page.mouse.move(box.x + (x + .5) * zoom, box.y + (y + .5) * zoom);
      const exact = String(Number(weight.toPrecision(7))).replace("-", "−");
      await caption.getByText(`input ${slice}, row ${row}, column ${column}: ${exact}`).waitFor();
    }
  },
);

// 11 × 11 pixels every 2, beginning 5 before the edge.
testWalk(
  "the probe shows what a cell reads of the photo, and finds the cell of a pixel",
  async (walk) => {
    const page = await openLayer(walk, "#k=4");
    const box = page.locator('.panel [data-probe="map"]').first();
    await box.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await box.boundingBox())!;
    await page.mouse.move(x + 10.5 * width / SIDE, y + 20.5 * height / SIDE);
    const field = page.locator(".panel .frame .crosshair rect").first();
    assert.deepEqual(await readBox(), { x: 15, y: 35, width: 11, height: 11 });
    await page.getByText("reads rows 35 to 45, columns 15 to 25 of the photo").first().waitFor();
    assert.equal(await page.locator(".panel [data-patch]").getAttribute("viewBox"), "15 35 11 11");

    const photo = page.locator('.panel [data-probe="photo"]').first();
    await photo.scrollIntoViewIfNeeded();
    const seen = (await photo.boundingBox())!;
    await page.mouse.move(seen.x + seen.width * 40.5 / 64, seen.y + seen.height * 20.5 / 64);
    assert.deepEqual(await readBox(), { x: 35, y: 15, width: 11, height: 11 });
    await page.locator(".panel .probe").getByText("row 10, column 20 = ").waitFor();

    async function readBox(): Promise<Readonly<Record<string, number>>> {
      return await field.evaluate((rect) =>
        Object.fromEntries(
          ["x", "y", "width", "height"].map((name) => [name, Number(rect.getAttribute(name))]),
        )
      );
    }
  },
);

testWalk("the numbers of a pair stand at their places among all", async (walk) => {
  const page = await openLayer(walk, "#k=7");
  const { kernels, averages } = await readLayer(walk.site, "conv1");
  const columns = { norm: kernels!.norm, chroma: kernels!.chroma, edges: averages!.edges };
  for (const [name, values] of Object.entries(columns)) {
    const place = 1 + values.filter((value) => value! > values[7]!).length;
    const cells = page.locator(`[data-measure="${name}"]`);
    const shown = await cells.locator(".r").innerText();
    assert.match(shown, new RegExp(`^${place}(st|nd|rd|th) of ${values.length}$`), name);
  }
});

testWalk(
  "patches that excite a kernel are those of layer.json, and lead to their photo",
  async (walk) => {
    const page = await openLayer(walk, "#k=7");
    const { excitingInside: exciting } = await readLayer(walk.site, "conv1");
    const patches = page.locator('[data-row="exciting"] button');
    const images = exciting!.image[7]!;
    assert.equal(await patches.count(), images.length);
    for (const [i, image] of images.entries()) {
      const [row, column] = [exciting!.y[7]![i]!, exciting!.x[7]![i]!];
      const label = `${image}, row ${row}, column ${column}: ${
        formatNumber(exciting!.value[7]![i]!)
      }`;
      assert.equal(await patches.nth(i).getAttribute("aria-label"), label);
      const box = await patches.nth(i).locator("svg").getAttribute("viewBox");
      assert.equal(box, `${column * 2 - 5} ${row * 2 - 5} 11 11`);
    }
    const other = images.findIndex((image) => image === "beach");
    await patches.nth(other).click();
    assert.equal((await readHash(page)).image, "beach");
  },
);

testWalk("the table of a model's layers shows their first kernels and maps", async (walk) => {
  const page = await walk.open("miniature/index.html");
  const row = page.locator(".layers tbody tr").first();
  for (const picture of await row.locator("img").all()) {
    await picture.scrollIntoViewIfNeeded();
    assert.ok((await picture.boundingBox())!.width > 0);
  }
  // Each cell stands below its head.
  const lefts = async (cells: string) =>
    await page.locator(cells).evaluateAll((all) =>
      all.slice(1, 5).map((cell) => Math.round(cell.getBoundingClientRect().left))
    );
  assert.deepEqual(
    await lefts(".layers tbody tr:first-child > *"),
    await lefts(".layers th[scope=col]"),
  );
});

testWalk("the panel folds the row of a kernel's slices to a tile, to the pixel", async (walk) => {
  const k = 5;
  const page = await walk.open(`miniature/conv2/index.html#k=${k}&map=grey`);
  const tile = page.locator('[data-tile="sheet"]');
  await tile.locator("canvas").waitFor();
  await page.locator(".panel .frames").evaluate((frames) => frames.remove());
  const { data, dims: [count = 1, ...dims] } = await readKernels(walk.site);
  const size = data.length / count;
  const kernel = { data: data.slice(k * size, (k + 1) * size), dims: [1, ...dims] };
  const expected = paintSheets(kernel, {});
  await page.waitForFunction(() =>
    document.querySelector<HTMLCanvasElement>('[data-tile="sheet"] canvas')!.width !== 300
  );
  const screen = await sharp(await tile.screenshot()).removeAlpha().raw()
    .toBuffer({ resolveWithObject: true });
  const zoom = screen.info.width / expected.width;
  for (let y = 0; y < expected.height; y++) {
    for (let x = 0; x < expected.width; x++) {
      const at = Math.floor((y + 0.5) * zoom) * screen.info.width + Math.floor((x + 0.5) * zoom);
      const [seen, level] = [screen.data[at * 3]!, expected.data[y * expected.width + x]!];
      assert.equal(seen, level, `at ${x}, ${y}`);
    }
  }
});

async function readKernels({ folder }: Site): Promise<NpyFile> {
  return decodeNpy(await Deno.readFile(join(folder, "miniature/conv2/kernels.npy")));
}
