/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateReport } from "../../src/api/generate_report.ts";
import { findViolations } from "../support/browser/axe.ts";
import { listFlaws, WINDOWS } from "../support/browser/flaws.ts";
import { type Browser, type Page, testInBrowser, watchPage } from "../support/browser/browser.ts";
import { readHash, waitForPair } from "../support/browser/layer_walk.ts";
import { testWalk } from "../support/browser/walk.ts";
import { decodeNpy, type NpyFile } from "../support/npy.ts";
import { serveSite, type Site } from "../support/report/site.ts";

const MODEL = "fixtures/miniature.onnx";
const CHANGED = 3; // the kernel that the other model has the negative of
const preprocess = { resize: { shortestEdge: 64 }, mean: 0.5, std: 0.25 };
const PAIR = "a=before%2Fconv1&ai=beach&b=after%2Fconv1&bi=beach";

/** Writes a report of the miniature and of one whose first layer has a kernel turned round. */
async function writeReport(): Promise<string> {
  const folder = await Deno.makeTempDir();
  const images = ["fixtures/scenes/*.png"];
  const first = { layers: ["#0", "#1"], preprocess };
  const one = { images, models: [{ name: "before", path: MODEL, ...first }] };
  await generateReport(one, { out: join(folder, "one"), npy: true });
  const kernels = await readNpy(join(folder, "one/before/conv1/kernels.npy"));
  const changed = join(folder, "after.onnx");
  await Deno.writeFile(changed, await turnKernel(kernels));
  const models = [...one.models, { name: "after", path: changed, ...first }];
  await generateReport({ images, models }, { out: join(folder, "two"), npy: true });
  return folder;
}

async function readNpy(path: string): Promise<NpyFile> {
  return decodeNpy(await Deno.readFile(path));
}

async function turnKernel({ data, dims }: NpyFile): Promise<Uint8Array> {
  const model = await Deno.readFile(MODEL);
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const at = findBytes(model, bytes);
  assert.ok(at > 0, "the file holds the weights as they are");
  const size = data.byteLength / dims[0]!;
  for (let i = 3; i < size; i += 4) model[at + CHANGED * size + i]! ^= 0x80; // the sign of a float32
  return model;
}

function findBytes(text: Uint8Array, part: Uint8Array): number {
  for (let at = text.indexOf(part[0]!); at >= 0; at = text.indexOf(part[0]!, at + 1)) {
    if (part.subarray(0, 64).every((byte, i) => text[at + i] === byte)) return at;
  }
  return -1;
}

function measureCosine(one: NpyFile, other: NpyFile, k: number): number {
  const size = one.data.length / one.dims[0]!;
  const [a, b] = [one, other].map(({ data }) => data.subarray(k * size, (k + 1) * size));
  const dot = (x: Float32Array, y: Float32Array) =>
    x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  return dot(a!, b!) / Math.sqrt(dot(a!, a!) * dot(b!, b!));
}

function measureError(one: NpyFile, other: NpyFile, k: number): number {
  const size = one.data.length / one.dims[0]!;
  const [a, b] = [one, other].map(({ data }) => data.subarray(k * size, (k + 1) * size));
  return Math.hypot(...a!.map((value, i) => value - b![i]!)) / Math.hypot(...a!);
}

testInBrowser("two models can be compared, pair by pair and value by value", async (browser, t) => {
  const folder = await writeReport();
  const site = { folder: join(folder, "two"), origin: pathToFileURL(`${folder}/two/`).href };
  await t.step("from files", (t) => compareModels(browser, t, site));
  await t.step("under a path of a server", async (t) => {
    await using served = serveSite(site);
    await compareModels(browser, t, served);
  });
  await t.step("at every width, by axe and without script", (t) => lookAtLayers(browser, t, site));
  await Deno.remove(folder, { recursive: true });
});

