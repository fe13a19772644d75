import assert from "node:assert/strict";
import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { imageCodec } from "../../../src/host/photo/image_codec.ts";
import type { Raster, Size } from "../../../src/raster/raster.ts";
import { encodeTiff, type TiffOptions } from "../../support/tiff.ts";

const BLUE = { r: 30, g: 60, b: 200 };

function paintPlain({ width, height }: Size, background = BLUE): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
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
  return await imageCodec.readPixels(bytes, "ignore");
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
    assert.deepEqual(await imageCodec.readHead(bytes), { width: 16, height: 9, profile: null });
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
    const { width, height } = await imageCodec.readHead(bytes);
    assert.deepEqual({ width, height }, size);
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

Deno.test("imageCodec reads the high byte of 16 bits", async () => {
  const deep = Uint16Array.from({ length: 3 * 256 }, (_, i) => 256 * Math.floor(i / 3) + 131);
  const bytes = await sharp(deep, { raw: { width: 256, height: 1, channels: 3 } })
    .toColourspace("rgb16").png().toBuffer();
  assert.equal((await sharp(bytes).metadata()).depth, "ushort");
  const { data } = await readWhole(bytes);
  assert(data.every((level, i) => level === Math.floor(i / 3)));
});

Deno.test("imageCodec reads grey with opacity of 8 and of 16 bits", async () => {
  const levels = Uint8Array.of(40, 255, 40, 0, 100, 51);
  const raw = { width: 3, height: 1, channels: 2 as const };
  const png = await sharp(levels, { raw }).toColourspace("b-w").png().toBuffer();
  assert.equal((await sharp(png).metadata()).channels, 2);
  const deep = encodeTiff({
    ...raw,
    data: Uint16Array.from(levels, (level) => 257 * level),
    bits: 16,
    bands: 2,
    photometric: 1,
    extra: [2],
  });
  for (const bytes of [png, deep]) {
    const { data } = await readWhole(bytes);
    assert.deepEqual([...data], [40, 40, 40, 255, 255, 255, 224, 224, 224]);
  }
});

Deno.test("imageCodec keeps the stored levels of a photo with a profile, and converts them if told", async () => {
  const plain = paintPlain({ width: 4, height: 4 }, { r: 255, g: 0, b: 0 });
  const bytes = await plain.withIccProfile("p3").png().toBuffer();
  const { profile } = await imageCodec.readHead(bytes);
  assert.match(profile!, /P3/);
  const stored = await sharp(bytes, { ignoreIcc: true }).raw().toBuffer();
  assert.deepEqual((await readWhole(bytes)).data, new Uint8Array(stored));
  assert.notDeepEqual([...stored.subarray(0, 3)], [255, 0, 0]); // the red of sRGB in Display P3
  const converted = await imageCodec.readPixels(bytes, "convert");
  assertNear(pixelAt(converted, 2, 2), [255, 0, 0], 2);
});

Deno.test("imageCodec refuses to convert what libvips would leave as it is", async () => {
  const plain = await paintPlain({ width: 1, height: 1 }).withIccProfile("p3").png().toBuffer();
  const profile = (await sharp(plain).metadata()).icc!;
  const deep = encodeTiff({ ...DOT, data: Uint16Array.of(512), bits: 16, profile });
  const float = encodeTiff({ ...DOT, data: Float32Array.of(1), ...FLOATS, profile });
  for (const [bytes, what, level] of [[deep, "16-bit grey", 2], [float, "floats", 255]] as const) {
    assert.match((await imageCodec.readHead(bytes)).profile!, /P3/);
    await assert.rejects(imageCodec.readPixels(bytes, "convert"), {
      message: `Cannot convert ${what} by a profile: "profile": "ignore" reads them as stored`,
    });
    assert.deepEqual([...(await readWhole(bytes)).data], [level, level, level]);
  }
});

const DOT = { width: 1, height: 1, bands: 1, photometric: 1 };

Deno.test("imageCodec converts inks as Pillow does where no profile is asked for or there is none", async () => {
  const inks = Uint8Array.of(0, 0, 0, 0, 255, 0, 0, 0, 0, 80, 160, 40);
  const bytes = encodeTiff({ ...CMYK, data: inks });
  const expected = [255, 255, 255, 0, 255, 255, 215, 148, 80]; // of Pillow's convert("RGB")
  for (const profile of ["ignore", "convert"] as const) {
    const { data } = await imageCodec.readPixels(bytes, profile);
    assert.deepEqual([...data], expected);
  }
  const plain = await paintPlain({ width: 1, height: 1 }).withIccProfile("p3").png().toBuffer();
  const profile = (await sharp(plain).metadata()).icc!;
  const { data } = await readWhole(encodeTiff({ ...CMYK, data: inks, profile }));
  assert.deepEqual([...data], expected);
});

const CMYK = { width: 3, height: 1, bits: 8, bands: 4, photometric: 5 };

Deno.test("imageCodec reads floats from 0 to 1 as levels of 0 to 255", async () => {
  const levels = Array.from({ length: 256 }, (_, i) => i);
  for (const [bands, photometric] of [[1, 1], [3, 2]] as const) {
    const data = Float32Array.from({ length: 256 * bands }, (_, i) => Math.floor(i / bands) / 255);
    const size = { width: 16, height: 16 };
    const photo = await readWhole(encodeTiff({ ...size, data, ...FLOATS, bands, photometric }));
    assert.deepEqual([...photo.data], levels.flatMap((level) => [level, level, level]));
  }
});

