import assert from "node:assert/strict";
import { findMirrored, findMirrorShift } from "../../../src/onnx/field/mirrored_cells.ts";
import type { FoundField } from "../../../src/onnx/field/receptive_field.ts";

// What the cells of a map read across a photo.
function layField(size: number, stride: number, offset: number): FoundField {
  const line = { size: [size, size], stride: [stride, stride], offset: [offset, offset] };
  return { cells: [9, 9], line, reads: [], straight: true, whole: false };
}

// The five convolutions of AlexNet; on 224 pixels each leaves one over on the right.
const alexnet = [[11, 4, -2], [51, 8, -18], [99, 16, -34], [131, 16, -50], [163, 16, -66]] as const;
const fields = alexnet.map(([size, stride, offset]) => layField(size, stride, offset));

Deno.test("findMirrorShift() finds a shift that serves a network whose steps leave a pixel over", () => {
  assert.equal(findMirrorShift(fields, 224), -1);
  assert.equal(findMirrorShift(fields, 225), -2);
  assert.equal(findMirrorShift(fields, 223), 0);
});

Deno.test("findMirrorShift() serves most where no shift serves all", () => {
  const odd = layField(3, 2, 0);
  assert.equal(findMirrorShift([odd, ...fields], 224), -1);
  assert.equal(findMirrorShift([odd], 224), -1);
  assert.equal(findMirrorShift([{ missing: { code: "field-empty" } }], 224), 0);
});

Deno.test("findMirrored() finds cells that read the same pixels, mirrored", () => {
  const [width, shift] = [224, -1];
  for (const [i, [size, stride, offset]] of alexnet.entries()) {
    const sum = findMirrored(fields[i]!, { width, shift })!;
    for (const x of [0, 1, 5]) {
      const last = offset + stride * x + size - 1;
      assert.equal(offset + stride * (sum - x), width - 1 + shift - last);
    }
  }
});

Deno.test("findMirrored() finds none where cells read other pixels, or it is not known which", () => {
  const mirror = { width: 224, shift: 0 };
  assert.equal(findMirrored(fields[0]!, mirror), null);
  assert.equal(findMirrored({ missing: { code: "field-empty" } }, mirror), null);
  assert.equal(findMirrored(layField(3, 0, 0), mirror), null);
});