/** Looks at the layers of two models, and at a pair of them. */
async function lookAtLayers(
  browser: Browser,
  t: Deno.TestContext,
  { origin }: Site,
): Promise<void> {
  const { page, faults } = await watchPage(browser, origin, { bypassCSP: true });
  const layers = `${origin}compare.html`;
  const pair = `${layers}#${PAIR}&k=${CHANGED}&of=both&sort=error`;
  for (const [width, height] of WINDOWS) {
    await t.step(`${width} x ${height}`, async () => {
      await page.setViewportSize({ width, height });
      for (const address of [layers, pair]) {
        await page.goto("about:blank");
        await page.goto(address);
        const isPair = address === pair;
        const first = page.locator(isPair ? "[data-grid] > li.is-on" : "th[aria-sort] button");
        await first.waitFor();
        assert.deepEqual(await page.evaluate(listFlaws), [], address);
        if (isPair && height > 700) {
          await page.waitForFunction(() => { // what stands above it comes in later frames
            const { top, bottom } = document.querySelector("[data-grid] > li.is-on")!
              .getBoundingClientRect();
            return (top + bottom) / 2 < innerHeight;
          });
        }
        if (width === 390) assert.deepEqual(await findViolations(page), []);
      }
    });
  }
  await printLayers(page, layers);
  await page.context().close();
  const still = await watchPage(browser, origin, { javaScriptEnabled: false });
  await still.page.goto(layers);
  assert.equal(await still.page.locator("[data-ranked] tbody tr").count(), 2);
  assert.ok(await still.page.locator("[data-ranked] svg.cut").first().isVisible());
  assert.ok(!await still.page.locator("[data-ranked] canvas").first().isVisible());
  assert.deepEqual([...faults, ...still.faults], []);
}

/** Prints the layers from a window that none of them is near: A − B of all is drawn. */
async function printLayers(page: Page, layers: string): Promise<void> {
  const canvases = page.locator("[data-ranked] canvas");
  await page.setViewportSize({ width: 320, height: 120 });
  await page.goto("about:blank");
  await page.goto(layers);
  await page.locator("th[aria-sort] button").waitFor();
  assert.equal(await page.locator("[data-ranked] canvas[style]").count(), 0);
  await page.emulateMedia({ media: "print" });
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLElement>("[data-ranked] canvas")]
      .every(({ style }) => style.width !== "")
  );
  const drawn = await canvases.evaluateAll((all) =>
    (all as HTMLCanvasElement[]).filter((canvas) => {
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      return data.some((value) => value > 0);
    }).length
  );
  assert.equal(drawn, 2);
}

