import { imageCodec } from "../../src/host/photo/image_codec.ts";
import { makeGrid } from "../../src/raster/grid.ts";
import { paintMaps, paintSlices } from "../../src/raster/paint.ts";
import { quantize } from "../../src/raster/quantize.ts";
import { createRandom } from "../support/random.ts";
import { randomTensor } from "../support/tensors.ts";

const GRID = { nrow: 8, padding: 2, padValue: 0 };
const CAPTION = { title: "", description: "" };

const kernels = randomTensor(createRandom(1), [512, 256, 3, 3], -1, 1);
const slices = paintSlices(kernels, GRID);
const ofSlices = `${(slices.data.length / 1e6).toFixed(1)} megapixels of slices`;

Deno.bench({ name: "libvips encodes them", group: ofSlices, baseline: true }, async () => {
  await imageCodec.encodePng(slices, CAPTION);
});

Deno.bench({ name: "paintSlices()", group: ofSlices }, () => {
  paintSlices(kernels, GRID);
});

// VGG-16's first maps.
const maps = randomTensor(createRandom(2), [64, 224, 224]);
const ofMaps = "64 maps of 224 x 224";

Deno.bench({ name: "makeGrid() and quantize()", group: ofMaps, baseline: true }, () => {
  const tiles = { data: maps.data, dims: [64, 1, 224, 224] };
  quantize(makeGrid(tiles, { ...GRID, normalize: true, scaleEach: true }));
});

Deno.bench({ name: "paintMaps()", group: ofMaps }, () => {
  paintMaps(maps, GRID);
});
