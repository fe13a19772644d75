import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { presets } from "../../src/config/presets.ts";
import { imageCodec } from "../../src/host/image_codec.ts";
import { type ImageLayout, layoutImage } from "../../src/raster/image_layout.ts";
import type { Raster, Size } from "../../src/raster/raster.ts";
import { sharedPath, testShared } from "../support/shared.ts";

const OPEN = { width: null, height: null };

const BLUE = { r: 30, g: 60, b: 200 };

function paintPlain({ width, height }: Size, background = BLUE): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

function wholeOf({ width, height }: Size): ImageLayout {
  return { width, height, resized: { width, height }, left: 0, top: 0, kernel: "nearest" };
}

function pixelAt({ width, data }: Raster, x: number, y: number): number[] {
  return [...data.subarray(3 * (y * width + x), 3 * (y * width + x) + 3)];
}

function assertNear(
  actual: readonly number[],
  expected: readonly number[],
  tolerance: number,
): void {
  const far = actual.some((level, c) => Math.abs(level - expected[c]!) > tolerance);
  assert(!far, `[${actual}] is further than ${tolerance} from [${expected}]`);
}

async function readWhole(bytes: Uint8Array): Promise<Raster> {
  return await imageCodec.readPixels(bytes, wholeOf(await imageCodec.readSize(bytes)));
}

// [format, encode, the largest error of a plain colour]
const formats: readonly [string, (image: Sharp) => Sharp, number][] = [
  ["JPEG", (image) => image.jpeg({ quality: 95 }), 3],
  ["progressive JPEG", (image) => image.jpeg({ quality: 95, progressive: true }), 3],
  ["PNG", (image) => image.png(), 0],
  ["PNG with a palette", (image) => image.png({ palette: true }), 2],
  ["PNG of 16 bits", (image) => image.toColourspace("rgb16").png(), 1],
  ["WebP", (image) => image.webp({ lossless: true }), 0],
  ["AVIF", (image) => image.avif({ quality: 90 }), 4],
  ["GIF", (image) => image.gif(), 2],
  ["TIFF", (image) => image.tiff(), 2],
];

for (const [format, encode, tolerance] of formats) {
  Deno.test(`imageCodec reads ${format}`, async () => {
    const bytes = await encode(paintPlain({ width: 16, height: 9 })).toBuffer();
    assert.deepEqual(await imageCodec.readSize(bytes), { width: 16, height: 9 });
    const raster = await readWhole(bytes);
    assert.equal(raster.channels, 3);
    assert.equal(raster.data.length, 3 * 16 * 9);
    assertNear(pixelAt(raster, 15, 8), [30, 60, 200], tolerance);
  });
}

Deno.test("imageCodec reads the first frame of an animation", async () => {
  const red = await paintPlain({ width: 8, height: 6 }, { r: 255, g: 0, b: 0 }).png().toBuffer();
  const blue = await paintPlain({ width: 8, height: 6 }, { r: 0, g: 0, b: 255 }).png().toBuffer();
  const bytes = await sharp([red, blue], { join: { animated: true } }).gif().toBuffer();
  assert.equal((await sharp(bytes).metadata()).pages, 2);
  const raster = await readWhole(bytes);
  assert.deepEqual([raster.width, raster.height], [8, 6]);
  assert.deepEqual(pixelAt(raster, 0, 0), [255, 0, 0]);
});

// Left half red, right half green, twice as wide as high; what the top left pixel becomes.
const orientations: readonly [number, Size, readonly number[]][] = [
  [1, { width: 8, height: 4 }, [255, 0, 0]],
  [2, { width: 8, height: 4 }, [0, 255, 0]], // mirrored
  [3, { width: 8, height: 4 }, [0, 255, 0]], // upside down
  [6, { width: 4, height: 8 }, [255, 0, 0]], // turned right: the left is on top
  [8, { width: 4, height: 8 }, [0, 255, 0]], // turned left: the right is on top
];

for (const [orientation, size, corner] of orientations) {
  Deno.test(`imageCodec turns a photo as its EXIF orientation ${orientation} says`, async () => {
    const halves = Uint8Array.from({ length: 3 * 8 * 4 }, (_, i) => {
      return i % 3 === (Math.floor(i / 3) % 8 < 4 ? 0 : 1) ? 255 : 0;
    });
    const bytes = await sharp(halves, { raw: { width: 8, height: 4, channels: 3 } })
      .withMetadata({ orientation }).tiff({ compression: "lzw" }).toBuffer();
    assert.deepEqual(await imageCodec.readSize(bytes), size);
    assert.deepEqual(pixelAt(await readWhole(bytes), 0, 0), corner);
  });
}

