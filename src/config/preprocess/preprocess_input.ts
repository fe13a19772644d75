import type { Channels, CropRounding, ProfileUse, ResizeFilter, ResizeFit } from "./preprocess.ts";

/** How a photo becomes input, as a user writes it: what it leaves out is that of its preset. */
export interface PreprocessInput {
  /** `auto`, a preset, or the path of a Hugging Face `preprocessor_config.json`. */
  readonly preset?: string | undefined;
  /** How the photo is resized first; null, and left out, for what the model's input size decides. */
  readonly resize?: ShortestEdgeInput | SizeInput | null | undefined;
  /** The filter of the resizing; by default bilinear. */
  readonly kernel?: ResizeFilter | undefined;
  /** The part that is cut from the centre after resizing, or null for none. */
  readonly crop?: CropInput | null | undefined;
  /** What a colour profile in the photo is for; by default it is ignored. */
  readonly profile?: ProfileUse | undefined;
  /** The channels of the input tensor, in order; by default RGB. */
  readonly channels?: Channels | undefined;
  /** What every pixel, 0 to 255, is multiplied by before mean and std; by default 1/255. */
  readonly rescale?: number | undefined;
  /** What is subtracted: a number, or one for each channel; by default 0. */
  readonly mean?: number | readonly number[] | undefined;
  /** What the difference is divided by: a number, or one for each channel; by default 1. */
  readonly std?: number | readonly number[] | undefined;
}

/** A size by its shorter side; the ratio of the sides is kept. */
export interface ShortestEdgeInput {
  /** The length of the shorter side after resizing, in pixels. */
  readonly shortestEdge: number;
  /** The most that the longer side may have; where it would have more, both become smaller. */
  readonly longestEdge?: number | undefined;
}

/** A size by both sides. */
export interface SizeInput {
  /** The width after resizing, in pixels. */
  readonly width: number;
  /** The height after resizing, in pixels. */
  readonly height: number;
  /** What is done where the ratio differs; by default it is stretched. */
  readonly fit?: ResizeFit | undefined;
  /** The level of the margins that "contain" leaves; by default 0, black. */
  readonly margin?: number | undefined;
}

/** A part of the resized photo, from its centre. */
export interface CropInput {
  /** The width that is kept, in pixels. */
  readonly width: number;
  /** The height that is kept, in pixels. */
  readonly height: number;
  /** Where half a pixel would be cut off; by default to the even pixel, as torchvision does. */
  readonly rounding?: CropRounding | undefined;
}
