import assert from "node:assert/strict";
import { mixAcross, mixDown } from "../../src/raster/resample.ts";
import type { Raster } from "../../src/raster/raster.ts";
import {
  type ResampleWeights,
  weighBlur,
  weighLine,
  WEIGHT_BITS,
} from "../../src/raster/resample_weights.ts";
import { createRandom } from "../support/random.ts";

const random = createRandom(5);

function drawPhoto(width: number, height: number, channels: 1 | 3): Raster {
  const data = Uint8Array.from({ length: width * height * channels }, () => random.whole(0, 255));
  return { width, height, channels, data };
}

// As Pillow has it: whole numbers of 32 bits, half a level, and what lies beyond levels cut off.
function mixPlace(line: ResampleWeights, place: number, read: (from: number) => number): number {
  let sum = 2 ** (WEIGHT_BITS - 1);
  for (let from = line.first[place]!; from < line.past[place]!; from++) {
    const weight = line.weights[place * line.count + from - line.first[place]!]!;
    sum = sum + Math.imul(weight, read(from)) | 0;
  }
  return Math.min(255, Math.max(0, sum >> WEIGHT_BITS));
}

// Of few pixels and of many, whose rows are mixed in several goes; smaller, larger, and blurred.
const LINES = [
  [7, weighLine(7, 3, "bilinear")],
  [5, weighLine(5, 17, "lanczos3")],
  [40, weighLine(40, 1, "bicubic")],
  [300, weighBlur(300, 4)],
  [1, weighLine(1, 9, "bicubic")],
] as const;

for (const channels of [1, 3] as const) {
  for (const [length, line] of LINES) {
    for (const others of [1, 6, 1000]) {
      const places = line.first.length;
      const title = `${length} x ${others} of ${channels} to ${places}`;

      Deno.test(`mixAcross() gives each pixel the weighted sum of its own, ${title}`, () => {
        const photo = drawPhoto(length, others, channels);
        const mixed = mixAcross(photo, line);
        const expected = mixed.data.map((_, i) => {
          const [c, place] = [i % channels, Math.floor(i / channels) % places];
          const row = Math.floor(i / channels / places);
          const read = (from: number): number => photo.data[(row * length + from) * channels + c]!;
          return mixPlace(line, place, read);
        });
        assert.deepEqual(mixed, { width: places, height: others, channels, data: expected });
      });

      Deno.test(`mixDown() gives each pixel the weighted sum of its own, ${title}`, () => {
        const photo = drawPhoto(others, length, channels);
        const mixed = mixDown(photo, line);
        const row = others * channels;
        const expected = mixed.data.map((_, i) =>
          mixPlace(line, Math.floor(i / row), (from) => photo.data[from * row + i % row]!)
        );
        assert.deepEqual(mixed, { width: others, height: places, channels, data: expected });
      });
    }
  }
}

Deno.test("photos of no pixels stay so", () => {
  const line = weighLine(4, 2, "bilinear");
  assert.equal(mixAcross(drawPhoto(4, 0, 3), line).data.length, 0);
  assert.equal(mixDown(drawPhoto(0, 4, 3), line).data.length, 0);
});