async function compareModels(
  browser: Browser,
  t: Deno.TestContext,
  { folder, origin }: Site,
): Promise<void> {
  const { page, faults } = await watchPage(browser, origin, { locale: "en-US" });
  const read = (path: string) => readNpy(join(folder, path));
  const cell = (name: string) => page.locator(`[data-out="${name}"]`).textContent();
  const numbers = (text: string | null) => text!.replace("−", "-").split(" ± ").map(Number);
  const status = page.locator('[data-out="compared"]');
  const measured = () =>
    page.waitForFunction(() => {
      const text = document.querySelector('[data-out="compared"]')!.textContent!;
      const [, done, of] = /(\d+) of (\d+)$/.exec(text) ?? [];
      return done !== undefined && done === of;
    });
  const kernels = [await read("before/conv1/kernels.npy"), await read("after/conv1/kernels.npy")];
  const maps = [
    await read("before/conv1/maps/beach.npy"),
    await read("after/conv1/maps/beach.npy"),
  ];

  await t.step(
    "it opens on the layers, the one that differs most first, at its worst pair",
    async () => {
      await page.goto(`${origin}compare.html`);
      const error = measureError(maps[0]!, maps[1]!, CHANGED);
      const heading = page.locator(".ranking h2");
      const percent = Number((100 * error).toPrecision(2));
      const said = `before against after: the worst map of conv1 differs by ${percent}\u202f%`;
      assert.ok((await heading.textContent())!.startsWith(said), `${said} is said`);
      const row = page.locator("[data-ranked] tbody tr").first();
      assert.equal(await row.locator("svg.cut").count(), 2);
      await page.waitForFunction(() => document.querySelector("canvas")!.style.width !== "");
      await page.getByRole("button", { name: "Layer", exact: true }).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL("**/compare.html#by=graph");
      assert.equal(await page.locator("th[aria-sort]").getAttribute("aria-sort"), "ascending");
      await page.getByRole("radio", { name: "SNR in dB" }).check();
      await page.waitForURL("**/compare.html#by=graph&unit=snr");
      assert.ok(await page.locator("svg.of-snr").isVisible());
      assert.ok(!await page.locator("svg.of-error").isVisible());
      await page.keyboard.press("e");
      await page.locator("#share [data-share-acts]:not([hidden])").waitFor();
      assert.match(
        await page.locator("#share code").innerText(),
        /compare.html#by=graph&unit=snr$/,
      );
      assert.ok((await page.locator("[data-share-told]").innerText()).startsWith(said));
      await page.keyboard.press("Escape");
      await page.locator("#share").waitFor({ state: "detached" });
      await row.getByRole("link").click();
      await page.waitForURL(`**/compare.html#${PAIR}&k=${CHANGED}&of=both&sort=error`);
      await page.getByRole("heading", { name: `Pair ${CHANGED}`, exact: true }).waitFor();
      await measured();
      assert.equal(
        await page.locator("[data-grid] > li").first().getAttribute("id"),
        `k=${CHANGED}`,
      );
      assert.equal(await heading.isVisible(), false);
      await page.getByLabel("A: model and layer").selectOption("before/conv2");
      await page.waitForURL("**a=before%2Fconv2&ai=beach&b=after%2Fconv2&bi=beach&**");
      await page.getByRole("link", { name: "All layers" }).click();
      await heading.waitFor();
      assert.ok(!await page.locator("[data-grid]").isVisible());
    },
  );

  await t.step("a reader's three questions are answered in seven actions", async () => {
    await answerQuestions(page, origin);
  });

  await t.step("layers that pair stand side by side", async () => {
    await page.goto(`${origin}compare.html#a=before%2Fconv1`);
    await measured();
    assert.equal(await status.textContent(), "32 pairs; numbers compared: 64 of 64");
    assert.equal(await page.locator('select[name="a"]').inputValue(), "before/conv1");
    assert.equal(await page.locator('select[name="b"]').inputValue(), "after/conv1");
    assert.equal(await page.locator("[data-grid] > li i.kernels-b").count(), 32);
  });

  await t.step("a link restores the pair and its cosines are those of the .npy files", async () => {
    for (const k of [0, CHANGED]) {
      await page.goto(`${origin}compare.html#${PAIR}&k=${k}&of=maps&show=slider`);
      await page.getByRole("heading", { name: `Pair ${k}`, exact: true }).waitFor();
      await measured();
      const expected = [kernels, maps].map(([one, other]) => measureCosine(one!, other!, k));
      await page.waitForFunction(() =>
        document.querySelector('[data-out="maps-cosine"]')!.textContent !== "–"
      );
      for (const [i, kind] of ["kernels", "maps"].entries()) {
        const [cosine, error] = numbers(await cell(`${kind}-cosine`));
        assert.equal(error, 0.0002);
        assert.ok(Math.abs(cosine! - expected[i]!) < 1e-4);
      }
    }
    assert.equal(await cell("kernels-cosine"), "−1.0000 ± 0.0002");
    assert.ok(await page.locator('[data-show="slider"]').isVisible());
  });

  await t.step("the slider moves by keys", async () => {
    const slider = page.getByRole("slider");
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    assert.equal(await slider.inputValue(), "51");
    const wipe = page.locator('[data-readout="wipe"]');
    assert.equal(await wipe.evaluate((box) => box.style.getPropertyValue("--wipe")), "51%");
    assert.equal(await page.getByRole("heading", { name: `Pair ${CHANGED}` }).count(), 1);
  });

  await t.step("the difference is that of the values, drawn and in numbers", async () => {
    await page.getByRole("radio", { name: "A − B" }).check();
    const box = page.locator('[data-readout="difference"]');
    await box.focus();
    await page.keyboard.press("Shift+ArrowLeft");
    const reading = (await cell("reading"))!;
    const [, row, column, a, b, apart] =
      /Row (\d+), column (\d+): before (\S+ ± \S+); after (\S+ ± \S+); A − B (\S+ ± \S+)\.$/
        .exec(reading)!;
    const [, height = 0, width = 0] = maps[0]!.dims;
    const at = (CHANGED * height + Number(row)) * width + Number(column);
    const [one, other] = maps.map(({ data }) => data[at]!);
    for (const [shown, value] of [[a!, one!], [b!, other!], [apart!, Math.fround(one! - other!)]]) {
      const [told, error] = numbers(shown as string);
      assert.ok(Math.abs(told! - (value as number)) <= error!, `${shown} for ${value}`);
      assert.ok(error! <= 0.01);
    }
    const colour = await page.locator('[data-show="difference"] canvas').evaluate(
      (canvas, [x, y]) => {
        const context = (canvas as HTMLCanvasElement).getContext("2d")!;
        return [...context.getImageData(x!, y!, 1, 1).data];
      },
      [Number(column), Number(row)],
    );
    const [red = 0, , blue = 0, alpha] = colour;
    assert.equal(alpha, 255);
    assert.equal(red > blue, one! > other!, "orange where A is greater");
  });

  await t.step("A − B of all pairs is a grid: the changed kernel alone differs", async () => {
    await page.getByRole("radio", { name: "both" }).check();
    const tiles = page.locator("[data-grid] > li").first().locator("i");
    await page.waitForFunction(() => {
      const [kernel] = document.querySelectorAll("[data-grid] > li i");
      return kernel && getComputedStyle(kernel).backgroundImage.startsWith('url("data:');
    });
    assert.deepEqual(await tiles.evaluateAll((all) => all.map(({ className }) => className)), [
      "kernels-difference",
      "maps-difference",
    ]);
    const coloured = await page.evaluate(listColouredPairs);
    assert.deepEqual(coloured, [CHANGED]);
    assert.match(page.url(), /of=both&show=difference/);
    await page.goBack();
    await page.getByRole("radio", { name: "side by side" }).check();
  });

  await t.step("sorting by cosine brings the changed kernel to the front", async () => {
    await page.getByLabel("Sort by").selectOption("kernels");
    assert.equal(await page.locator("[data-grid] > li").first().getAttribute("id"), `k=${CHANGED}`);
    assert.match(page.url(), /sort=kernels/);
    const tiles = await page.locator("[data-grid] > li").first().locator("i").evaluateAll((all) =>
      all.map(({ style }) => Number(style.getPropertyValue("--x")))
    );
    assert.deepEqual(tiles, [CHANGED % 8, CHANGED % 8]); // the pictures go with their pair
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("[data-grid] > li")!.id === "k=0");
  });

  await t.step(
    "layers of other shapes stand side by side, and the page says why no more",
    async () => {
      await page.goto(`${origin}compare.html#a=before/conv1&b=before/conv2&show=difference`);
      await page.getByText(/^Kernels of .* cannot be compared weight by weight\.$/).waitFor();
      await page.getByText("32 of 64 pairs").waitFor();
      await page.getByText("B alone has numbers 32 to 63").waitFor();
      assert.ok(await page.locator('[data-show="side"]').isVisible());
    },
  );

  await t.step("a layer's page leads here and back, with pair and photo", async () => {
    await page.goto(`${origin}before/conv1/index.html#k=7&image=beach`);
    await page.getByRole("heading", { name: "Pair 7" }).waitFor();
    await page.getByRole("link", { name: "Compare" }).click();
    await page.waitForURL("**/compare.html#a=before%2Fconv1&ai=beach&k=7");
    await page.getByRole("heading", { name: "Pair 7", exact: true }).waitFor();
    assert.equal(await page.locator('select[name="b"]').inputValue(), "after/conv1");
    await page.getByRole("link", { name: "Open in after" }).click();
    await page.waitForURL("**/after/conv1/index.html#k=7&image=beach");
  });

  assert.deepEqual(faults, []);
}

