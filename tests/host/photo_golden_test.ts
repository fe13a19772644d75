import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Preprocess } from "../../src/config/preprocess/preprocess.ts";
import { parseRecipe } from "../support/recipe.ts";
import { presets } from "../../src/config/preprocess/presets.ts";
import { imageCodec } from "../../src/host/photo/image_codec.ts";
import { fitPhoto } from "../../src/raster/fitted_photo.ts";
import { seenBy } from "../../src/raster/input.ts";
import { layoutImage } from "../../src/raster/image_layout.ts";
import type { Raster } from "../../src/raster/raster.ts";
import { sharedPath, testShared } from "../support/shared.ts";
import golden from "./photo_golden.json" with { type: "json" };

async function feed(bytes: Uint8Array, recipe: Preprocess): Promise<Raster> {
  const photo = await imageCodec.readPixels(bytes, recipe.profile);
  const layout = layoutImage(photo, recipe, { width: null, height: null });
  return fitPhoto(seenBy(photo, recipe), layout);
}

const inGrey = { ...presets.imagenet, channels: "gray", mean: [0], std: [1] } as const;

// JPEGs of every kind, CMYK, grey, and photos with the profiles sRGB and Adobe RGB are among them.
for (const [name, [colour, grey]] of Object.entries(golden)) {
  const recipes = [[presets.imagenet, colour], [inGrey, grey]] as const;
  testShared(`photos: ${name} is fed byte by byte as torchvision feeds it`, async () => {
    const bytes = await Deno.readFile(sharedPath(`corpus/images/${name}`));
    for (const [recipe, digest] of recipes) {
      const { data } = await feed(bytes, recipe);
      assert.equal(createHash("sha256").update(data).digest("hex").slice(0, 16), digest);
    }
  });
}

const double = { width: 64, height: 64 };

const stretched = { resize: { width: 64, height: 48 }, kernel: "nearest" } as const;

// [photo, what it is to be, recipe]
const small: readonly (readonly [string, string, Preprocess])[] = [
  ["p_upscale/cifar32", "64_bilinear", parseRecipe({ resize: double })],
  [
    "p_upscale/cifar32",
    "64_bicubic",
    parseRecipe({ resize: double, kernel: "bicubic" }),
  ],
  ["p_upscale/face112", "imagenet", presets.imagenet],
  ["p_resize/checker", "64x48_nearest", parseRecipe(stretched)],
  ["p_resize/noise400", "64x48_nearest", parseRecipe(stretched)],
  ["p_resize/small", "64x48_nearest", parseRecipe(stretched)],
];

for (const [photo, what, recipe] of small) {
  testShared(
    `photos: ${photo} comes to ${what} byte by byte as torchvision brings it`,
    async () => {
      const expected = sharedPath(`cases/${photo.replace("/", "/expected/expected_")}_${what}.png`);
      const { data } = await feed(await Deno.readFile(sharedPath(`cases/${photo}.png`)), recipe);
      const { data: right } = await imageCodec.readPixels(await Deno.readFile(expected), "ignore");
      assert.deepEqual(data, right);
    },
  );
}
