/** How a photo becomes input: value = (pixel * rescale - mean) / std, in the order of `channels`. */
export interface Preprocess {
  /** How the photo is resized first; null where nothing is said of it. */
  readonly resize: Resize | null;
  /** The filter of the resizing. */
  readonly kernel: ResizeFilter;
  /** What is cut from the centre after it; null for none. */
  readonly crop: Crop | null;
  /** What a colour profile in the photo is for. */
  readonly profile: ProfileUse;
  /** The channels of the input, in their order. */
  readonly channels: Channels;
  /** What every pixel, 0 to 255, is multiplied by. */
  readonly rescale: number;
  /** What is subtracted, for each channel. */
  readonly mean: readonly number[];
  /** What the difference is divided by, for each channel. */
  readonly std: readonly number[];
}

/** A size that a photo is brought to. */
export type Resize =
  | { readonly kind: "shortestEdge"; readonly length: number }
  | { readonly kind: "edges"; readonly shortest: number; readonly longest: number }
  | {
    readonly kind: "size";
    readonly width: number;
    readonly height: number;
    readonly fit: ResizeFit;
    /** The level of the margins of "contain". */
    readonly margin: number;
  };

/** A part of the resized photo, in pixels. */
export interface Crop {
  /** The width that is kept. */
  readonly width: number;
  /** The height that is kept. */
  readonly height: number;
  /** Where half a pixel would be cut off. */
  readonly rounding: CropRounding;
}

/** The channels of an input, in their order; `A` is opaque for a photo. */
export type Channels = "RGB" | "BGR" | "RGBA" | "gray";

/** A filter by which photos are resized. */
export type ResizeFilter = "bilinear" | "bicubic" | "lanczos3" | "nearest";

/** What a colour profile in a photo is for: nothing, or its levels are converted to sRGB. */
export type ProfileUse = "ignore" | "convert";

/** What is done where a size has another ratio than the photo. */
export type ResizeFit = "contain" | "cover" | "fill";

/** Where half a pixel would be cut off: to the even pixel as torchvision does, or down as Hugging Face does. */
export type CropRounding = "even" | "down";

export const CHANNELS = ["RGB", "BGR", "RGBA", "gray"] as const satisfies readonly Channels[];

export const KERNELS = [
  "bilinear",
  "bicubic",
  "lanczos3",
  "nearest",
] as const satisfies readonly ResizeFilter[];

export const PROFILES = ["ignore", "convert"] as const satisfies readonly ProfileUse[];

export const FITS = ["contain", "cover", "fill"] as const satisfies readonly ResizeFit[];

export const ROUNDINGS = ["even", "down"] as const satisfies readonly CropRounding[];

/** The longest side of a picture. */
export const LARGEST_SIDE = 16384; // pixels; sharp takes no more than 16383 x 16383 of them in all

/** Counts the channels of an order. */
export function countChannels(channels: Channels): number {
  return channels === "gray" ? 1 : channels.length;
}