/** Answers what a reader may ask, from the first page alone; each line is an action. */
async function answerQuestions(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}index.html`);
  await page.locator('[data-out="theme"]:not(:empty)').waitFor();
  // Which layer lost most, and by how much?
  await page.getByRole("link", { name: "Compare" }).first().click(); // 1
  await page.getByText(/the worst map of conv1 differs by [\d.]+\u202f%/).waitFor();
  // Show me a kernel that answers to colour, in a layer that reads no pixels.
  await page.getByRole("link", { name: "convatlas" }).click(); // 2
  await page.getByRole("link", { name: "after", exact: true }).first().click(); // 3
  await page.locator("[aria-sort]").waitFor();
  const colours = page.locator("[data-atlas-row=colour] > svg");
  await colours.scrollIntoViewIfNeeded();
  const row = (await colours.boundingBox())!;
  await page.mouse.move(row.x + 0.75 * row.width, row.y + row.height / 2); // 4
  await page.locator("[data-atlas-tip]").getByText("2. conv2").waitFor();
  await page.mouse.click(row.x + 0.75 * row.width, row.y + row.height / 2); // 5
  await page.waitForURL(`${origin}after/conv2/index.html#k=*&sort=colourDependence`);
  const { k } = await readHash(page);
  await waitForPair(page, Number(k));
  assert.equal(await page.locator("[data-grid] > li").first().getAttribute("id"), `k=${k}`);
  // Send me that pair.
  await page.keyboard.press("e"); // 6
  await page.locator("#share [data-share-acts]:not([hidden])").waitFor();
  const saved = page.waitForEvent("download");
  await page.locator('[data-share-act="picture"]').click(); // 7
  assert.equal((await saved).suggestedFilename(), `after-conv2-${k}.png`);
}

