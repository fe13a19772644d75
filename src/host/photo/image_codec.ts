import sharp, { type Metadata, type Sharp, type SharpOptions } from "sharp";
import type { Preprocess } from "../../config/preprocess/preprocess.ts";
import type { Caption, ColourLimit, ImageCodec, PhotoHead } from "../../effects.ts";
import { findPointer } from "../../onnx/file/pointer_kind.ts";
import type { Raster } from "../../raster/raster.ts";
import { type Samples, toPhoto } from "../../raster/stored_levels.ts";
import { readProfileName } from "./colour_profile.ts";
import { isHeic } from "./heic.ts";
import { findTiffFault } from "./tiff_fault.ts";
import { readTiffHead } from "./tiff_head.ts";
import { encodePixels } from "./png.ts";
import { encodeXmp } from "./xmp.ts";
import { createError, findReason } from "../../reason/error.ts";
import type { Reason } from "../../reason/reason.ts";

// No picture is made twice, so that nothing of one is of use to the next.
sharp.cache(false);

/** Reads JPEG, PNG, WebP, AVIF, GIF and TIFF, and writes PNG and WebP. */
export const imageCodec: ImageCodec = { readHead, readPixels, encodePng, encodeWebp };

/** Has only the formats read that are promised, in all threads of the process. */
export function limitFormats(): void {
  // Others, such as SVG, would run more code on a stranger's file.
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({
    operation: ["Jpeg", "Png", "Webp", "Heif", "Nsgif", "Tiff"].map((format) =>
      `VipsForeignLoad${format}`
    ),
  });
}

// Above the largest phone cameras (200 megapixels); a small file can claim far more.
const MAX_PIXELS = 2 ** 28;

async function readHead(bytes: Uint8Array): Promise<PhotoHead> {
  const { autoOrient, icc } = await readMetadata(bytes);
  const profile = icc === undefined ? null : readProfileName(icc);
  return { width: autoOrient.width, height: autoOrient.height, profile };
}

async function readMetadata(bytes: Uint8Array): Promise<Metadata> {
  if (isHeic(bytes)) throw createError(TypeError, undecoded({ code: "heic" }));
  const head = readTiffHead(bytes);
  const fault = head && findTiffFault(head); // other formats hold nothing but levels
  if (fault !== null) throw createError(TypeError, undecoded(fault));
  return await open(bytes).metadata().catch(refuse);
}

function undecoded(reason: Reason): Reason {
  return { code: "image-undecoded", reason };
}

async function readPixels(bytes: Uint8Array, profile: Preprocess["profile"]): Promise<Raster> {
  const metadata = await readMetadata(bytes);
  const samples = profile === "convert" && metadata.hasProfile
    ? await readConverted(bytes, metadata)
    : await readStored(bytes, metadata);
  try {
    return toPhoto(samples);
  } catch (error) {
    return refuse(error);
  }
}

async function readConverted(bytes: Uint8Array, metadata: Metadata): Promise<Samples> {
  const { depth, space, hasAlpha } = metadata;
  if (depth === "float" || space === "grey16") {
    const code = depth === "float" ? "profile-of-floats" : "profile-of-grey";
    throw createError(TypeError, { code });
  }
  const { data, ...size } = await decode(open(bytes).toColourspace("srgb"), "uchar");
  return { ...size, data, colours: "RGB", opacity: hasAlpha };
}

// Between a space and the same libvips converts nothing.
async function readStored(bytes: Uint8Array, metadata: Metadata): Promise<Samples> {
  const { space, depth, hasAlpha } = metadata;
  const own = hasAlpha ? NAMED_WITH_ALPHA[depth] ?? space : space;
  const stored = open(bytes, { ignoreIcc: true }).pipelineColourspace(own).toColourspace(own);
  const decoded = await decode(stored, depth);
  const opacity = hasAlpha && readTiffHead(bytes)?.extra !== "unnamed";
  const colours = own === "cmyk" ? "CMYK" : decoded.bands < 3 ? "grey" : "RGB";
  return { ...decoded, colours, opacity };
}

// Grey with alpha has no name of its own, and loses the alpha under that of grey.
const NAMED_WITH_ALPHA: Readonly<Record<string, string>> = { uchar: "srgb", ushort: "rgb16" };

async function decode(
  image: Sharp,
  depth: Metadata["depth"],
): Promise<Omit<Samples, "colours" | "opacity">> {
  const { data, info } = await image.autoOrient().raw({ depth })
    .toBuffer({ resolveWithObject: true }).catch(refuse);
  const { width, height, channels } = info;
  return { width, height, bands: channels, data: viewSamples(ownBytes(data), depth) };
}

// A photo of 12 megapixels is 36 MB, which need not be copied.
function ownBytes(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteLength } = data;
  const whole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
  return whole ? new Uint8Array(buffer) : new Uint8Array(data);
}

function viewSamples(bytes: Uint8Array<ArrayBuffer>, depth: Metadata["depth"]): Samples["data"] {
  switch (depth) {
    case "uchar":
      return bytes;
    case "ushort":
      return new Uint16Array(bytes.buffer);
    case "float":
      return new Float32Array(bytes.buffer);
    default:
      throw createError(TypeError, undecoded({ code: "sample-kind", kind: depth }));
  }
}

async function encodePng(
  raster: Raster,
  caption: Caption,
  limit?: ColourLimit,
): Promise<Uint8Array> {
  const xmp = encodeXmp(caption);
  if (limit === undefined) return encodePixels(raster, xmp);
  return await openRaster(raster).withXmp(xmp).png(limit).toBuffer();
}

// At a quality of 80 a map's levels are off by some 2 of 255; more effort saves little and takes long.
const WEBP = {
  none: { lossless: true, effort: 4 },
  some: { quality: 60, effort: 4, smartSubsample: true },
} as const;

async function encodeWebp(
  raster: Raster,
  caption: Caption,
  loss: keyof typeof WEBP,
): Promise<Uint8Array> {
  return await openRaster(raster).withXmp(encodeXmp(caption)).webp(WEBP[loss]).toBuffer();
}

function openRaster({ width, height, channels, data }: Raster): Sharp {
  return sharp(data, { raw: { width, height, channels }, limitInputPixels: false })
    .toColourspace(channels === 1 ? "b-w" : "srgb");
}

function refuse(cause: unknown): never {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (/unsupported image format/.test(reason)) {
    throw createError(TypeError, undecoded({ code: "image-format" }), { cause });
  }
  if (/exceeds pixel limit/.test(reason)) {
    const excess = { code: "too-many-pixels", most: MAX_PIXELS } as const;
    throw createError(RangeError, undecoded(excess), { cause });
  }
  throw createError(Error, undecoded(findReason(cause)), { cause });
}

function open(bytes: Uint8Array, options: Pick<SharpOptions, "ignoreIcc"> = {}): Sharp {
  if (bytes.length === 0) throw createError(TypeError, undecoded({ code: "image-empty" }));
  const pointer = findPointer(bytes);
  if (pointer !== null) throw createError(TypeError, undecoded(pointer));
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: "error", pages: 1, ...options });
}
