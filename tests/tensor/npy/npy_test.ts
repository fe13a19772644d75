import assert from "node:assert/strict";
import { encodeNpy } from "../../../src/tensor/npy/npy.ts";
import { countElements, createTensor, sliceAt } from "../../../src/tensor/tensor.ts";
import { decodeNpy } from "../../support/npy.ts";
import { createRandom } from "../../support/random.ts";

Deno.test("encodeNpy() writes the bytes that numpy.save writes", () => {
  const header = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }".padEnd(117);
  const expected = [
    ...[0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59], // magic, "\x93NUMPY"
    ...[1, 0], // version 1.0
    ...[118, 0], // length of the header, little-endian: 10 + 118 = 2 × 64
    ...new TextEncoder().encode(header), // a Python dict, padded with spaces
    0x0a, // the newline that ends the header
    ...[0x00, 0x00, 0x80, 0x3f], // 1
    ...[0x00, 0x00, 0x20, 0xc0], // -2.5
  ];
  assert.deepEqual([...encodeNpy(createTensor(Float32Array.of(1, -2.5), [1, 2]))], expected);
});

Deno.test("encodeNpy() writes the shapes of Python's tuples", () => {
  const shapeOf = (dims: readonly number[]): string | undefined => {
    const file = encodeNpy({ data: new Float32Array(countElements(dims)), dims });
    return /'shape': (\(.*?\))/.exec(new TextDecoder().decode(file))?.[1];
  };
  assert.equal(shapeOf([]), "()");
  assert.equal(shapeOf([3]), "(3,)");
  assert.equal(shapeOf([2, 3]), "(2, 3)");
  assert.equal(shapeOf([0, 3]), "(0, 3)");
});

Deno.test("encodeNpy() keeps every bit and aligns the numbers at 64 bytes", () => {
  const random = createRandom(2);
  for (let axes = 0; axes <= 12; axes++) {
    const dims = Array.from({ length: axes }, () => random.whole(1, 3));
    const tensor = createTensor(random.floats(countElements(dims), -1e3, 1e3), dims);
    const { start, ...read } = decodeNpy(encodeNpy(tensor));
    assert.equal(start % 64, 0);
    assert.deepEqual(read, tensor);
  }
});

Deno.test("encodeNpy() keeps NaN, infinities and -0", () => {
  const tensor = createTensor(Float32Array.of(NaN, Infinity, -Infinity, -0), [4]);
  assert.deepEqual(decodeNpy(encodeNpy(tensor)).data, tensor.data);
});

Deno.test("encodeNpy() of a slice holds the slice alone", () => {
  const tensor = createTensor(Float32Array.of(1, 2, 3, 4), [2, 2]);
  const { data, dims } = decodeNpy(encodeNpy(sliceAt(tensor, 1)));
  assert.deepEqual({ data, dims }, { data: Float32Array.of(3, 4), dims: [2] });
});
