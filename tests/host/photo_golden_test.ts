import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { type Preprocess, preprocessSchema } from "../../src/config/preprocess.ts";
import { presets } from "../../src/config/presets.ts";
import { imageCodec } from "../../src/host/image_codec.ts";
import { fitPhoto } from "../../src/raster/fitted_photo.ts";
import { layoutImage } from "../../src/raster/image_layout.ts";
import type { Raster } from "../../src/raster/raster.ts";
import { sharedPath, testShared } from "../support/shared.ts";
import golden from "./photo_golden.json" with { type: "json" };

async function feed(bytes: Uint8Array, recipe: Preprocess): Promise<Raster> {
  const photo = await imageCodec.readPixels(bytes, recipe.profile);
  return fitPhoto(photo, layoutImage(photo, recipe, { width: null, height: null }));
}

// JPEGs of every kind, CMYK, grey, and photos with the profiles sRGB and Adobe RGB are among them.
for (const [name, digest] of Object.entries(golden)) {
  testShared(
    `imageCodec and fitPhoto() give ${name} byte by byte as torchvision does`,
    async () => {
      const bytes = await Deno.readFile(sharedPath(`corpus/images/${name}`));
      const photo = await imageCodec.readPixels(bytes, "ignore");
      const layout = layoutImage(photo, presets.imagenet, { width: null, height: null });
      const { data } = fitPhoto(photo, layout);
      assert.equal(createHash("sha256").update(data).digest("hex").slice(0, 16), digest);
    },
  );
}

const double = { width: 64, height: 64 };

const stretched = { resize: { width: 64, height: 48 }, kernel: "nearest" } as const;

// [photo, what it is to be, recipe]
const small: readonly (readonly [string, string, Preprocess])[] = [
  ["p_upscale/cifar32", "64_bilinear", preprocessSchema.parse({ resize: double })],
  [
    "p_upscale/cifar32",
    "64_bicubic",
    preprocessSchema.parse({ resize: double, kernel: "bicubic" }),
  ],
  ["p_upscale/face112", "imagenet", presets.imagenet],
  ["p_resize/checker", "64x48_nearest", preprocessSchema.parse(stretched)],
  ["p_resize/noise400", "64x48_nearest", preprocessSchema.parse(stretched)],
  ["p_resize/small", "64x48_nearest", preprocessSchema.parse(stretched)],
];

for (const [photo, what, recipe] of small) {
  testShared(
    `imageCodec and fitPhoto() bring ${photo} to ${what} as torchvision does`,
    async () => {
      const expected = sharedPath(`cases/${photo.replace("/", "/expected/expected_")}_${what}.png`);
      const { data } = await feed(await Deno.readFile(sharedPath(`cases/${photo}.png`)), recipe);
      const { data: right } = await imageCodec.readPixels(await Deno.readFile(expected), "ignore");
      assert.deepEqual(data, right);
    },
  );
}
