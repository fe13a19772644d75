import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";
import type { Tools } from "../../src/effects.ts";
import { type Drawing, drawPicture } from "../../src/jobs/drawing.ts";
import type { PictureKind } from "../../src/plan/picture_kind.ts";
import { readDataScript } from "../../src/report/data_script.ts";
import { layoutPicture } from "../support/report/report_fixture.ts";
import { createRandom } from "../support/random.ts";
import { randomTensor } from "../support/tensors.ts";

const caption = { title: "", description: "" };

// A picture's file is its pixels.
const images = { encodePng: ({ data }) => Promise.resolve(data) } as Partial<
  Tools["images"]
> as Tools["images"];

async function drawFiles(kind: PictureKind): Promise<readonly [Uint8Array, Uint8Array]> {
  const picture = layoutPicture(kind, `${kind}.png`, { count: 4, tile: [5, 5] });
  const channels = ["R", "G", "B"];
  const drawing = {
    ...{ picture, path: picture.file, caption, scripted: true, event: null },
    options: { nrow: picture.columns, padding: picture.padding, padValue: 0, channels },
  } as unknown as Drawing;
  const { files } = await drawPicture(drawing, randomTensor(createRandom(1), [4, 3, 5, 5], -1), {
    images,
  });
  const [own, script] = files;
  return [own!.bytes, inflateRawSync(readDataScript(script!.bytes))];
}

Deno.test("drawPicture() puts the file of a picture of kernels into its script", async () => {
  const [own, shared] = await drawFiles("kernels");
  assert.deepEqual([...shared], [...own]);
});

Deno.test("drawPicture() shares composed kernels in fewer levels, none off by more than 4", async () => {
  const [own, shared] = await drawFiles("effective");
  assert.notDeepEqual([...shared], [...own]);
  assert.ok(new Set(shared).size <= 33 && new Set(own).size > 33);
  assert.ok(own.every((level, i) => Math.abs(level - shared[i]!) <= 6)); // half a step of either
});

Deno.test("drawPicture() draws composed kernels in steps of 4 levels, and what scripts read in all", async () => {
  const isStep = (level: number) => level % 4 === 0 || level === 255;
  for (const [kind, steps] of [["effective", true], ["kernels", false], ["maps", false]] as const) {
    const [own] = await drawFiles(kind);
    assert.equal(own.every(isStep), steps, kind);
  }
});
