import type { Raster, Size } from "./raster.ts";
import { createError } from "../reason/error.ts";

/** What an image file stores, the bands of a pixel side by side. */
export interface Samples extends Size {
  /** Levels of 8 bits, of 16, or floats from 0 to 1. */
  readonly data: Uint8Array<ArrayBuffer> | Uint16Array | Float32Array;
  readonly bands: number;
  /** What the first bands are: one of grey, three of RGB, or four inks. */
  readonly colours: "grey" | "RGB" | "CMYK";
  /** Whether the band behind the colours is opacity; any other is left out. */
  readonly opacity: boolean;
}

/**
 * Turns what a file stores into red, green and blue levels of 8 bits, as
 * Pillow's `convert("RGB")` does, without a profile: grey thrice, the high byte
 * of 16 bits, and inks by the complement. Floats from 0 to 1 become 0 to 255.
 * What is transparent is laid on white.
 *
 * @throws {RangeError} If floats are not from 0 to 1.
 */
export function toPhoto(samples: Samples): Raster {
  const { width, height, bands, colours, opacity } = samples;
  const levels = toBytes(samples.data);
  const data = bands === 3 && colours === "RGB" ? levels : toColours(levels, { bands, colours });
  if (opacity) layOnWhite(data, levels, bands);
  return { width, height, channels: 3, data };
}

function toBytes(data: Samples["data"]): Uint8Array<ArrayBuffer> {
  if (data instanceof Uint8Array) return data;
  const levels = new Uint8Array(data.length);
  if (data instanceof Uint16Array) {
    for (let i = 0; i < data.length; i++) levels[i] = data[i]! >> 8;
    return levels;
  }
  requireUnit(data);
  for (let i = 0; i < data.length; i++) levels[i] = Math.round(255 * data[i]!);
  return levels;
}

function requireUnit(data: Float32Array): void {
  let [least, most] = [Infinity, -Infinity];
  for (const value of data) {
    if (Number.isNaN(value)) throw createError(RangeError, { code: "not-a-number" });
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (least >= 0 && most <= 1) return;
  throw createError(RangeError, { code: "floats-beyond", least, most });
}

function toColours(
  levels: Uint8Array,
  { bands, colours }: Pick<Samples, "bands" | "colours">,
): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(levels.length / bands * 3);
  for (let from = 0, at = 0; at < data.length; from += bands, at += 3) {
    const white = colours === "CMYK" ? 255 - levels[from + 3]! : 255;
    for (let c = 0; c < 3; c++) {
      const level = levels[from + (colours === "grey" ? 0 : c)]!;
      data[at + c] = colours === "CMYK" ? Math.max(0, white - divide(level * white)) : level;
    }
  }
  return data;
}

function layOnWhite(data: Uint8Array, levels: Uint8Array, bands: number): void {
  for (let alpha = bands - 1, at = 0; alpha < levels.length; alpha += bands, at += 3) {
    const opaque = levels[alpha]!;
    for (let c = 0; c < 3; c++) {
      data[at + c] = divide(data[at + c]! * opaque + 255 * (255 - opaque));
    }
  }
}

// By 255, rounded as Pillow does.
function divide(product: number): number {
  const sum = product + 128;
  return (sum >> 8) + sum >> 8;
}
