import assert from "node:assert/strict";
import type { ConvLayer } from "../../src/onnx/layer/conv_layer.ts";
import { planKernelPictures, planPicture, planPictures } from "../../src/plan/picture.ts";
import {
  findKind,
  listKernelKinds,
  type MapSource,
  PICTURE_KINDS,
} from "../../src/plan/picture_kind.ts";
import { makeGrid } from "../../src/raster/grid.ts";
import { createRandom } from "../support/random.ts";
import { countingTensor } from "../support/tensors.ts";

const grid = { nrow: 8, padding: 2, padValue: 0 };

Deno.test("planPicture() tells where the tiles of a picture lie", () => {
  assert.deepEqual(planPicture("kernels", [64, 3, 11, 11], { grid }), {
    kind: "kernels",
    file: "kernels.png",
    scale: "each kernel has its own range",
    width: 106,
    height: 106,
    tileWidth: 11,
    tileHeight: 11,
    columns: 8,
    padding: 2,
  });
});

Deno.test("planPicture() lays out slices in a row a kernel, and its strongest as square as they can be", () => {
  const sizes = (["slices", "strongest"] as const).map((kind) => {
    const { file, columns, width, height } = planPicture(kind, [2, 4, 1, 2], { grid });
    return { file, columns, width, height };
  });
  assert.deepEqual(sizes, [
    { file: "slices.png", columns: 4, width: 18, height: 8 },
    { file: "strongest.png", columns: 2, width: 16, height: 7 }, // 4 slices of two pixels: 2 x 2
  ]);
});

Deno.test("planPicture() leaves no gaps between slices of single weights, and a row a kernel", () => {
  const { columns, padding, width, height } = planPicture("slices", [2, 4, 1, 1], { grid });
  assert.deepEqual({ columns, padding, width, height }, {
    ...{ columns: 4, padding: 0, width: 4, height: 2 },
  });
});

Deno.test("planKernelPictures() draws a matrix of outputs by all inputs, of many averaged", () => {
  const sizes = [[8, 64, 1, 1], [1000, 512, 1, 1], [8, 2, 1, 1]].map((dims, i) => {
    const shape = { group: i === 2 ? 4 : 1 };
    const layer = { kernels: { dims }, shape, readsInput: null } as unknown as ConvLayer;
    const picture = planKernelPictures(layer, grid).find(({ kind }) => kind === "matrix")!;
    return [picture.width, picture.height, picture.columns, picture.padding];
  });
  assert.deepEqual(sizes, [[64, 8, 1, 0], [512, 500, 1, 0], [8, 8, 1, 0]]);
});

Deno.test("planPicture() leaves gaps between slices of more than a weight, as wide as is asked for", () => {
  for (const padding of [0, 2, 3]) {
    const wide = planPicture("slices", [2, 4, 1, 3], { grid: { ...grid, padding } });
    assert.deepEqual([wide.padding, wide.width], [padding, 4 * (3 + padding) + padding]);
  }
});

Deno.test("planPicture() keeps the pictures of a photo in a folder of their kind", () => {
  const { file } = planPicture("activated", [64, 5, 6], { grid, photo: "cat" });
  assert.equal(file, "activated/cat.png");
});

Deno.test("planPicture() foretells the size of the grid that makeGrid() makes", () => {
  const random = createRandom(61);
  for (let round = 0; round < 100; round++) {
    const dims = [random.whole(1, 30), random.whole(1, 9), random.whole(1, 9)];
    const grid = { nrow: random.whole(1, 12), padding: random.whole(0, 3), padValue: 0 };
    const { width, height } = planPicture("maps", dims, { grid });
    const [count = 0, ...size] = dims;
    const made = makeGrid(countingTensor([count, 1, ...size]), grid);
    assert.deepEqual(made.dims, [3, height, width]);
  }
});