Deno.test("imageCodec lays what is transparent on white", async () => {
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  const clear = await sharp({ create: { width: 4, height: 4, channels: 4, background } }).png()
    .toBuffer();
  assert.deepEqual(pixelAt(await readWhole(clear), 1, 1), [255, 255, 255]);
  const half = { ...background, alpha: 0.5 };
  const grey = await sharp({ create: { width: 4, height: 4, channels: 4, background: half } }).png()
    .toBuffer();
  assertNear(pixelAt(await readWhole(grey), 1, 1), [127, 127, 127], 1);
});

Deno.test("imageCodec gives a grey photo three equal channels", async () => {
  const grey = Uint8Array.from({ length: 16 }, (_, i) => 16 * i);
  const bytes = await sharp(grey, { raw: { width: 4, height: 4, channels: 1 } })
    .toColourspace("b-w").png().toBuffer();
  const { data, channels } = await readWhole(bytes);
  assert.equal(channels, 3);
  assert.deepEqual([...data], [...grey].flatMap((level) => [level, level, level]));
});

Deno.test("imageCodec reads 16 bits as the levels of 8 that they come nearest to", async () => {
  const deep = Uint16Array.from({ length: 3 * 256 }, (_, i) => 257 * Math.floor(i / 3));
  const bytes = await sharp(deep, { raw: { width: 256, height: 1, channels: 3 } })
    .toColourspace("rgb16").png().toBuffer();
  assert.equal((await sharp(bytes).metadata()).depth, "ushort");
  const { data } = await readWhole(bytes);
  assert(data.every((level, i) => Math.abs(level - Math.floor(i / 3)) <= 1));
});

testShared("imageCodec reads CMYK, grey and non-interleaved JPEG", async () => {
  const folder = "corpus/images/jpeg-variants";
  const read = async (name: string): Promise<Raster> =>
    await readWhole(await Deno.readFile(sharedPath(`${folder}/${name}`)));
  const cmyk = await read("flower_small.cmyk.jpg");
  const plain = await read("flower_small.q85_444_non_interleaved.jpg");
  assert.deepEqual([cmyk.width, cmyk.height], [plain.width, plain.height]);
  // The inks' own white is 15 levels darker; inverted inks would be a hundred off.
  assert(meanDifference(cmyk, plain) < 20);
  const grey = await read("flower.png.im_q85_gray.jpg");
  assert(grey.data.every((level, i) => level === grey.data[i - i % 3]));
});

for (const name of ["astronaut.png", "chelsea.png", "coffee.png", "rocket.jpg"]) {
  testShared(`imageCodec resizes ${name} as Pillow does`, async () => {
    const bytes = await Deno.readFile(sharedPath(`corpus/images/skimage_${name}`));
    const layout = layoutImage(await imageCodec.readSize(bytes), presets.imagenet, OPEN);
    const golden = sharedPath(`corpus/images/224/${name.replace(/\..*/, "")}.png`);
    const expected = await readWhole(await Deno.readFile(golden));
    const difference = meanDifference(await imageCodec.readPixels(bytes, layout), expected);
    assert(difference <= 0.6, `the mean difference is ${difference} levels`);
  });
}

function meanDifference(a: Raster, b: Raster): number {
  assert.equal(a.data.length, b.data.length);
  return a.data.reduce((sum, level, i) => sum + Math.abs(level - b.data[i]!), 0) / a.data.length;
}

Deno.test("imageCodec leaves black margins around a photo that is contained", async () => {
  const bytes = await paintPlain({ width: 8, height: 4 }).png().toBuffer();
  const resized = { width: 8, height: 4 };
  const layout: ImageLayout = { width: 8, height: 8, resized, left: 0, top: -2, kernel: "nearest" };
  const raster = await imageCodec.readPixels(bytes, layout);
  const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((y) => pixelAt(raster, 3, y));
  const [dark, blue] = [[0, 0, 0], [30, 60, 200]];
  assert.deepEqual(rows, [dark, dark, blue, blue, blue, blue, dark, dark]);
});

