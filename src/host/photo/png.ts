import { constants, crc32, deflateRawSync, deflateSync } from "node:zlib";
import type { Raster } from "../../raster/raster.ts";
import { joinBytes } from "../../tensor/joined_bytes.ts";

const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);

/** Encodes pixels as PNG, exactly, with an XMP packet; large pictures band by band. */
export function encodePixels(raster: Raster, xmp: string): Uint8Array<ArrayBuffer> {
  const chunks = [
    SIGNATURE,
    encodeChunk("IHDR", [encodeHead(raster)]),
    encodeChunk("iTXt", [XMP_KEYWORD, new TextEncoder().encode(xmp)]),
    ...encodeBands(raster),
    encodeChunk("IEND", []),
  ];
  return joinBytes(chunks);
}

// The keyword of XMP; then: not compressed, by no method, in no language, by no other name.
const XMP_KEYWORD = new TextEncoder().encode("XML:com.adobe.xmp\0\0\0\0\0");

const COLOUR_TYPES = { 1: 0, 3: 2 } as const;

function encodeHead({ width, height, channels }: Raster): Uint8Array {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, COLOUR_TYPES[channels]], 8);
  return head;
}

const BAND = 1 << 20; // bytes: what is held beside the pixels and the file

// Noise of weights is shorter as it is, what is smooth by what its neighbours foretell. Neither has
// runs worth a search but those of one level: without it, files are as small in a third of the time.
const DEFLATE = { strategy: constants.Z_RLE, memLevel: 9 };
const ZLIB_HEAD = Uint8Array.of(0x78, 0x01);

function* encodeBands(raster: Raster): Generator<Uint8Array> {
  const { width, height, channels } = raster;
  const filter = chooseFilter(raster);
  const length = 1 + width * channels;
  const rows = Math.max(1, Math.floor(BAND / length));
  if (rows >= height) { // zlib makes the same head and the same sum
    const band = filterRows(raster, { top: 0, count: height, filter });
    return yield encodeChunk("IDAT", [deflateSync(band, DEFLATE)]);
  }
  const sum = { low: 1, high: 0 };
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    const band = filterRows(raster, { top, count, filter });
    addBytes(sum, band);
    const isLast = top + count === height;
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    const deflated = deflateRawSync(band, { ...DEFLATE, finishFlush });
    const parts = [...top === 0 ? [ZLIB_HEAD] : [], deflated, ...isLast ? [encodeSum(sum)] : []];
    yield encodeChunk("IDAT", parts);
  }
}

/** The filters of rows that are used, by their numbers in the file. */
const FILTERS = { none: 0, paeth: 4 } as const;

interface Band {
  readonly top: number;
  readonly count: number;
  readonly filter: keyof typeof FILTERS;
}

function filterRows(
  { width, channels, data }: Raster,
  { top, count, filter }: Band,
): Uint8Array<ArrayBuffer> {
  const length = width * channels;
  const band = new Uint8Array(count * (1 + length));
  for (let row = 0; row < count; row++) {
    const from = (top + row) * length;
    const to = row * (1 + length);
    band[to] = FILTERS[filter];
    if (filter === "none") band.set(data.subarray(from, from + length), to + 1);
    else foretellRow(data, { from, length, channels }, band.subarray(to + 1));
  }
  return band;
}

interface Row {
  readonly from: number;
  readonly length: number;
  readonly channels: number;
}

// By that of the pixels to the left, above, and above to the left that is nearest to left + above − corner.
function foretellRow(
  data: Uint8Array,
  { from, length, channels }: Row,
  target: Uint8Array,
): void {
  for (let i = 0; i < length; i++) {
    const at = from + i;
    const left = i < channels ? 0 : data[at - channels]!;
    const above = from === 0 ? 0 : data[at - length]!;
    const corner = i < channels || from === 0 ? 0 : data[at - length - channels]!;
    const a = Math.abs(above - corner);
    const b = Math.abs(left - corner);
    const c = Math.abs(left + above - 2 * corner);
    target[i] = data[at]! - (a <= b && a <= c ? left : b <= c ? above : corner);
  }
}

const SAMPLES = 64; // rows
const GOLDEN = (Math.sqrt(5) - 1) / 2; // spreads rows that keep step with no grid

function chooseFilter(raster: Raster): Band["filter"] {
  const counts = { none: new Uint32Array(256), paeth: new Uint32Array(256) };
  for (let i = 0; i < Math.min(SAMPLES, raster.height); i++) {
    const top = Math.floor((i * GOLDEN % 1) * raster.height);
    for (const filter of ["none", "paeth"] as const) {
      const row = filterRows(raster, { top, count: 1, filter });
      for (let at = 1; at < row.length; at++) counts[filter][row[at]!]!++;
    }
  }
  return findEntropy(counts.paeth) < findEntropy(counts.none) ? "paeth" : "none";
}

function findEntropy(counts: Uint32Array): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, n) => n === 0 ? sum : sum - n / all * Math.log2(n / all), 0);
}

/** The two sums of Adler-32. */
interface Adler {
  low: number;
  high: number;
}

const ADLER = 65521;
const FEW = 3800; // so many bytes overflow no 31 bits

function addBytes(sum: Adler, bytes: Uint8Array): void {
  let { low, high } = sum;
  for (let from = 0; from < bytes.length; from += FEW) {
    const to = Math.min(from + FEW, bytes.length);
    for (let i = from; i < to; i++) {
      low += bytes[i]!;
      high += low;
    }
    low %= ADLER;
    high %= ADLER;
  }
  Object.assign(sum, { low, high });
}

function encodeSum({ low, high }: Adler): Uint8Array {
  return Uint8Array.of(high >> 8, high & 255, low >> 8, low & 255);
}

function encodeChunk(type: string, parts: readonly Uint8Array[]): Uint8Array {
  const content = joinBytes([new TextEncoder().encode(type), ...parts]);
  const chunk = new Uint8Array(content.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length - type.length);
  chunk.set(content, 4);
  view.setUint32(4 + content.length, crc32(content));
  return chunk;
}
