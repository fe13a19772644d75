import assert from "node:assert/strict";
import { type GridOptions, makeGrid } from "../../src/raster/grid.ts";
import { quantize } from "../../src/raster/quantize.ts";
import type { ValueRange } from "../../src/raster/rescale.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { sharedPath, testShared } from "../support/shared.ts";

interface EncodedArray {
  readonly shape: readonly number[];
  readonly data: string; // base64 of little-endian float32
}

interface GoldenCase {
  readonly name: string;
  readonly options: {
    readonly nrow?: number;
    readonly padding?: number;
    readonly normalize?: boolean;
    readonly value_range?: ValueRange;
    readonly scale_each?: boolean;
    readonly pad_value?: number;
  };
  readonly tensor?: EncodedArray;
  readonly images?: readonly EncodedArray[];
  readonly expected?: EncodedArray;
  readonly bytes?: string;
  readonly error?: string;
}

testShared("makeGrid() and quantize() give torchvision's bits", async (t) => {
  const golden = JSON.parse(await Deno.readTextFile(sharedPath("golden/make_grid.json")));
  const cases: readonly GoldenCase[] = golden.cases;
  assert.equal(cases.length, 153);
  for (const example of cases) {
    await t.step(example.name, () => checkCase(example));
  }
});

function checkCase(
  { options, tensor, images, expected, bytes, error }: GoldenCase,
): void {
  const input = images?.map(decodeArray) ?? decodeArray(tensor!);
  if (error !== undefined) {
    assert.throws(() => makeGrid(input, toGridOptions(options)));
    return;
  }
  const grid = makeGrid(input, toGridOptions(options));
  assert.deepEqual(grid.dims, expected!.shape);
  assert.deepEqual(bitsOf(grid), bitsOf(decodeArray(expected!)));
  assert.deepEqual(quantize(grid), decodeBase64(bytes!));
}

function toGridOptions(options: GoldenCase["options"]): GridOptions {
  const { value_range, scale_each = false, pad_value = 0, ...same } = options;
  return {
    ...same,
    valueRange: value_range,
    scaleEach: scale_each,
    padValue: pad_value,
  };
}

function decodeArray({ shape, data }: EncodedArray): Tensor {
  return { data: new Float32Array(decodeBase64(data).buffer), dims: shape };
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function bitsOf({ data }: Tensor): Uint32Array {
  return new Uint32Array(data.buffer, data.byteOffset, data.length);
}
