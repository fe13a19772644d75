import assert from "node:assert/strict";
import { layoutShared, makeShared } from "../../src/raster/shared_photo.ts";

Deno.test("layoutShared() brings the longer side to 448 pixels, and leaves what is no larger", () => {
  assert.deepEqual(layoutShared({ width: 896, height: 600 }), { width: 448, height: 300 });
  assert.deepEqual(layoutShared({ width: 1, height: 896 }), { width: 1, height: 448 });
  assert.equal(layoutShared({ width: 448, height: 448 }), null);
});

Deno.test("makeShared() averages the pixels of a photo", () => {
  const data = Uint8Array.from({ length: 896 }, (_, x) => x % 2 === 0 ? 10 : 30);
  const made = makeShared({ width: 896, height: 1, channels: 1, data });
  assert.deepEqual(made, {
    width: 448,
    height: 1,
    channels: 1,
    data: new Uint8Array(448).fill(20),
  });
});
