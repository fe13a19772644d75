import assert from "node:assert/strict";
import type { FoundField, MapField } from "../../src/onnx/field/receptive_field.ts";
import { labelField } from "../../src/listing/field_label.ts";

const line = { size: [11, 7], stride: [4, 4], offset: [-2, -2] };
const known: MapField = { cells: [8, 8], line, reads: [], straight: true, whole: false };
const rows = { cells: [8, 1], first: [0, 0, 2], size: [5, 0, 6], step: 4 };

// [label, field]
const labels: readonly (readonly [string, FoundField])[] = [
  ["11 x 7", known],
  ["11 x 7", { ...known, whole: true }], // as the line is longer than the photo
  ["5-6 x 5-6", { ...known, line: null, reads: [rows, { ...rows, cells: [1, 8] }] }],
  ["whole photo", { ...known, line: { ...line, stride: [0, 0] }, whole: true }],
  ["whole photo", { ...known, line: null, whole: true }],
  ["?", { missing: { code: "field-unknown" } }],
];

for (const [label, field] of labels) {
  Deno.test(`labelField() says ${label} of ${JSON.stringify(field)}`, () => {
    assert.equal(labelField(field), label);
  });
}
