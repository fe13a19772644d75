import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Preprocess } from "../../src/config/preprocess/preprocess.ts";
import type { Raster, Size } from "../../src/raster/raster.ts";
import { resample } from "../../src/raster/resample.ts";
import { weighLine } from "../../src/raster/resample_weights.ts";
import golden from "./resample_golden.json" with { type: "json" };

type Kernel = Preprocess["kernel"];

const kernels: readonly Kernel[] = ["bilinear", "bicubic", "lanczos3", "nearest"];

// The same picture as in make/resample_golden.py.
function draw({ width, height }: Size, channels: Raster["channels"]): Raster {
  const data = Uint8Array.from({ length: channels * width * height }, (_, i) => {
    const mixed = (Math.imul(i, 2654435761) + 12345) >>> 0;
    const step = (mixed >>> 20) % 2 === 0 ? 0 : 255;
    return Math.floor(i / (5 * channels)) % 3 === 0 ? step : (mixed >>> 11) % 256;
  });
  return { width, height, channels, data };
}

for (const kernel of kernels) {
  Deno.test(`resample() equals Pillow byte by byte by ${kernel}`, () => {
    const cases = golden.filter((row) => row[5] === kernel);
    assert(cases.length >= 60);
    for (const [width, height, toWidth, toHeight, channels, , digest] of cases) {
      const photo = draw(sizeOf(width, height), channels === 1 ? 1 : 3);
      const { data } = resample(photo, sizeOf(toWidth, toHeight), { kernel });
      const hash = createHash("sha256").update(data).digest("hex").slice(0, 16);
      assert.equal(hash, digest, `${width} x ${height} to ${toWidth} x ${toHeight}, ${channels}`);
    }
  });
}

function sizeOf(width: unknown, height: unknown): Size {
  return { width: Number(width), height: Number(height) };
}

Deno.test("resample() places a ramp that is enlarged on the middle of its pixels", () => {
  const ramp: Raster = { ...sizeOf(4, 1), channels: 1, data: Uint8Array.of(0, 16, 32, 48) };
  const { data } = resample(ramp, sizeOf(16, 1), { kernel: "bilinear" });
  assert.deepEqual([...data], [0, 0, 2, 6, 10, 14, 18, 22, 26, 30, 34, 38, 42, 46, 48, 48]);
});

for (const kernel of kernels) {
  Deno.test(`resample() keeps a flat photo flat by ${kernel}`, () => {
    const data = new Uint8Array(3 * 40 * 30).map((_, i) => [30, 60, 200][i % 3]!);
    for (const size of [sizeOf(7, 5), sizeOf(90, 70), sizeOf(1, 1), sizeOf(40, 2)]) {
      const resized = resample({ ...sizeOf(40, 30), channels: 3, data }, size, { kernel });
      assert(resized.data.every((level, i) => level === [30, 60, 200][i % 3]));
    }
  });
}

Deno.test("weighLine() gives weights whose sums of levels fit into 32 bits", () => {
  for (const filter of ["bilinear", "bicubic", "lanczos3"] as const) {
    for (let from = 1; from < 40; from++) {
      for (let to = 1; to < 120; to++) {
        const { weights, count } = weighLine(from, to, filter);
        for (let i = 0; i < to; i++) {
          const place = weights.subarray(i * count, (i + 1) * count);
          const most = place.reduce((sum, weight) => sum + Math.abs(weight), 0);
          assert(255 * most + 2 ** 21 < 2 ** 31, `${filter} from ${from} to ${to}`);
        }
      }
    }
  }
});

for (const kernel of kernels) {
  Deno.test(`resample() gives a part of the resized photo as it stands in the whole, by ${kernel}`, () => {
    const photo = draw(sizeOf(31, 23), 3);
    for (const size of [sizeOf(12, 9), sizeOf(50, 40), sizeOf(31, 9), sizeOf(12, 23), photo]) {
      const whole = resample(photo, size, { kernel });
      const part = { left: 3, top: 2, width: size.width - 5, height: size.height - 4 };
      const { data, ...found } = resample(photo, size, { kernel, part });
      assert.deepEqual([found.width, found.height], [part.width, part.height]);
      const row = 3 * part.width;
      for (let y = 0; y < part.height; y++) {
        const at = 3 * (whole.width * (y + part.top) + part.left);
        assert.deepEqual(data.slice(row * y, row * (y + 1)), whole.data.slice(at, at + row));
      }
    }
  });
}
