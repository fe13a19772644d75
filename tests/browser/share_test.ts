/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import { imageCodec } from "../../src/host/photo/image_codec.ts";
import type { Picture } from "../../src/plan/picture.ts";
import type { Raster } from "../../src/raster/raster.ts";
import { findViolations } from "../support/browser/axe.ts";
import type { Page } from "../support/browser/browser.ts";
import { FIRST_LAYER, openLayer } from "../support/browser/layer_walk.ts";
import { testWalk, type Walk } from "../support/browser/walk.ts";

const LAYER = "miniature/conv1/";
const MOST = 300_000;

/** Opens the dialog in which a view is shared, by its key, and waits until it is drawn. */
async function openShare(page: Page): Promise<void> {
  await page.keyboard.press("e");
  await awaitDrawn(page);
}

async function awaitDrawn(page: Page): Promise<void> {
  await page.locator("#share [data-share-acts]:not([hidden])").waitFor();
}

/** Saves what is shared, and gives its name and its bytes. */
async function save(
  page: Page,
  act: "picture" | "page",
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(`[data-share-act="${act}"]`).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await Deno.readFile(await download.path()) };
}

async function saveHtml(page: Page): Promise<string> {
  const { bytes } = await save(page, "page");
  assert(bytes.length <= MOST, `${bytes.length} bytes`);
  return new TextDecoder().decode(bytes);
}

/** Reads the pictures of a page that was shared. */
async function readPictures(html: string): Promise<readonly Raster[]> {
  const sources = [...html.matchAll(/<img src="(data:[^"]+)"/g)];
  return await Promise.all(sources.map(async ([, source]) => {
    const bytes = await (await fetch(source!.replaceAll("&#x3D;", "="))).bytes();
    return await imageCodec.readPixels(bytes, "ignore");
  }));
}

/** The pixel at the upper left of tile k of a picture of the report. */
async function readCorner(
  { site }: Walk,
  { file, tileWidth, tileHeight, columns, padding }: Picture,
  k: number,
): Promise<readonly number[]> {
  const bytes = await Deno.readFile(join(site.folder, LAYER, file));
  const { width, data } = await imageCodec.readPixels(bytes, "ignore");
  const left = padding + (k % columns) * (tileWidth + padding);
  const top = padding + Math.floor(k / columns) * (tileHeight + padding);
  const at = 3 * (top * width + left);
  return [...data.subarray(at, at + 3)];
}

async function readPlanned({ site }: Walk): Promise<{
  readonly kernels: Picture;
  readonly maps: Picture;
}> {
  const { models } = JSON.parse(await Deno.readTextFile(join(site.folder, "report.json")));
  const [{ pictures, maps }] = models[0].layers;
  const kernels = pictures.find(({ kind }: Picture) => kind === "kernels");
  return { kernels, maps: maps[0].picture };
}

testWalk(
  "a pair is shared with its pixels, numbers and address, as a picture and a page",
  async (walk) => {
    const page = await openLayer(walk, "#k=12");
    await openShare(page);
    assert.deepEqual(await findViolations(page), []);
    const html = await saveHtml(page);
    const [kernel, map, photo] = await readPictures(html);
    const { kernels, maps } = await readPlanned(walk);
    assert.deepEqual([...kernel!.data.subarray(0, 3)], await readCorner(walk, kernels, 12));
    const [level] = await readCorner(walk, maps, 12);
    assert(Math.abs(map!.data[0]! - level!) <= 1, `${map!.data[0]} is not ${level}`);
    assert.equal(photo!.width, photo!.height);
    assert.match(html, /<dt>DC gain<\/dt><dd>[\d.]+<\/dd>/);
    assert.doesNotMatch(html, /<script/);
    const { origin } = walk.site;
    const address = `${FIRST_LAYER}#k=12`;
    const told = origin.startsWith("file:") ? address : new URL(page.url()).href;
    assert(html.replaceAll("&#x3D;", "=").includes(told), told);
    assert.equal(html.includes("<a href"), !origin.startsWith("file:"));
    const { name, bytes } = await save(page, "picture");
    assert.equal(name, "miniature-conv1-12.png");
    assert((await imageCodec.readHead(bytes)).width === 1200);
    await page.keyboard.press("Escape");
    await page.locator("#share").waitFor({ state: "detached" });
  },
  { served: true },
);

testWalk(
  "the pairs that are shown are shared as they are filtered, and what is compared",
  async (walk) => {
    const page = await openLayer(walk, "#q=k:3,5");
    await page.getByRole("button", { name: "Share" }).click();
    await awaitDrawn(page);
    await page.getByLabel("the pairs that are shown").check();
    await page.waitForFunction(() =>
      document.querySelector("[data-share-told]")!.textContent!.startsWith("2 kernels")
    );
    const html = await saveHtml(page);
    assert.match(html, /2 of 32 shown/);
    assert.deepEqual([...html.matchAll(/<tr><td>(\d+)</g)].map(([, k]) => k), ["3", "5"]);
    assert.equal((await readPictures(html)).length, 3);

    const compared = await walk.open("compare.html#k=2&of=maps");
    await compared.locator(".compared > li.is-on").waitFor();
    await openShare(compared);
    const apart = await saveHtml(compared);
    assert.equal((await readPictures(apart)).length, 3); // A, B, and A − B
    assert.match(apart, /#a(?:=|&#x3D;)/);
  },
  { served: true },
);

testWalk(
  "a network is shared as it is searched, the first page with its pictures",
  async (walk) => {
    const page = await walk.open("miniature/index.html#rows=side.photo&q=conv2");
    await page.getByText("1 of 2 layers", { exact: true }).waitFor();
    await openShare(page);
    const html = await saveHtml(page);
    const [{ width, height, data }] = await readPictures(html) as [Raster];
    assert.equal(width, 1128);
    // The first of the two columns stands back: its bar of the first row is pale.
    const [out, found] = [0.25, 0.75].map((share) => {
      const x = Math.round(220 + share * (width - 280));
      return Math.min(...Array.from({ length: height / 3 }, (_, y) => data[3 * (y * width + x)]!));
    });
    assert(out! > 170 && found! < 170, `${out}, ${found}`);
    const layers = [...html.matchAll(/<tr><td>(\d)<\/td><td>(\w+)<\/td>/g)].map(([, , name]) =>
      name
    );
    assert.deepEqual(layers, ["conv2"]);
    assert.match(html.replaceAll("&#x3D;", "="), /rows=side\.photo&amp;q=conv2/);
    const heads = [...html.matchAll(/<th scope="col">([^<]+)/g)].map(([, name]) => name);
    assert.deepEqual(heads, ["#", "Layer", "map side", "map is photo"]);

    const first = await walk.open("index.html");
    await first.locator('[data-out="theme"]:not(:empty)').waitFor();
    await openShare(first);
    const trio = await saveHtml(first);
    const [photo, kernel, map] = await readPictures(trio);
    assert(photo && kernel && map);
    const [, k] = /Kernel (\d+) of conv1/.exec(trio)!;
    const { kernels } = await readPlanned(walk);
    const corner = await readCorner(walk, kernels, Number(k));
    assert.deepEqual([...kernel.data.subarray(0, 3)], corner);
  },
  { served: true },
);