// In the page: the pairs whose kernels differ, by the colours of the sheet of A − B.
async function listColouredPairs(): Promise<readonly number[]> {
  const tiles = [...document.querySelectorAll<HTMLElement>("i.kernels-difference")];
  const [first] = tiles;
  const style = getComputedStyle(first!);
  const image = new Image();
  image.src = style.backgroundImage.slice(5, -2);
  await image.decode();
  const [width, height] = ["--w", "--h"].map((name) => Number(style.getPropertyValue(name)));
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  return tiles.flatMap(({ style }, k) => {
    const [x, y] = ["--x", "--y"].map((name) => Number(style.getPropertyValue(name)));
    context.drawImage(image, -1 - x! * (width! + 1), -1 - y! * (height! + 1));
    const { data } = context.getImageData(0, 0, width!, height!);
    const isColoured = data.some((value, i) =>
      i % 4 === 2 && data[i - 2] !== data[i - 1] && value < 240
    );
    return isColoured ? [k] : [];
  });
}

testInBrowser("two photos can be compared where there is one model", async (browser) => {
  const folder = await Deno.makeTempDir();
  const config = { models: [{ name: "net", path: MODEL, layers: ["#0"], preprocess }] };
  await generateReport({ ...config, images: ["fixtures/scenes/*.png"], values: false }, {
    out: join(folder, "two"),
  });
  await generateReport({ ...config, images: ["fixtures/scenes/beach.png"] }, {
    out: join(folder, "one"),
  });
  const origin = pathToFileURL(`${folder}/`).href;
  const phone = { viewport: { width: 360, height: 740 }, locale: "en-US" };
  const { page, faults } = await watchPage(browser, origin, phone);
  await page.goto(`${origin}two/compare.html`);
  await page.getByText("The report leaves out the numbers of A, so nothing is measured.").waitFor();
  assert.equal(await page.locator('select[name="bi"]').inputValue(), "beach");
  assert.equal(await page.locator("[data-grid] > li").count(), 32);
  const overflow = await page.evaluate(() =>
    document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
  assert.ok(overflow <= 0, `it is ${overflow} pixels too wide`);
  await page.goto(`${origin}one/compare.html`);
  await page.getByText("This report has one layer and one photo").waitFor();
  assert.deepEqual(faults, []);
  await Deno.remove(folder, { recursive: true });
});

testWalk("what is chosen while both sides load is shown once they are there", async (walk) => {
  const page = await walk.open("index.html");
  const { promise: wanted, resolve: deliver } = Promise.withResolvers<void>();
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
  await page.route(/conv1\/layer\.js$/, async (route) => {
    ask();
    await wanted;
    await route.continue();
  });
  await page.addInitScript(() => {
    const { replaceChildren } = Element.prototype;
    Element.prototype.replaceChildren = function (...nodes): void {
      const filled = this.matches("[data-grid]") ? Number(this.getAttribute("data-filled")) + 1 : 0;
      if (filled > 0) this.setAttribute("data-filled", String(filled));
      replaceChildren.apply(this, nodes);
    };
  });
  await page.goto(`${walk.site.origin}compare.html`, { waitUntil: "commit" });
  await asked; // before that the script does not listen
  await page.getByRole("radio", { name: "Slider" }).check();
  await page.getByRole("radio", { name: "Tile" }).check();
  deliver();
  await page.locator("[data-grid] > li.is-on").waitFor();
  await page.locator('[data-show="slider"]').waitFor();
  assert.equal(await page.locator("[data-grid]").getAttribute("data-filled"), "1");
}, { served: true });
