import assert from "node:assert/strict";
import { renderTemplate } from "../../src/html/engine.ts";
import { viewLayerCss } from "../../src/html/layer_css_view.ts";
import { placeTile } from "../../src/html/sprite.ts";
import { deepLayer, kernelsOnly, mapsOnly, rgbLayer } from "./report_fixture.ts";

Deno.test("viewLayerCss() brings kernels and maps of a first layer to the same size", () => {
  const { frames, kernels, maps } = viewLayerCss(rgbLayer);
  const [small, middle, large] = frames;
  assert.deepEqual(middle, { size: "m", cellWidth: 55, cellHeight: 55, columns: 8 });
  assert.deepEqual([small!.cellWidth, small!.columns], [33, 12]);
  assert.deepEqual([large!.cellWidth, large!.columns], [110, 4]);
  assert.deepEqual(kernels!.zooms.map(({ zoom }) => zoom), ["2px", "5px", "10px"]);
  assert.deepEqual(maps[0]!.zooms.map(({ zoom }) => zoom), ["0.6px", "1px", "2px"]);
  assert.deepEqual(maps[0]!.zooms.map(({ rendering }) => rendering), [
    "auto",
    "pixelated",
    "pixelated",
  ]);
});

Deno.test("viewLayerCss() shrinks maps that are larger than a cell, and smooths them", () => {
  const { frames, kernels, maps } = viewLayerCss(deepLayer);
  assert.deepEqual(maps[0]!.zooms[1], { size: "m", zoom: "0.491071px", rendering: "auto" }); // 55 ÷ 112
  assert.deepEqual(maps[0]!.zooms[2], { size: "l", zoom: "1px", rendering: "pixelated" });
  assert.deepEqual([kernels!.tileWidth, kernels!.zooms[1]!.zoom], [31, "2px"]);
  assert.equal(frames[2]!.cellWidth, 112);
});

Deno.test("viewLayerCss() gives the whole width to kernels or maps that stand alone", () => {
  assert.ok(
    viewLayerCss(kernelsOnly).frames[1]!.columns > viewLayerCss(rgbLayer).frames[1]!.columns,
  );
});

Deno.test("viewLayerCss() leaves the gap out of a picture of one tile", () => {
  const { maps, across, down } = viewLayerCss(mapsOnly);
  assert.deepEqual([maps[0]?.padding, across, down], [0, [0], [0]]);
});

Deno.test("the stylesheet of a layer crops tile k out of the grid", () => {
  const css = renderTemplate("layerCss", viewLayerCss(rgbLayer));
  const [kernels] = rgbLayer.pictures;
  assert.equal(placeTile(kernels!, 9), "x1 y1");
  // Tile 9 at five times its size: 5 × (2 + 1 × 13) to the left of and above the cell.
  assert.deepEqual(cropTile(css, ".kernel", 9), { left: -75, top: -75, width: 55, height: 55 });
  assert.deepEqual(cropTile(css, ".grid", 9), { left: -59, top: -59, width: 55, height: 55 });
  assert.deepEqual(cropTile(css, ".grid", 7), { left: -401, top: -2, width: 55, height: 55 });
});

Deno.test("the stylesheet of a layer encodes the addresses of pictures", () => {
  const picture = { ...rgbLayer.maps[0]!.picture, file: `maps/it's "(1)" ñ.png` };
  const maps = [{ ...rgbLayer.maps[0]!, picture }];
  const css = renderTemplate("layerCss", viewLayerCss({ ...rgbLayer, maps }));
  assert.ok(css.includes(`url("maps/it%27s%20%22%281%29%22%20%C3%B1.png")`));
});

Deno.test("the stylesheet of a layer has a second sprite for every photo, after what follows", () => {
  const css = renderTemplate("layerCss", viewLayerCss(rgbLayer));
  const after = css.split("\n").filter((line) => line.includes("#after"));
  assert.deepEqual(after, [
    ':root:has(#after:checked) .grid { --map-sheet: url("activated/chelsea.png"); }',
    ":root:has(#photo-2:checked):has(#after:checked) .grid " +
    '{ --map-sheet: url("activated/gr%C3%B6%C3%9Fe_2.b.png"); }',
  ]);
  // Of two rules as specific as each other the later counts: photo 2 is not shown as photo 1.
  assert.ok(css.indexOf(after[0]!) < css.indexOf("#photo-2:checked) .grid"));
});

Deno.test("the stylesheet of a layer has no second sprite where nothing follows", () => {
  assert.doesNotMatch(renderTemplate("layerCss", viewLayerCss(deepLayer)), /#after/);
});

interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

// What the rule of `i` in style.css makes of the custom properties: the place of the sprite's
// corner relative to the cell's. Those of the maps stand at the grid.
function cropTile(css: string, sprite: string, k: number): Crop {
  const read = (selector: string, name: string): number => {
    const rule = css.split("\n").find((line) =>
      line.split(" {")[0]!.split(", ").includes(selector)
    );
    return Number(rule!.match(new RegExp(`--(?:map-)?${name}: ([\\d.]+)(?:px)?;`))![1]);
  };
  const [x, y] = placeTile(rgbLayer.pictures[0]!, k).split(" ");
  const zoom = read(`[data-size="m"] ${sprite}`, "zoom");
  const [width, height] = [read(sprite, "w"), read(sprite, "h")];
  const padding = read(sprite, "padding");
  return {
    left: -zoom * (padding + read(`.${x}`, "x") * (width + padding)),
    top: -zoom * (padding + read(`.${y}`, "y") * (height + padding)),
    width: zoom * width,
    height: zoom * height,
  };
}
