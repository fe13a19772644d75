import assert from "node:assert/strict";
import { countBytes, decodeElements, isNumeric } from "../../../src/onnx/wire/element.ts";
import { DATA_TYPES, type DataType } from "../../../src/onnx/wire/proto.ts";

// [type, bytes, values]
const cases: readonly [DataType, readonly number[], readonly number[]][] = [
  [
    "float32",
    [
      ...[0, 0, 0x80, 0x3f], // 1, the lowest byte first
      ...[0, 0, 0, 0x80], // -0
      ...[1, 0, 0, 0], // the smallest subnormal
      ...[0, 0, 0x80, 0xff], // minus infinity
      ...[0, 0, 0xc0, 0x7f], // NaN
    ],
    [1, -0, 2 ** -149, -Infinity, NaN],
  ],
  [
    "float64",
    [
      ...[0, 0, 0, 0, 0, 0, 0xf0, 0x3f], // 1
      ...[0, 0, 0, 0, 0, 0, 0xe0, 0xbf], // -0.5
    ],
    [1, -0.5],
  ],
  [
    "float16",
    [
      ...[0, 0x3c], // 1
      ...[0, 0xc0], // -2
      ...[1, 0], // the smallest subnormal
      ...[0xff, 3], // the largest subnormal
      ...[0xff, 0x7b], // the largest
      ...[0, 0x7c], // infinity
      ...[0, 0x80], // -0
      ...[1, 0x7c], // NaN
    ],
    [1, -2, 2 ** -24, 1023 * 2 ** -24, 65504, Infinity, -0, NaN],
  ],
  [
    "bfloat16",
    [
      ...[0x80, 0x3f], // 1
      ...[0x40, 0xc0], // -3
      ...[1, 0], // the smallest subnormal
      ...[0x7f, 0x7f], // the largest
      ...[0x80, 0xff], // minus infinity
    ],
    [1, -3, 2 ** -133, 255 * 2 ** 120, -Infinity],
  ],
  ["int8", [0, 0x7f, 0x80, 0xff], [0, 127, -128, -1]],
  ["uint8", [0, 0x7f, 0x80, 0xff], [0, 127, 128, 255]],
  ["bool", [0, 1], [0, 1]],
  ["int16", [0xff, 0x7f, 0, 0x80], [32767, -32768]],
  ["uint16", [0xff, 0x7f, 0, 0x80], [32767, 32768]],
  ["int32", [1, 0, 0, 0, 0xfe, 0xff, 0xff, 0xff], [1, -2]],
  ["uint32", [1, 0, 0, 0, 0, 0, 0, 0x80], [1, 2 ** 31]],
  ["int64", [1, 0, 0, 0, 0, 0, 0, 0, 0xfe, ...Array(7).fill(0xff)], [1, -2]],
  ["uint64", [0, 0, 0, 0, 0, 0, 0, 0x80], [2 ** 63]],
  ["int4", [0x71, 0x8f], [1, 7, -1, -8]], // the first of two in the lower half
  ["int4", [0x71, 0x0f], [1, 7, -1]], // an odd one out
  ["uint4", [0x71, 0x8f], [1, 7, 15, 8]],
  ["int2", [0xb4, 0x01], [0, 1, -1, -2, 1]], // the first of four in the lowest bits
  ["uint2", [0xb4], [0, 1, 3, 2]],
  ["float8e8m0", [127, 128, 126, 0xff], [1, 2, 0.5, NaN]],
  ["float4e2m1", [0x10, 0x32, 0x54, 0x76], [0, 0.5, 1, 1.5, 2, 3, 4, 6]],
  ["float4e2m1", [0x98, 0xba, 0xdc, 0xfe], [-0, -0.5, -1, -1.5, -2, -3, -4, -6]],
  // The special values, the largest, the smallest and the smallest normal of each 8-bit format
  // stand in https://onnx.ai/onnx/technical/float8.html.
  [
    "float8e4m3fn",
    [0x00, 0x80, 0x7f, 0xff, 0x7e, 0x01, 0x08, 0x07, 0x38, 0xb4],
    [0, -0, NaN, NaN, 448, 2 ** -9, 2 ** -6, 0.875 * 2 ** -6, 1, -0.75],
  ],
  [
    "float8e4m3fnuz",
    [0x00, 0x80, 0x7f, 0x01, 0x08, 0x07, 0x40, 0xff],
    [0, NaN, 240, 2 ** -10, 2 ** -7, 0.875 * 2 ** -7, 1, -240],
  ],
  [
    "float8e5m2",
    [0x00, 0x80, 0x7d, 0xff, 0x7c, 0xfc, 0x7b, 0x01, 0x04, 0x03, 0x3c, 0xbe],
    [0, -0, NaN, NaN, Infinity, -Infinity, 57344, 2 ** -16, 2 ** -14, 0.75 * 2 ** -14, 1, -1.5],
  ],
  [
    "float8e5m2fnuz",
    [0x00, 0x80, 0x7f, 0x01, 0x04, 0x03, 0x40, 0xff],
    [0, NaN, 57344, 2 ** -17, 2 ** -15, 0.75 * 2 ** -15, 1, -57344],
  ],
];

for (const [type, bytes, values] of cases) {
  Deno.test(`decodeElements() decodes ${values.length} ${type} from ${bytes.length} bytes`, () => {
    const decoded = decodeElements(type, Uint8Array.from(bytes), values.length);
    assert.deepEqual([...decoded], values); // tells 0 from -0
    assert.equal(countBytes(type, values.length), bytes.length);
  });
}

Deno.test("decodeElements() reads bytes that stand within others, at any place", () => {
  const bytes = Uint8Array.of(9, 0, 0x3c, 0, 0xc0, 9); // 1 and -2 from byte 1
  assert.deepEqual([...decodeElements("float16", bytes.subarray(1, 5), 2)], [1, -2]);
});

Deno.test("isNumeric() knows every type but texts, complex numbers and what is undefined", () => {
  const others = DATA_TYPES.filter((type) => !isNumeric(type));
  assert.deepEqual(others, ["undefined", "string", "complex64", "complex128"]);
});
