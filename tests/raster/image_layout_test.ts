import assert from "node:assert/strict";
import type { Preprocess } from "../../src/config/preprocess/preprocess.ts";
import { parseRecipe } from "../support/recipe.ts";
import { presets } from "../../src/config/preprocess/presets.ts";
import { type ImageLayout, layoutImage, type OpenSize } from "../../src/raster/image_layout.ts";
import type { Size } from "../../src/raster/raster.ts";
import { createRandom } from "../support/random.ts";

const OPEN: OpenSize = { width: null, height: null };

// torchvision, functional._compute_resized_output_size and functional.center_crop:
//   new_short, new_long = size, int(size * long / short)
//   crop_top = int(round((image_height - crop_height) / 2.0))
// Python's round() takes the even one of two neighbours.
function followTorchvision({ width, height }: Size, size: number, crop: number): ImageLayout {
  const [short, long] = width <= height ? [width, height] : [height, width];
  const newLong = Number(BigInt(size) * BigInt(long) / BigInt(short)); // int() of a positive number
  const resized = width <= height
    ? { width: size, height: newLong }
    : { width: newLong, height: size };
  const left = halve(resized.width - crop);
  const top = halve(resized.height - crop);
  return { width: crop, height: crop, resized, left, top, margin: 0, kernel: "bilinear" };
}

// round(n / 2) in integers
function halve(n: number): number {
  const down = Math.floor(n / 2);
  return n % 2 === 0 || down % 2 === 0 ? down : down + 1;
}

Deno.test("layoutImage() follows torchvision's Resize(256) and CenterCrop(224)", () => {
  const random = createRandom(30);
  const sides = [1, 2, 3, 223, 224, 225, 255, 256, 257, 299, 300, 427, 451, 512, 640, 4000, 4001];
  const sizes = sides.flatMap((width) => sides.map((height) => ({ width, height })));
  for (let round = 0; round < 2000; round++) {
    sizes.push({ width: random.whole(1, 6000), height: random.whole(1, 6000) });
  }
  for (const photo of sizes) {
    const layout = layoutImage(photo, presets.imagenet, OPEN);
    assert.deepEqual(layout, followTorchvision(photo, 256, 224), `${photo.width}x${photo.height}`);
  }
});

Deno.test("layoutImage() takes the even one of two half pixels when it crops", () => {
  const recipe = parseRecipe({ crop: { width: 2, height: 2 } });
  const corners = [3, 5, 7, 9].map((side) => {
    return layoutImage({ width: side, height: side }, recipe, OPEN).left;
  });
  assert.deepEqual(corners, [0, 2, 2, 4]); // of 0.5, 1.5, 2.5 and 3.5
});

Deno.test("layoutImage() follows Resize(48) and CenterCrop(48) where the network takes 48 x 48", () => {
  const random = createRandom(32);
  const input = { width: 48, height: 48 };
  for (let round = 0; round < 2000; round++) {
    const photo = { width: random.whole(1, 600), height: random.whole(1, 600) };
    const layout = layoutImage(photo, presets.unit, input);
    assert.deepEqual(layout, followTorchvision(photo, 48, 48), `${photo.width}x${photo.height}`);
  }
});

Deno.test("layoutImage() rounds what it contains and covers as Pillow does", () => {
  // ImageOps.contain(photo, size) and ImageOps.cover(photo, size): [photo, size, contain, cover]
  const cases = [
    [[8, 4], [5, 5], [5, 2], [10, 5]],
    [[4, 8], [5, 5], [2, 5], [5, 10]],
    [[8, 12], [7, 7], [5, 7], [7, 10]],
    [[2, 2], [5, 5], [5, 5], [5, 5]],
    [[1, 9], [4, 4], [1, 4], [4, 36]],
  ] as const;
  for (const [photo, size, contain, cover] of cases) {
    const sizes = (["contain", "cover"] as const).map((fit) => {
      return layoutImage(sizeOf(photo), recipeOf(sizeOf(size), fit), OPEN).resized;
    });
    assert.deepEqual(sizes, [sizeOf(contain), sizeOf(cover)], String(photo));
  }
});

function sizeOf([width, height]: readonly [number, number]): Size {
  return { width, height };
}

const wide = { width: 400, height: 200 };

