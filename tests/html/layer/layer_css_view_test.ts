import assert from "node:assert/strict";
import { renderTemplate } from "../../../src/html/engine.ts";
import { viewLayerCss } from "../../../src/html/layer/layer_css_view.ts";
import { placeTile } from "../../../src/site/tile/sprite.ts";
import { deepLayer, kernelsOnly, mapsOnly, rgbLayer } from "../../support/report/report_fixture.ts";

Deno.test("viewLayerCss() brings kernels and maps of a first layer to the same size", () => {
  const { frames, kernels, maps } = viewLayerCss(rgbLayer);
  const [small, middle, large] = frames;
  assert.deepEqual(middle, { size: "m", cellWidth: 55, cellHeight: 55, columns: 8 });
  assert.deepEqual([small!.cellWidth, small!.columns], [33, 12]);
  assert.deepEqual([large!.cellWidth, large!.columns], [110, 4]);
  assert.deepEqual(kernels[0]!.zooms.map(({ width }) => width), ["22px", "55px", "110px"]);
  assert.deepEqual(maps[0]!.zooms.map(({ width }) => width), ["33px", "55px", "110px"]);
  assert.deepEqual(maps[0]!.zooms.map(({ rendering }) => rendering), [
    "auto",
    "pixelated",
    "pixelated",
  ]);
});

Deno.test("viewLayerCss() shrinks maps that are larger than a cell, and smooths them", () => {
  const { frames, kernels, maps } = viewLayerCss(deepLayer);
  const [, middle, large] = maps[0]!.zooms;
  assert.deepEqual([middle!.width, middle!.rendering], ["55px", "auto"]);
  assert.deepEqual([large!.width, large!.rendering], ["112px", "pixelated"]);
  const slices = kernels.find(({ view }) => view === "slices");
  assert.equal(slices!.zooms[1]!.width, "42px"); // 6 × 7: with a margin wider than its inner gap
  assert.equal(slices!.zooms[1]!.insetX, "6.5px");
  assert.equal(frames[2]!.cellWidth, 112);
});

Deno.test("viewLayerCss() gives the whole width to kernels or maps that stand alone", () => {
  assert.ok(
    viewLayerCss(kernelsOnly).frames[1]!.columns > viewLayerCss(rgbLayer).frames[1]!.columns,
  );
});

Deno.test("viewLayerCss() leaves the gap out of a picture of one tile", () => {
  const { maps, across, down } = viewLayerCss(mapsOnly);
  assert.deepEqual([maps[0]?.zooms[1]?.firstX, across, down], ["0px", [0], [0]]);
});

Deno.test("the stylesheet of a layer crops tile k out of the grid", () => {
  const css = renderTemplate("layer_css", viewLayerCss(rgbLayer));
  const [kernels] = rgbLayer.pictures;
  assert.equal(placeTile(kernels!, 9), "x1 y1");
  // Tile 9 at five times its size: 5 × (2 + 1 × 13) to the left of and above the cell.
  assert.deepEqual(cropTile(css, ".kernel", 9), { left: -75, top: -75, width: 55, height: 55 });
  assert.deepEqual(cropTile(css, ".map", 9), { left: -59, top: -59, width: 55, height: 55 });
  assert.deepEqual(cropTile(css, ".map", 7), { left: -401, top: -2, width: 55, height: 55 });
});

Deno.test("the stylesheet of a layer encodes the addresses of pictures", () => {
  const picture = { ...rgbLayer.maps[0]!.picture, file: `maps/it's "(1)" ñ.png` };
  const maps = [{ ...rgbLayer.maps[0]!, picture }];
  const css = renderTemplate("layer_css", viewLayerCss({ ...rgbLayer, maps }));
  assert.ok(css.includes(`url("maps/it%27s%20%22%281%29%22%20%C3%B1.png")`));
});

Deno.test("the stylesheet of a layer has a second sprite for every photo, after what follows", () => {
  const css = renderTemplate("layer_css", viewLayerCss(rgbLayer));
  const [plain = "", still = ""] = css.split("@media (scripting: none)");
  for (
    const [text, first, second] of [
      [plain, '[data-stage="after"] .map', '[data-chosen-photo="2"][data-stage="after"] .map'],
      [
        still,
        ":root:has(#photo-1:checked):has(#after:checked) .map",
        ":root:has(#photo-2:checked):has(#after:checked) .map",
      ],
    ] as const
  ) {
    assert.ok(text.includes(`\n${first} { background-image: url("activated/chelsea.png"); }`));
    assert.ok(
      text.includes(`\n${second} { background-image: url("activated/gr%C3%B6%C3%9Fe_2.b.png"); }`),
    );
  }
});

Deno.test("the stylesheet of a layer crops the maps of all photos by one rule where it can", () => {
  const css = renderTemplate("layer_css", viewLayerCss(rgbLayer));
  const [plain = ""] = css.split("@media (scripting: none)");
  assert.equal(plain.match(/\.map \{ width:/g)!.length, 3); // one for each size
  const [one, two] = rgbLayer.maps;
  const larger = { ...two!, picture: { ...two!.picture, tileWidth: 70 } };
  const mixed = renderTemplate("layer_css", viewLayerCss({ ...rgbLayer, maps: [one!, larger] }));
  assert.match(mixed, /\n\[data-chosen-photo="2"\] \[data-size="m"\] \.map \{ width: 55px;/);
});

Deno.test("the stylesheet of a layer has no second sprite where nothing follows", () => {
  assert.doesNotMatch(renderTemplate("layer_css", viewLayerCss(deepLayer)), /#after/);
});

interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

// Where the rules of the sprite and of tile k put the sprite's corner relative to the cell's.
function cropTile(css: string, sprite: string, k: number): Crop {
  const find = (selector: string): string =>
    css.split("\n").find((line) => line.startsWith(`${selector} {`))!;
  const rule = find(`[data-size="m"] ${sprite}`);
  const read = (name: string): number => Number(rule.match(`[{;] ${name}: (-?[\\d.]+)px;`)![1]);
  const places = placeTile(rgbLayer.pictures[0]!, k).split(" ").map((place) =>
    Number(find(`.${place}`).match(/: (\d+);/)![1])
  );
  const steps = [...rule.matchAll(/calc\((-?[\d.]+)px \+ var\(--[xy]\) \* (-?[\d.]+)px\)/g)];
  const [left, top] = steps.map(([, first, step], i) => Number(first) + places[i]! * Number(step));
  return { left: left!, top: top!, width: read("width"), height: read("height") };
}