Deno.test("planPictures() plans each kind that is painted from what is there, in their order", () => {
  const sources = { inputs: { dims: [3, 9, 9] }, activated: null, maps: { dims: [4, 5, 6] } };
  const planned = planPictures(sources, { grid, photo: "cat" });
  const expected = PICTURE_KINDS.flatMap((kind) => {
    const { from } = findKind(kind);
    return from === "maps" || from === "inputs" ? [{ kind, source: sources[from] }] : [];
  });
  assert.deepEqual(
    planned,
    expected.map(({ kind, source }) => {
      return { source, picture: planPicture(kind, source.dims, { grid, photo: "cat" }) };
    }),
  );
  assert.ok(expected.length >= 2);
});

const MAPS: ReadonlySet<string> = new Set<MapSource>(["maps", "activated", "inputs"]);

for (const kind of PICTURE_KINDS) {
  const { from, layout, paint } = findKind(kind);
  Deno.test(`planPicture() foretells the size of the picture that the painter of ${kind} paints`, () => {
    const random = createRandom(62);
    for (let round = 0; round < 40; round++) {
      const space = [random.whole(1, 7), random.whole(1, 7)];
      const channels = kind === "kernels" ? random.whole(0, 1) * 2 + 1 : random.whole(5, 9);
      const dims = MAPS.has(from)
        ? [channels, ...space.slice(random.whole(0, 1))]
        : [random.whole(1, 9), channels, ...space];
      const picture = planPicture(kind, dims, { grid });
      const { columns: nrow, padding } = picture;
      const { width, height } = paint(countingTensor(dims), { ...grid, nrow, padding });
      assert.deepEqual([width, height], [picture.width, picture.height], String(dims));
      assert.deepEqual(layout(dims, grid).width, picture.tileWidth);
    }
  });
}

// [what, dims of the maps, tile, columns]
const mapTiles: readonly [string, readonly number[], readonly [number, number], number][] = [
  ["a picture for two axes", [64, 5, 6], [6, 5], 8],
  ["a strip of eight rows for one", [64, 40], [40, 8], 8],
  ["long strips below each other", [64, 1000], [1000, 8], 2],
  ["the longest in one column", [64, 90000], [90000, 8], 1],
  ["slices by depth side by side for three", [64, 4, 5, 6], [13, 11], 8],
];

for (const [what, dims, tile, columns] of mapTiles) {
  Deno.test(`planPicture() gives maps ${what}`, () => {
    const picture = planPicture("maps", dims, { grid });
    assert.deepEqual([picture.tileWidth, picture.tileHeight], tile);
    assert.equal(picture.columns, columns);
  });
}

// [what, dims of the kernels, whether they read the photo, group, kinds]
const kernelKinds: readonly [string, readonly number[], boolean, number, readonly string[]][] = [
  ["kernels in colour", [8, 3, 5, 5], true, 1, ["kernels"]],
  ["kernels in grey", [8, 1, 5, 5], true, 1, ["kernels"]],
  ["kernels of a photo with a channel more", [8, 4, 5, 5], true, 1, ["strongest", "slices"]],
  ["kernels of one of three colours", [9, 1, 5, 5], true, 3, ["strongest", "slices"]],
  ["kernels that read three maps", [8, 3, 5, 5], false, 1, ["strongest", "slices"]],
  ["many slices", [8, 5, 3, 3], false, 1, ["strongest", "slices"]],
  ["single weights", [8, 64, 1, 1], false, 1, ["mix", "slices", "matrix"]],
  ["single weights along one axis", [8, 64, 1], false, 1, ["mix", "slices", "matrix"]],
  ["single weights of groups, by depth too", [8, 2, 1, 1, 1], false, 4, [
    "mix",
    "slices",
    "matrix",
  ]],
  ["a single weight each", [8, 1, 1, 1], false, 8, ["mix", "slices"]],
  ["one kernel of single weights", [1, 8, 1, 1], false, 1, ["mix", "slices"]],
  ["single weights of a photo", [8, 3, 1, 1], true, 1, ["kernels"]],
  ["kernels of three axes", [8, 5, 3, 3, 3], true, 1, ["strongest", "slices"]],
];

for (const [what, dims, reads, group, kinds] of kernelKinds) {
  Deno.test(`listKernelKinds() lists ${kinds.join(", ")} for ${what}`, () => {
    const readsInput = reads ? "photo" : null;
    assert.deepEqual(listKernelKinds({ dims, readsInput, group }), kinds);
  });
}