// [what, recipe, input, layout of the wide photo]
const cases: readonly [string, Preprocess, OpenSize, Omit<ImageLayout, "kernel" | "margin">][] = [
  [
    "fills by stretching",
    parseRecipe({ resize: { width: 100, height: 100, fit: "fill" } }),
    OPEN,
    { width: 100, height: 100, resized: { width: 100, height: 100 }, left: 0, top: 0 },
  ],
  [
    "covers by cutting the sides off",
    parseRecipe({ resize: { width: 100, height: 100, fit: "cover" } }),
    OPEN,
    { width: 100, height: 100, resized: { width: 200, height: 100 }, left: 50, top: 0 },
  ],
  [
    "contains by leaving margins above and below",
    parseRecipe({ resize: { width: 100, height: 100, fit: "contain" } }),
    OPEN,
    { width: 100, height: 100, resized: { width: 100, height: 50 }, left: 0, top: -25 },
  ],
  [
    "keeps the ratio for a shortest edge",
    parseRecipe({ resize: { shortestEdge: 50 } }),
    OPEN,
    { width: 100, height: 50, resized: { width: 100, height: 50 }, left: 0, top: 0 },
  ],
  [
    "keeps the photo's own size where all is open",
    presets.unit,
    OPEN,
    { ...wide, resized: wide, left: 0, top: 0 },
  ],
  [
    "covers the size that the network takes",
    presets.unit,
    { width: 300, height: 300 },
    { width: 300, height: 300, resized: { width: 600, height: 300 }, left: 150, top: 0 },
  ],
  [
    "keeps the photo's own extent along an axis that is open",
    presets.unit,
    { width: null, height: 100 },
    { width: 400, height: 100, resized: { width: 400, height: 200 }, left: 0, top: 50 },
  ],
  [
    "crops without resizing",
    parseRecipe({ crop: { width: 100, height: 50 } }),
    { width: 300, height: 300 },
    { width: 100, height: 50, resized: wide, left: 150, top: 75 },
  ],
  [
    "crops inside margins",
    parseRecipe({
      resize: { width: 100, height: 100, fit: "contain" },
      crop: { width: 80, height: 80 },
    }),
    OPEN,
    { width: 80, height: 80, resized: { width: 100, height: 50 }, left: 10, top: -15 },
  ],
];

for (const [what, recipe, input, expected] of cases) {
  Deno.test(`layoutImage() ${what}`, () => {
    assert.deepEqual(layoutImage(wide, recipe, input), {
      ...expected,
      margin: 0,
      kernel: "bilinear",
    });
  });
}

Deno.test("layoutImage() leaves no margin where it covers, and one margin at most where it contains", () => {
  const random = createRandom(31);
  for (let round = 0; round < 2000; round++) {
    const photo = { width: random.whole(1, 3000), height: random.whole(1, 3000) };
    const size = { width: random.whole(1, 600), height: random.whole(1, 600) };
    const cover = layoutImage(photo, recipeOf(size, "cover"), OPEN);
    const contain = layoutImage(photo, recipeOf(size, "contain"), OPEN);
    assert(cover.left >= 0 && cover.left + size.width <= cover.resized.width);
    assert(cover.top >= 0 && cover.top + size.height <= cover.resized.height);
    assert(contain.resized.width <= size.width && contain.resized.height <= size.height);
    assert(contain.resized.width === size.width || contain.resized.height === size.height);
  }
});

function recipeOf(size: Size, fit: "cover" | "contain"): Preprocess {
  return parseRecipe({ resize: { ...size, fit } });
}

Deno.test("layoutImage() keeps a pixel of a photo that is all edge", () => {
  const line = { width: 1000, height: 1 };
  const { resized } = layoutImage(line, recipeOf({ width: 10, height: 10 }, "contain"), OPEN);
  assert.deepEqual(resized, { width: 10, height: 1 });
});

// [the photo's side, the crop's side, torchvision's margin or part cut off, Hugging Face's]
// of CenterCrop, transformers.image_transforms.center_crop
const crops: readonly (readonly [number, number, number, number])[] = [
  [341, 224, 58, 58], // 58.5
  [339, 224, 58, 57], // 57.5
  [100, 224, -62, -62],
  [99, 224, -62, -63], // a margin of 62.5
  [97, 224, -63, -64], // of 63.5
];

Deno.test("layoutImage() leaves margins where the crop is larger, and rounds as it is told", () => {
  for (const [side, length, even, down] of crops) {
    const lefts = (["even", "down"] as const).map((rounding) => {
      const crop = { width: length, height: length, rounding };
      return layoutImage({ width: side, height: side }, parseRecipe({ crop }), OPEN)
        .left;
    });
    assert.deepEqual(lefts, [even, down], `${side} to ${length}`);
  }
});

// [width, height, shortest, longest, what transformers' get_size_with_aspect_ratio gives]
const limits: readonly (readonly [number, number, number, number, number, number])[] = [
  [640, 480, 800, 1333, 1066, 800], // the limit is not reached
  [480, 640, 800, 1333, 800, 1066],
  [1000, 400, 800, 1333, 1333, 533],
  [400, 1000, 800, 1333, 533, 1333],
  [600, 300, 800, 601, 600, 300], // 300.5 is rounded to what the photo has
  [600, 300, 800, 600, 600, 300],
  [90, 67, 67, 90, 90, 67],
  [4000, 3, 800, 1333, 1333, 1],
];

Deno.test("layoutImage() makes both edges smaller where the longer one would pass its limit", () => {
  for (const [width, height, shortestEdge, longestEdge, ...right] of limits) {
    const recipe = parseRecipe({ resize: { shortestEdge, longestEdge } });
    const { resized } = layoutImage({ width, height }, recipe, OPEN);
    assert.deepEqual([resized.width, resized.height], right, `${width} x ${height}`);
  }
});
