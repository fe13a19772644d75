import { greyOf } from "./input.ts";
import type { Raster } from "./raster.ts";
import { blur } from "./resample.ts";

/** What is done to a photo. */
export type Variation =
  | { readonly kind: "grey" }
  /** Blurred by a Gaussian of this standard deviation, in pixels. */
  | { readonly kind: "blurred"; readonly deviation: number }
  /** What such a blur leaves is taken away; its mean stays. */
  | { readonly kind: "sharpened"; readonly deviation: number }
  /** Left is right, and all of it as many pixels further to the right. */
  | { readonly kind: "mirrored"; readonly shift: number };

/** Varies a photo; its size and its channels stay. Null where no pixel changes. */
export function varyPhoto(photo: Raster, variation: Variation): Raster | null {
  const varied = vary(photo, variation);
  return isEqual(varied.data, photo.data) ? null : varied;
}

function isEqual(one: Uint8Array, other: Uint8Array): boolean {
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

function vary(photo: Raster, variation: Variation): Raster {
  switch (variation.kind) {
    case "grey":
      return dropColour(photo);
    case "blurred":
      return blur(photo, variation.deviation);
    case "sharpened":
      return dropCoarse(photo, variation.deviation);
    case "mirrored":
      return mirror(photo, variation.shift);
  }
}

// The luma that networks of grey photos read: the network takes it for each of the three colours.
function dropColour(photo: Raster): Raster {
  if (photo.channels === 1) return photo;
  const grey = greyOf(photo);
  const data = new Uint8Array(photo.data.length);
  for (let i = 0, at = 0; i < grey.length; i++) {
    for (let c = 0; c < 3; c++) data[at++] = grey[i]!;
  }
  return { ...photo, data };
}

function dropCoarse(photo: Raster, deviation: number): Raster {
  const { channels, data } = photo;
  const coarse = blur(photo, deviation).data;
  const means = Array.from({ length: channels }, (_, c) => averageChannel(photo, c));
  const levels = new Uint8ClampedArray(data.length);
  for (let i = 0, c = 0; i < levels.length; i++, c = c + 1 === channels ? 0 : c + 1) {
    levels[i] = data[i]! - coarse[i]! + means[c]!;
  }
  return { ...photo, data: new Uint8Array(levels.buffer) };
}

function averageChannel({ channels, data }: Raster, channel: number): number {
  let sum = 0;
  for (let i = channel; i < data.length; i += channels) sum += data[i]!;
  return Math.round(sum * channels / data.length);
}

// Where nothing is left of the photo, its border goes on.
function mirror(photo: Raster, shift: number): Raster {
  const { width, height, channels } = photo;
  const data = new Uint8Array(photo.data.length);
  for (let x = 0; x < width; x++) {
    const from = Math.min(width - 1, Math.max(0, width - 1 - x + shift));
    for (let y = 0; y < height; y++) {
      const to = channels * (y * width + x);
      const source = channels * (y * width + from);
      for (let c = 0; c < channels; c++) data[to + c] = photo.data[source + c]!;
    }
  }
  return { width, height, channels, data };
}