const FLOATS = { bits: 32, format: 3 };

// [stored levels of the first pixels, what the fourth band is called, what is read]
const fourthBands: readonly (readonly [number, readonly number[]])[] = [
  [0, [10, 20, 30]], // nothing: left out, as Pillow does
  [2, [132, 137, 142]], // opacity of 128
];

for (const [extra, expected] of fourthBands) {
  Deno.test(`imageCodec reads the fourth band of a TIFF by its name, ${extra}`, async () => {
    const data = Uint8Array.of(10, 20, 30, 128);
    const size = { width: 1, height: 1 };
    const bytes = encodeTiff({ ...size, data, bits: 8, bands: 4, photometric: 2, extra: [extra] });
    assert.deepEqual([...(await readWhole(bytes)).data], expected);
  });
}

// [what the file holds, how, what the message says of it]
const unread: readonly (readonly [string, Partial<TiffOptions>, RegExp])[] = [
  ["five bands", { bands: 5, photometric: 2, extra: [0, 0] }, /RGB in 5 bands of 8-bit unsigned/],
  ["two bands", { bands: 2 }, /grey in 2 bands of 8-bit unsigned integers/],
  ["two bands of nothing named", { bands: 2, extra: [0] }, /grey in 2 bands/],
  ["32-bit integers", { bits: 32 }, /grey in 1 band of 32-bit unsigned integers/],
  ["signed integers", { bits: 16, format: 2 }, /of 16-bit signed integers/],
  ["floats of 64 bits", { bits: 64, format: 3 }, /of 64-bit floats/],
  ["complex numbers", { bits: 64, format: 6 }, /of 64-bit complex numbers/],
  ["floats with opacity", { ...FLOATS, bands: 2, extra: [2] }, /32-bit floats, with opacity/],
  ["CIELab", { bands: 3, photometric: 8 }, /CIELab in 3 bands/],
  ["a sensor's pattern", { bits: 16, photometric: 32803 }, /colours of an unknown kind/],
];

for (const [what, kind, found] of unread) {
  Deno.test(`imageCodec refuses a TIFF of ${what} and says what it holds`, async () => {
    const data = new Uint8Array(256);
    const bytes = encodeTiff({
      width: 2,
      height: 2,
      data,
      bits: 8,
      bands: 1,
      photometric: 1,
      ...kind,
    });
    const message = new RegExp(
      `^Cannot decode image: it holds .*${found.source}.*; save it as grey`,
    );
    await assert.rejects(imageCodec.readHead(bytes), { name: "TypeError", message });
    await assert.rejects(imageCodec.readPixels(bytes, "ignore"), { message });
  });
}

for (
  const [data, found] of [[[0, 3.5], "from 0 to 3.5"], [[-1, 1], "from -1 to 1"], [
    [NaN, 0],
    "that are no numbers",
  ]] as const
) {
  Deno.test(`imageCodec refuses floats ${found}`, async () => {
    const size = { width: 2, height: 1 };
    const bytes = encodeTiff({
      ...size,
      data: Float32Array.from(data),
      ...FLOATS,
      bands: 1,
      photometric: 1,
    });
    await assert.rejects(readWhole(bytes), {
      message: new RegExp(`it holds floats ${found}; floats from 0 to 1 are read`),
    });
  });
}

Deno.test("imageCodec reads the first page of several", async () => {
  const page = (r: number): Promise<Uint8Array> =>
    paintPlain({ width: 8, height: 6 }, { r, g: 0, b: 0 }).png().toBuffer();
  const pages = [await page(10), await page(200)];
  const bytes = await sharp(pages, { join: { animated: true } }).tiff().toBuffer();
  const raster = await readWhole(bytes);
  assert.deepEqual([raster.width, raster.height, raster.data[0]], [8, 6, 10]);
});

// [what, bytes, reason]
const refused: readonly [string, Uint8Array, RegExp][] = [
  ["a text", new TextEncoder().encode("This is no photo."), /it is no JPEG, PNG/],
  [
    "a Git LFS pointer",
    new TextEncoder().encode("version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 9\n"),
    /it is a Git LFS pointer; `git lfs pull` gets the file itself, of 9 bytes/,
  ],
  [
    "a photo of a phone",
    beginHeif("heic", "mif1", "heic"),
    /it is HEIC, which is not read; save it/,
  ],
  ["one that says so second", beginHeif("mif1", "heic"), /it is HEIC, which is not read/],
  ["an AVIF that is cut off", beginHeif("avif", "mif1", "avif"), /(?!it is HEIC)/],
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
    await assert.rejects(imageCodec.readHead(bytes), { message });
    await assert.rejects(imageCodec.readPixels(bytes, "convert"), { message });
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

// The first box of a HEIF file: its brand, no version, and the brands that it fits.
function beginHeif(brand: string, ...brands: string[]): Uint8Array {
  const bytes = new Uint8Array(512);
  const text = `ftyp${brand}\0\0\0\0${brands.join("")}`;
  new DataView(bytes.buffer).setUint32(0, 4 + text.length);
  bytes.set(new TextEncoder().encode(text), 4);
  return bytes;
}

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
