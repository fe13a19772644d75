import type { Channels, Preprocess } from "../config/preprocess/preprocess.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Raster } from "./raster.ts";

/** Turns the pixels of a photo into a network's input [channels, height, width]. */
export function toInput(photo: Raster, recipe: Preprocess): Tensor {
  const { width, height } = photo;
  const sources = pickSources(photo, recipe.channels);
  const size = width * height;
  const data = new Float32Array(sources.length * size);
  for (const [c, { levels, first, step }] of sources.entries()) {
    const values = tabulate(recipe, c);
    const target = data.subarray(c * size, (c + 1) * size);
    for (let i = 0, at = first; i < size; i++, at += step) target[i] = values[levels[at]!]!;
  }
  return { data, dims: [sources.length, height, width] };
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

/** Where the levels of a channel stand: the first one, and how far apart they are. */
interface LevelSource {
  readonly levels: Uint8Array;
  readonly first: number;
  readonly step: number;
}

function pickSources(photo: Raster, channels: Channels): LevelSource[] {
  if (channels === "gray") {
    const levels = photo.channels === 1 ? photo.data : greyOf(photo);
    return [{ levels, first: 0, step: 1 }];
  }
  return [...channels].map((letter) => {
    const first = "RGB".indexOf(letter);
    return first < 0 ? OPAQUE : { levels: photo.data, first, step: 3 };
  });
}

// A channel that a photo does not have is its opacity.
const OPAQUE: LevelSource = { levels: new Uint8Array([255]), first: 0, step: 0 };

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
