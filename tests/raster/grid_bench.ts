import { makeGrid } from "../../src/raster/grid.ts";
import { quantize } from "../../src/raster/quantize.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { createRandom } from "../support/random.ts";

// The size of AlexNet's first maps.
const maps = randomTensor([64, 1, 55, 55]);
const options = { normalize: true, scaleEach: true };
const grid = makeGrid(maps, options);

Deno.bench({ name: "makeGrid()", group: "64 maps of 55 x 55", baseline: true }, () => {
  makeGrid(maps, options);
});

Deno.bench({ name: "makeGrid() without scaling", group: "64 maps of 55 x 55" }, () => {
  makeGrid(maps);
});

Deno.bench({ name: "quantize()", group: "64 maps of 55 x 55" }, () => {
  quantize(grid);
});

Deno.bench({ name: "a grid pixel by pixel", group: "64 maps of 55 x 55" }, () => {
  drawNaively(maps);
});

function randomTensor(dims: readonly number[]): Tensor {
  const random = createRandom(1);
  const count = dims.reduce((product, extent) => product * extent, 1);
  return { data: random.floats(count, -0.5, 0.5), dims };
}

// What most scripts do: a list of pixels for each tile, scaled and copied one by one.
function drawNaively({ data, dims }: Tensor): number[][] {
  const [count = 0, , height = 0, width = 0] = dims;
  const rows: number[][] = Array.from({ length: 8 * (height + 2) + 2 }, () => []);
  for (let k = 0; k < count; k++) {
    const tile = [...data.subarray(k * height * width, (k + 1) * height * width)];
    const low = Math.min(...tile);
    const high = Math.max(...tile);
    tile.forEach((value, i) => {
      const y = 2 + Math.floor(k / 8) * (height + 2) + Math.floor(i / width);
      const x = 2 + (k % 8) * (width + 2) + i % width;
      rows[y]![x] = (value - low) / (high - low);
    });
  }
  return rows;
}
