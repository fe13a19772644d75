import assert from "node:assert/strict";
import {
  boundPhotos,
  chooseTiles,
  layoutTile,
  reckonTile,
  type ShownKernels,
} from "../../../src/plan/dataset/tile_budget.ts";

const layer = (kernels: number, side: number): ShownKernels => {
  return { kernels, shown: { width: side, height: side } };
};

const alexnet = [layer(64, 11), layer(192, 51), layer(384, 99), layer(256, 131), layer(256, 163)];

// As many kernels as ResNet-50 has in the stages of its maps, with what they read of 224 x 224 pixels.
const resnet = [
  layer(64, 7),
  layer(1408, 27),
  layer(3584, 91),
  layer(10240, 224),
  layer(11264, 224),
];

function reckon(layers: readonly ShownKernels[], photos: number): number {
  const choice = chooseTiles(layers, photos);
  const { strongest, middle, longest, photo } = choice;
  const tiles = layers.reduce((sum, { kernels, shown }) => {
    return sum + kernels * (strongest + middle) * reckonTile(layoutTile(shown, longest));
  }, 0);
  return tiles + boundPhotos(layers, choice, photos) * reckonTile({ width: photo, height: photo });
}

Deno.test("chooseTiles() keeps the pictures of large networks below 60 MB, whatever the photos", () => {
  for (const photos of [100, 5_000, 50_000, 1_300_000]) {
    assert(reckon(resnet, photos) <= 60e6, `${photos} photos: ${reckon(resnet, photos)}`);
    assert(chooseTiles(resnet, photos).strongest >= 2);
  }
  assert.deepEqual(chooseTiles(resnet, 50_000), {
    ...{ strongest: 4, middle: 1, longest: 40, photo: 32 },
  });
});

Deno.test("chooseTiles() shows more of smaller networks, larger", () => {
  const { strongest, middle, longest } = chooseTiles(alexnet, 5_000);
  assert.deepEqual([strongest, middle, longest], [9, 3, 48]);
  assert(reckon(alexnet, 50_000) < 11e6);
  assert.deepEqual(chooseTiles([layer(32, 11), layer(48, 27)], 5_000), {
    ...{ strongest: 16, middle: 4, longest: 64, photo: 96 },
  });
});

Deno.test("boundPhotos() counts no more photos than there are, or than tiles show", () => {
  const choice = { strongest: 9, middle: 3, longest: 48, photo: 48 };
  assert.equal(boundPhotos(alexnet, choice, 300), 300);
  assert.equal(boundPhotos([layer(2, 11)], choice, 300), 2 * 9 + 256);
  assert.equal(boundPhotos([layer(2, 11)], { ...choice, middle: 0 }, 300), 2 * 9);
});

Deno.test("layoutTile() keeps what is small as it is, and shrinks the rest in its shape", () => {
  assert.deepEqual(layoutTile({ width: 11, height: 5 }, 48), { width: 11, height: 5 });
  assert.deepEqual(layoutTile({ width: 96, height: 32 }, 48), { width: 48, height: 16 });
  assert.deepEqual(layoutTile({ width: 900, height: 2 }, 48), { width: 48, height: 1 });
  assert.deepEqual(layoutTile(null, 48), { width: 48, height: 48 });
});
