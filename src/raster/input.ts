import type { Channels, Preprocess } from "../config/preprocess/preprocess.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Raster } from "./raster.ts";

/** Turns the pixels of a photo into a network's input [channels, height, width]. */
export function toInput(photo: Raster, recipe: Preprocess): Tensor {
  const { width, height } = photo;
  const planes = pickPlanes(photo, recipe.channels);
  const data = new Float32Array(planes.length * width * height);
  planes.forEach((plane, c) => {
    const values = tabulate(recipe, c);
    const target = data.subarray(c * plane.length, (c + 1) * plane.length);
    for (let i = 0; i < plane.length; i++) target[i] = values[plane[i]!]!;
  });
  return { data, dims: [planes.length, height, width] };
}

/**
 * Gives the photo as a network sees it: in grey where it reads grey, in colour otherwise. Grey comes
 * before the resizing, as in `Image.open(…).convert("L")`.
 */
export function seenBy(photo: Raster, recipe: Preprocess): Raster {
  if (recipe.channels !== "gray" || photo.channels === 1) return photo;
  return { ...photo, channels: 1, data: greyOf(photo) };
}

// The input value of each of the 256 levels.
function tabulate({ rescale, mean, std }: Preprocess, channel: number): Float32Array {
  const values = new Float32Array(256);
  for (let level = 0; level < values.length; level++) {
    values[level] = (level * rescale - mean[channel]!) / std[channel]!;
  }
  return values;
}

function pickPlanes(photo: Raster, channels: Channels): Uint8Array[] {
  if (channels === "gray") return [photo.channels === 1 ? photo.data : greyOf(photo)];
  return [...channels].map((letter) => planeOf(photo, "RGB".indexOf(letter)));
}

// A channel that a photo does not have is its opacity.
function planeOf({ data }: Raster, channel: number): Uint8Array {
  const plane = new Uint8Array(data.length / 3);
  if (channel < 0) return plane.fill(255);
  for (let i = 0; i < plane.length; i++) plane[i] = data[3 * i + channel]!;
  return plane;
}

// ITU-R BT.601 in 16 bits, as Pillow's convert("L") and so torchvision's Grayscale compute it.
const LUMA = [19595, 38470, 7471] as const;

/** Gives the luma of every pixel of a photo in colour. */
export function greyOf({ data }: Raster): Uint8Array<ArrayBuffer> {
  const plane = new Uint8Array(data.length / 3);
  for (let i = 0, from = 0; i < plane.length; i++, from += 3) {
    const luma = LUMA[0] * data[from]! + LUMA[1] * data[from + 1]! + LUMA[2] * data[from + 2]!;
    plane[i] = luma + 2 ** 15 >> 16;
  }
  return plane;
}
