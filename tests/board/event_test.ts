import assert from "node:assert/strict";
import {
  type BoardEvent,
  type BoardValue,
  encodeEvent,
  encodeFileVersion,
} from "../../src/board/event.ts";
import { type Histogram, measureHistogram } from "../../src/board/histogram.ts";
import { quantize } from "../../src/raster/quantize.ts";
import { imageCodec } from "../../src/host/photo/image_codec.ts";
import { readEventFile } from "../support/board/event_file.ts";
import golden from "./events_golden.json" with { type: "json" };

/** A row of the golden file: a value as torch was given it, and the record that came of it. */
interface GoldenRow {
  readonly kind: string;
  readonly record: string;
  readonly tag?: string;
  readonly step?: number;
  readonly value?: number;
  readonly values?: string;
  readonly dims?: number[];
  readonly png?: string;
  readonly text?: string;
}

const rows: readonly GoldenRow[] = golden;

function bytesOf(base64 = ""): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(base64);
}

function floatsOf(base64?: string): Float32Array {
  return new Float32Array(bytesOf(base64).buffer);
}

function takeValue(row: GoldenRow): BoardValue {
  switch (row.kind) {
    case "scalar":
      return { kind: "scalar", value: row.value! };
    case "histogram":
      return { kind: "histogram", histogram: measureHistogram(floatsOf(row.values))! };
    case "image": {
      const [, height = 0, width = 0] = row.dims!;
      const size = { height, width, channels: 3 } as const; // grey ones, too, become colours
      return { kind: "image", image: { ...size, png: bytesOf(row.png) } };
    }
    default:
      return { kind: "text", text: row.text! };
  }
}

function takeEvent(row: GoldenRow): BoardEvent {
  return { tag: row.tag!, step: row.step!, value: takeValue(row) };
}

Deno.test("encodeFileVersion() gives the first record of torch's files, its time apart", () => {
  assert.deepEqual(encodeFileVersion(), bytesOf(rows[0]!.record));
});

for (const row of rows.slice(1).filter(({ kind }) => kind !== "histogram")) {
  const title = `encodeEvent() encodes the ${row.kind} "${row.tag}" as torch and TensorBoard do`;
  Deno.test(`${title}, at step ${row.step}`, () => {
    assert.deepEqual(encodeEvent(takeEvent(row)), bytesOf(row.record));
  });
}

function readOne(record: Uint8Array): ReturnType<typeof readEventFile>[number] {
  const [value] = readEventFile(Uint8Array.from([...encodeFileVersion(), ...record]));
  return value!;
}

for (const row of rows.filter(({ kind }) => kind === "histogram")) {
  Deno.test(`measureHistogram() counts "${row.tag}" as torch's add_histogram does`, () => {
    const own = readOne(encodeEvent(takeEvent(row)));
    const { histogram, tag, step } = readOne(bytesOf(row.record));
    assert.deepEqual([own.tag, own.step], [tag, step]);
    const { sum, sumSquares, ...exact } = histogram!;
    const { sum: ownSum, sumSquares: ownSquares, ...ownExact } = own.histogram!;
    assert.deepEqual(ownExact, exact);
    // NumPy adds in pairs.
    assert(Math.abs(ownSum - sum) <= 1e-12 * Math.sqrt(sumSquares * exact.num));
    assert(Math.abs(ownSquares - sumSquares) <= 1e-12 * sumSquares);
  });
}

Deno.test("encodeEvent() encodes a histogram of few values byte by byte as torch does", () => {
  for (const row of rows.filter(({ tag }) => tag === "one value" || tag === "zeros")) {
    assert.deepEqual(encodeEvent(takeEvent(row)), bytesOf(row.record));
  }
});

Deno.test("quantize() gives the pixels that add_image put into its PNG files", async () => {
  for (const row of rows.filter(({ kind }) => kind === "image")) {
    const [channels = 1, height = 0, width = 0] = row.dims!;
    const { data } = await imageCodec.readPixels(bytesOf(row.png), "ignore");
    const levels = quantize({ data: floatsOf(row.values), dims: row.dims! }, {
      rounding: "add_image",
    });
    const size = height * width;
    const expected = Uint8Array.from(
      { length: 3 * size },
      (_, i) => levels[(channels === 3 ? i % 3 : 0) * size + Math.floor(i / 3)]!,
    );
    assert.deepEqual(Uint8Array.from(data), expected);
  }
});

Deno.test("measureHistogram() counts no value that is not finite, and is null where none is", () => {
  const { count, min, max, limits, counts } = measureHistogram(
    Float32Array.of(NaN, 1, Infinity, 2, -Infinity),
  )!;
  assert.deepEqual([count, min, max], [2, 1, 2]);
  assert.equal(counts.reduce((sum, each) => sum + each, 0), 2);
  assert.equal(limits.length, counts.length);
  assert.equal(measureHistogram(Float32Array.of(NaN, Infinity)), null);
  assert.equal(measureHistogram(new Float32Array()), null);
});

Deno.test("measureHistogram() counts values beyond its last bound in the last bucket", () => {
  const ends = ({ limits, counts }: Histogram): number[] => [limits.length, ...counts];
  assert.deepEqual(ends(measureHistogram(Float32Array.of(3e38))!), [2, 0, 1]);
  assert.deepEqual(ends(measureHistogram(Float32Array.of(-3e38))!), [2, 0, 1]);
});
