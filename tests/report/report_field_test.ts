import assert from "node:assert/strict";
import type { MapField } from "../../src/onnx/field/receptive_field.ts";
import { assembleField, assembleReads } from "../../src/report/report_field.ts";

const line = { size: [3, 3], stride: [1, 1], offset: [-1, -1] };
const reads = [
  { cells: [4, 1], first: [-1], size: [3], step: 1 },
  { cells: [1, 4], first: [-1], size: [3], step: 1 },
];
const field: MapField = { cells: [4, 4], line, reads, straight: true, whole: false };
const other: MapField = { ...field, line: { ...line, offset: [0, 0] } };
const reason = { code: "field-unknown-behind", op: "NonZero", node: "a" } as const;
const missing = { missing: reason };

Deno.test("assembleField() gives the line of all photos, and none where they differ", () => {
  assert.deepEqual(assembleField(null, [field, field]), {
    receptiveField: line,
    fieldMissing: null,
    fieldReason: null,
  });
  assert.equal(assembleField(field, [field, other]).receptiveField, null);
});

Deno.test("assembleField() gives what is known before a photo where none ran", () => {
  const known = { fieldMissing: null, fieldReason: null };
  assert.deepEqual(assembleField(field, []), { receptiveField: line, ...known });
  assert.deepEqual(assembleField(null, []), { receptiveField: null, ...known });
});

Deno.test("assembleField() says why a field is not known", () => {
  const fieldMissing = 'its receptive field is not known behind NonZero "a"';
  const expected = { receptiveField: null, fieldMissing, fieldReason: reason };
  assert.deepEqual(assembleField(null, [field, missing]), expected);
});

Deno.test("assembleReads() leaves out what the line says", () => {
  assert.equal(assembleReads(field, line), null);
  assert.deepEqual(assembleReads(field, null), reads);
  assert.deepEqual(assembleReads({ ...field, straight: false }, line), reads);
  assert.equal(assembleReads(missing, null), null);
});
