import assert from "node:assert/strict";
import sharp from "sharp";
import { readTiffHead } from "../../../src/host/photo/tiff_head.ts";
import { encodeTiff } from "../../support/tiff.ts";

Deno.test("readTiffHead() reads what the samples are", () => {
  const data = new Uint8Array(16);
  const size = { width: 2, height: 2, data };
  assert.deepEqual(
    readTiffHead(encodeTiff({ ...size, bits: 8, bands: 4, photometric: 2, extra: [2] })),
    { colours: "RGB", bands: 4, extra: "alpha", bits: 8, format: "unsigned" },
  );
  assert.deepEqual(
    readTiffHead(encodeTiff({ ...size, bits: 32, bands: 1, photometric: 0, format: 3 })),
    { colours: "grey", bands: 1, extra: null, bits: 32, format: "float" },
  );
});

Deno.test("readTiffHead() reads BigTIFF alike", async () => {
  const create = { width: 8, height: 4, channels: 3 as const, background: "red" };
  const [small, big] = await Promise.all(
    [false, true].map((bigtiff) =>
      sharp({ create }).tiff({ bigtiff, compression: "lzw" }).toBuffer()
    ),
  );
  assert.equal(big![2], 43);
  const head = { colours: "RGB", bands: 3, extra: null, bits: 8, format: "unsigned" };
  assert.deepEqual([readTiffHead(small!), readTiffHead(big!)], [head, head]);
});

Deno.test("readTiffHead() reads big-endian numbers", () => {
  // deno-fmt-ignore
  const bytes = Uint8Array.of(
    0x4d, 0x4d, 0, 42, // MM
    0, 0, 0, 8, // the directory
    0, 2, // two fields
    1, 2, 0, 3, 0, 0, 0, 1, 0, 16, 0, 0, // BitsPerSample 16
    1, 6, 0, 3, 0, 0, 0, 1, 0, 1, 0, 0, // grey
    0, 0, 0, 0, // no other picture
  );
  const head = readTiffHead(bytes);
  assert.deepEqual(head, { colours: "grey", bands: 1, extra: null, bits: 16, format: "unsigned" });
});

Deno.test("readTiffHead() gives nothing for other files and for what is cut off", () => {
  const data = new Uint8Array(16);
  const whole = encodeTiff({ width: 4, height: 4, data, bits: 8, bands: 1, photometric: 1 });
  for (let length = 0; length < 60; length++) {
    assert.equal(readTiffHead(whole.slice(0, length)), null);
  }
  assert.equal(readTiffHead(new TextEncoder().encode("This is no picture.")), null);
  const hostile = whole.slice();
  new DataView(hostile.buffer).setUint32(4, 2 ** 32 - 1, true);
  assert.equal(readTiffHead(hostile), null);
});
