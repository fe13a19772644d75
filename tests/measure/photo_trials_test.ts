import assert from "node:assert/strict";
import { varyPhoto } from "../../src/raster/varied_photo.ts";
import { sliceAt } from "../../src/tensor/tensor.ts";
import { correlatePlainly } from "../support/analysis/plain_numbers.ts";
import {
  layerOf,
  LAYERS,
  measureShard,
  photos,
  runPlainly,
} from "../support/dataset/measured_net.ts";

const whole = await measureShard(1, 1);
const plain = await runPlainly();

const without = {
  colour: await runPlainly((photo) => varyPhoto(photo, { kind: "grey" }) ?? photo),
  detail: await runPlainly((photo) =>
    varyPhoto(photo, { kind: "blurred", deviation: 1.5 }) ?? photo
  ),
};

Deno.test("32 photos, evenly spread, are tried without their colours and their details", () => {
  const tried = photos.flatMap((_, place) =>
    Math.floor((place + 1) * 32 / photos.length) > Math.floor(place * 32 / photos.length)
      ? [place]
      : []
  );
  for (const [layer, id] of LAYERS.entries()) {
    const tally = layerOf(whole, id);
    assert.deepEqual([...tally.tried.keys()], tried);
    for (const [place, found] of tally.tried) {
      for (const on of ["colour", "detail"] as const) {
        found[on]!.forEach((share, kernel) => {
          const [before, after] = [plain, without[on]].map((maps) => {
            return [...sliceAt(maps[place]![layer]!, kernel).data];
          });
          assertShare(share, correlatePlainly(before!, after!) ** 2);
        });
      }
    }
  }
});

// What the other map explains; NaN where a map is one value.
function assertShare(share: number, explained: number): void {
  if (Number.isNaN(explained)) assert.ok(Number.isNaN(share) || share === 1);
  else assert.ok(Math.abs(share - (1 - explained)) < 2e-4, `${share}, ${1 - explained}`);
}
