import assert from "node:assert/strict";
import { decodeNpy, encodeNpy } from "../../../src/tensor/npy/npy.ts";
import { createRandom } from "../../support/random.ts";
import { countingTensor } from "../../support/tensors.ts";
import golden from "./npy_golden.json" with { type: "json" };

for (const { title, file, dims, values } of golden) {
  Deno.test(`decodeNpy() reads what numpy.save writes: ${title}`, () => {
    const read = decodeNpy(Uint8Array.fromBase64(file));
    assert.deepEqual(read.dims, dims);
    assert.deepEqual([...read.data], values);
  });
}

Deno.test("decodeNpy() reads a view of a larger buffer", () => {
  const tensor = countingTensor([2, 5]);
  const file = encodeNpy(tensor);
  const buffer = new Uint8Array(file.length + 3);
  buffer.set(file, 3);
  assert.deepEqual(decodeNpy(buffer.subarray(3)), tensor);
});

function write(dictionary: string, body: readonly number[] = [], version = 1): Uint8Array {
  const head = new TextEncoder().encode(dictionary);
  const length = version === 1 ? [head.length & 255, head.length >> 8] : [head.length, 0, 0, 0];
  return Uint8Array.of(
    0x93,
    ...new TextEncoder().encode("NUMPY"),
    version,
    0,
    ...length,
    ...head,
    ...body,
  );
}

const dictionary = (descr: string, shape: string): string =>
  `{'descr': ${descr}, 'fortran_order': False, 'shape': ${shape}, }\n`;
const good = dictionary("'<f4'", "(1,)");

// [what, bytes, message]
const refused: readonly [string, Uint8Array, RegExp][] = [
  ["an empty file", new Uint8Array(0), /^Cannot read \.npy file: it is empty$/],
  [
    "another file",
    new TextEncoder().encode("1, 2, 3\n4, 5, 6\n"),
    /does not begin as one; numpy\.save/,
  ],
  [
    "an archive",
    new TextEncoder().encode("PK\x03\x04archive"),
    /several arrays \(\.npz\); numpy\.save/,
  ],
  ["a newer version", write(good, [], 4), /its format is version 4, 1 to 3 are read$/],
  ["a file cut in its head", write(good).subarray(0, 30), /it ends at byte 30, within its head$/],
  ["a file cut in its magic", write(good).subarray(0, 8), /it ends at byte 8$/],
  [
    "a head without end",
    Uint8Array.of(...write(good, [], 2).subarray(0, 8), 0, 0, 0, 240, 1),
    /its head says it has \d+ bytes$/,
  ],
  ["a head of nothing", write("{}\n"), /names no type, order and shape$/],
  [
    "too few elements",
    write(good, [1, 2, 3]),
    /its shape \[1\] of "<f4" takes 4 bytes, the file holds 3$/,
  ],
  ["more elements", write(good, [1, 2, 3, 4, 5]), /takes 4 bytes, the file holds 5$/],
  [
    "a shape beyond all bounds",
    write(dictionary("'<f8'", "(4294967296, 4294967296, 4294967296)")),
    /takes \S+ bytes, the file holds 0$/,
  ],
  [
    "a size that is no number",
    write(dictionary("'<f8'", "(99999999999999999999,)")),
    /its shape is \(9+/,
  ],
  [
    "complex numbers",
    write(dictionary("'<c8'", "(1,)")),
    /its elements are complex numbers \("<c8"\).*astype\("float32"\)/,
  ],
  ["objects", write(dictionary("'|O'", "(1,)")), /Python objects/],
  ["text", write(dictionary("'<U5'", "(1,)")), /its elements are text/],
  ["long floats", write(dictionary("'<f16'", "(1,)")), /a type that is not known \("<f16"\)/],
  [
    "records",
    write(dictionary("[('a', '<f4')]", "(1,)")),
    /its elements are records; save one field/,
  ],
];

for (const [what, bytes, message] of refused) {
  Deno.test(`decodeNpy() refuses ${what}`, () => {
    assert.throws(() => decodeNpy(bytes), { message });
  });
}

Deno.test("decodeNpy() ends in a clear error on any damaged file", () => {
  const random = createRandom(61);
  const file = encodeNpy(countingTensor([3, 4]));
  for (let i = 0; i < 3000; i++) {
    const damaged = file.slice(0, random.whole(0, file.length));
    for (let n = random.whole(0, 4); n > 0 && damaged.length > 0; n--) {
      damaged[random.whole(0, damaged.length - 1)] = random.whole(0, 255);
    }
    try {
      decodeNpy(damaged);
    } catch (error) {
      assert.match((error as Error).message, /^Cannot read \.npy file: /);
    }
  }
});
