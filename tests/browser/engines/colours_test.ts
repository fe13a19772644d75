/// <reference lib="dom" />
import assert from "node:assert/strict";
import { join } from "node:path";
import { listStops, type Rgb } from "../../../src/page/tile/colour_stops.ts";
import { CELLS, readColours, SIDE } from "../../support/browser/map_cells.ts";
import { testInEngines, until } from "../../support/browser/engine_walk.ts";
import type { EnginePage } from "../../support/browser/engines/engine.ts";
import { decodeNpy } from "../../support/npy.ts";
import { readLayer } from "../../support/report/site.ts";
import { openSharedSite } from "../../support/browser/walk.ts";

const K = 9;

// A overlay and a filter each round to a level, and a step of a level is up to five of a colour map.
const TOLERANCE = 8;

/** Gives the colours of the cells of a map as the window shows them. */
async function lookAt(page: EnginePage): Promise<readonly Rgb[]> {
  const place = await page.evaluate((k) => {
    const tile = document.querySelector(`[id="k=${k}"] .map`)!;
    tile.scrollIntoView({ block: "nearest" }); // scrolled by less than a pixel, it may be drawn beside its place
    const { left, top, width } = tile.getBoundingClientRect();
    return { left, top, width };
  }, K);
  const colourAt = await readColours(await page.draw(), place);
  return CELLS.map(([row, column]) => colourAt(row, column));
}

function mix(stops: readonly Rgb[], share: number): readonly number[] {
  const i = Math.min(stops.length - 2, Math.floor(share * (stops.length - 1)));
  const part = share * (stops.length - 1) - i;
  return stops[i]!.map((level, c) => level + part * (stops[i + 1]![c]! - level));
}

function findOff(seen: readonly Rgb[], expected: readonly (readonly number[])[]): number {
  return Math.max(
    ...seen.flatMap((colour, i) => colour.map((level, c) => Math.abs(level - expected[i]![c]!))),
  );
}

// A picture may be drawn a little after it is there.
async function assertColours(
  page: EnginePage,
  expected: readonly (readonly number[])[],
  look: string,
): Promise<void> {
  const end = Date.now() + 10_000;
  let seen = await lookAt(page);
  while (findOff(seen, expected) > TOLERANCE && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    seen = await lookAt(page);
  }
  const off = findOff(seen, expected);
  assert.ok(off <= TOLERANCE, `${look} is ${off} levels off: ${seen.join(" ")}`);
}

testInEngines("tiles have the colours of their values", openSharedSite, async ({ site, open }) => {
  const path = join(site.folder, "miniature/conv1/maps/balloons.npy");
  const { data } = decodeNpy(await Deno.readFile(path));
  const { min, max } = (await readLayer(site, "conv1")).maps[0]!.channels;
  const values = CELLS.map(([row, column]) => data[(K * SIDE + row) * SIDE + column]!);
  const [low, high] = [min[K]!, max[K]!];
  const [least, most] = [Math.min(...min as number[]), Math.max(...max as number[])];
  const far = Math.max(-low, high);
  const colour = (map: "grey" | "viridis" | "signed", dark: boolean, from: number, to: number) =>
    values.map((value) => mix(listStops(map, dark), (value - from) / (to - from)));

  const page = await open(`miniature/conv1/index.html#k=${K}`);
  await until(page, () => document.querySelector("li.is-on") !== null);
  await assertColours(page, colour("grey", false, low, high), "grey");
  await page.click('[name="scale"][value="layer"]');
  await assertColours(page, colour("grey", false, least, most), "the scale of the layer");
  await page.click('[name="scale"][value="tile"]');
  await page.choose('[name="colours"]', "viridis");
  await assertColours(page, colour("viridis", false, low, high), "viridis");
  await page.choose('[name="colours"]', "signed");
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.press("t");
  await assertColours(page, colour("signed", false, -far, far), "zero-centred, light");
  await page.press("t");
  await assertColours(page, colour("signed", true, -far, far), "zero-centred, dark");
});
