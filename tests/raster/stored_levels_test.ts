import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { type Samples, toPhoto } from "../../src/raster/stored_levels.ts";

function read(samples: Partial<Samples> & Pick<Samples, "data" | "bands">): number[] {
  const size = { width: samples.data.length / samples.bands, height: 1 };
  return [...toPhoto({ ...size, colours: "RGB", opacity: false, ...samples }).data];
}

Deno.test('toPhoto() converts inks as Pillow\'s convert("RGB") does', () => {
  const levels = [0, 1, 2, 5, 17, 64, 100, 127, 128, 129, 200, 250, 254, 255];
  const inks = levels.flatMap((c) =>
    levels.flatMap((m) => levels.flatMap((y) => levels.flatMap((k) => [c, m, y, k])))
  );
  const data = read({ data: Uint8Array.from(inks), bands: 4, colours: "CMYK" });
  // Image.frombytes("CMYK", (14 ** 4, 1), inks).convert("RGB").tobytes() of Pillow 9.4.0
  assert.equal(createHash("sha256").update(Uint8Array.from(data)).digest("hex"), CMYK_GOLDEN);
});

const CMYK_GOLDEN = "83444253b29b0c63409f1cb02baa09a259590af05c7456f1db685bedc6011051";

Deno.test("toPhoto() gives grey three times", () => {
  assert.deepEqual(read({ data: Uint8Array.of(3, 250), bands: 1, colours: "grey" }), [
    ...[3, 3, 3],
    ...[250, 250, 250],
  ]);
});

Deno.test("toPhoto() lays opacity on white and leaves out any other band", () => {
  const data = Uint8Array.of(0, 100, 200, 0, 0, 100, 200, 255, 0, 100, 200, 128);
  assert.deepEqual(read({ data, bands: 4, opacity: true }), [
    ...[255, 255, 255],
    ...[0, 100, 200],
    ...[127, 177, 227],
  ]);
  assert.deepEqual(read({ data, bands: 4 }).slice(0, 3), [0, 100, 200]);
});

Deno.test("toPhoto() takes the high byte of 16 bits and all of a float", () => {
  const deep = Uint16Array.of(0, 255, 256, 65535, 511, 512);
  assert.deepEqual(read({ data: deep, bands: 3 }), [0, 0, 1, 255, 1, 2]);
  const floats = Float32Array.of(0, 0.5, 1, 1 / 255, 0.499 / 255, 254.6 / 255);
  assert.deepEqual(read({ data: floats, bands: 3 }), [0, 128, 255, 1, 0, 255]);
});
