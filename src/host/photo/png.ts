import { constants, crc32, deflateRawSync, deflateSync } from "node:zlib";
import type { Raster } from "../../raster/raster.ts";
import { roomFor } from "../../tensor/deflate_room.ts";
import { joinBytes } from "../../tensor/joined_bytes.ts";
import { chooseFilter, filterBand, openBandSum } from "./png_band.ts";

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
  const rows = Math.max(1, Math.floor(BAND / (1 + width * channels)));
  if (rows >= height) { // zlib makes the same head and the same sum
    const band = filterBand(raster, { top: 0, count: height, filter });
    return yield encodeChunk("IDAT", [deflateSync(band, { ...DEFLATE, ...roomFor(band) })]);
  }
  const sum = openBandSum();
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    const band = filterBand(raster, { top, count, filter });
    sum.add(band);
    const isLast = top + count === height;
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH;
    const deflated = deflateRawSync(band, { ...DEFLATE, ...roomFor(band), finishFlush });
    const parts = [...top === 0 ? [ZLIB_HEAD] : [], deflated, ...isLast ? [sum.encode()] : []];
    yield encodeChunk("IDAT", parts);
  }
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