Deno.test("imageCodec cuts the part of the photo that the layout names", async () => {
  const steps = Uint8Array.from({ length: 3 * 64 }, (_, i) => Math.floor(i / 3)); // 8 x 8
  const bytes = await sharp(steps, { raw: { width: 8, height: 8, channels: 3 } }).png().toBuffer();
  const resized = { width: 8, height: 8 };
  const layout: ImageLayout = { width: 3, height: 2, resized, left: 4, top: 5, kernel: "nearest" };
  const { data } = await imageCodec.readPixels(bytes, layout);
  assert.deepEqual([...data].filter((_, i) => i % 3 === 0), [44, 45, 46, 52, 53, 54]);
});

for (const kernel of ["bilinear", "bicubic", "lanczos3", "nearest"] as const) {
  Deno.test(`imageCodec shrinks a flat photo to a flat one by ${kernel}`, async () => {
    const bytes = await paintPlain({ width: 40, height: 30 }).png().toBuffer();
    const size = { width: 7, height: 5 };
    const raster = await imageCodec.readPixels(bytes, { ...wholeOf(size), kernel });
    assert(raster.data.every((level, i) => level === [30, 60, 200][i % 3]));
  });
}

// [what, bytes, reason]
const refused: readonly [string, Uint8Array, RegExp][] = [
  ["a text", new TextEncoder().encode("This is no photo."), /it is no JPEG, PNG/],
  ["no bytes", new Uint8Array(0), /it is (empty|no JPEG, PNG)/],
  [
    "a PNG that claims 65000 x 65000 pixels",
    claimSize(65000, 65000),
    /it has more than \d+ pixels/,
  ],
];

for (const [what, bytes, reason] of refused) {
  const message = new RegExp(`^Cannot decode image: ${reason.source}`);

  Deno.test(`imageCodec refuses ${what}`, async () => {
    await assert.rejects(imageCodec.readSize(bytes), { message });
    const layout = wholeOf({ width: 8, height: 8 });
    await assert.rejects(imageCodec.readPixels(bytes, layout), { message });
  });
}

Deno.test("imageCodec refuses a photo that ends in the middle", async () => {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 40 };
  const create = { width: 64, height: 64, channels: 3 as const, background: BLUE, noise };
  const bytes = await sharp({ create }).jpeg().toBuffer();
  await assert.rejects(readWhole(bytes.subarray(0, bytes.length / 2)), {
    message: /^Cannot decode image: .*premature end/,
  });
});

// The signature and the header of a PNG file, and nothing behind them.
function claimSize(width: number, height: number): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 2, 0, 0, 0], 8); // 8 bits, RGB, deflate, no filter, not interlaced
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return Uint8Array.of(
    ...signature,
    ...encodeChunk("IHDR", header),
    ...encodeChunk("IDAT", new Uint8Array(8)),
    ...encodeChunk("IEND", new Uint8Array(0)),
  );
}

function encodeChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

const grey: Raster = { width: 2, height: 2, channels: 1, data: Uint8Array.of(0, 85, 170, 255) };
const colour: Raster = { width: 1, height: 2, channels: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6) };

for (const raster of [grey, colour]) {
  Deno.test(`imageCodec keeps every pixel of ${raster.channels} channels in a PNG`, async () => {
    const png = await imageCodec.encodePng(raster, { title: "a", description: "b" });
    const { width, height, channels } = await sharp(png).metadata();
    assert.deepEqual([width, height, channels], [raster.width, raster.height, raster.channels]);
    const space = raster.channels === 1 ? "b-w" : "srgb";
    const data = await sharp(png).toColourspace(space).raw().toBuffer();
    assert.deepEqual(new Uint8Array(data), raster.data);
  });
}

Deno.test("imageCodec writes the same PNG twice", async () => {
  const caption = { title: "a", description: "b" };
  const [first, second] = [0, 1].map(() => imageCodec.encodePng(colour, caption));
  assert.deepEqual(await first, await second);
});

Deno.test("imageCodec writes a caption that can be read again, whatever its text", async () => {
  const title = `<x> & "y" 'z' ]]> <?xpacket end?> 层 🐈 \u2028`;
  const png = await imageCodec.encodePng(grey, { title, description: "a\0b\ud800c" });
  const { xmpAsString = "" } = await sharp(png).metadata();
  const texts = [...xmpAsString.matchAll(/<rdf:li xml:lang="x-default">(.*?)<\/rdf:li>/gs)];
  assert.deepEqual(texts.map(([, text]) => decodeEntities(text!)), [title, "a\ufffdb\ufffdc"]);
});

function decodeEntities(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
