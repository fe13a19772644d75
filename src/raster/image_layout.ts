import type { Preprocess } from "../config/preprocess/preprocess.ts";
import type { Size } from "./raster.ts";

/** How a photo is brought to the size of a network's input: resized, then cut or widened. */
export interface ImageLayout extends Size {
  /** The size after resizing, in pixels. */
  readonly resized: Size;
  /** Where the input's first column lies in the resized photo; negative for a margin. */
  readonly left: number;
  /** Where the input's first row lies in the resized photo; negative for a margin. */
  readonly top: number;
  /** The level of what lies beyond the photo. */
  readonly margin: number;
  /** The filter of the resizing. */
  readonly kernel: Preprocess["kernel"];
}

/** The size that a network takes; null where it takes any. */
export interface OpenSize {
  /** The width in pixels; null where it is open. */
  readonly width: number | null;
  /** The height in pixels; null where it is open. */
  readonly height: number | null;
}

/**
 * Lays out the way from a photo to the input, rounding as torchvision's
 * `Resize` and `CenterCrop` do. Without `resize` and `crop` the photo comes to
 * the size that the network takes, by its shortest edge and a centre crop. A
 * crop that reaches beyond the photo has margins.
 */
export function layoutImage(photo: Size, recipe: Preprocess, input: OpenSize): ImageLayout {
  const scaled = layoutResized(photo, recipe, input);
  return recipe.crop === null ? scaled : cropCentre(scaled, recipe.crop);
}

function layoutResized(photo: Size, recipe: Preprocess, input: OpenSize): ImageLayout {
  const { resize, crop } = recipe;
  if (resize?.kind === "size") return centre(fitSize(photo, resize), resize, recipe);
  if (resize !== null) {
    const resized = resize.kind === "edges"
      ? edgesSize(photo, resize)
      : shortestEdgeSize(photo, resize.length);
    return centre(resized, resized, recipe);
  }
  if (crop !== null) return centre(photo, photo, recipe);
  const target = { width: input.width ?? photo.width, height: input.height ?? photo.height };
  return centre(edgeSize(photo, target), target, recipe);
}

// The smallest size that leaves no margin, the longer edge cut off as torchvision's Resize does.
function edgeSize({ width, height }: Size, target: Size): Size {
  return target.width * height >= target.height * width
    ? { width: target.width, height: Math.trunc(target.width * height / width) }
    : { width: Math.trunc(target.height * width / height), height: target.height };
}

function shortestEdgeSize({ width, height }: Size, edge: number): Size {
  return width <= height
    ? { width: edge, height: Math.trunc(edge * height / width) }
    : { width: Math.trunc(edge * width / height), height: edge };
}

// As DETR's `get_size_with_aspect_ratio` does it; Hugging Face's processors have it from there.
function edgesSize(
  photo: Size,
  { shortest, longest }: { readonly shortest: number; readonly longest: number },
): Size {
  const { width, height } = photo;
  const [short, long] = width <= height ? [width, height] : [height, width];
  if (long / short * shortest <= longest) return shortestEdgeSize(photo, shortest);
  const exact = longest * short / long;
  const edge = Math.max(1, roundHalfEven(exact));
  if (short === edge) return { width, height };
  const other = Math.trunc(exact * long / short);
  return width <= height ? { width: edge, height: other } : { width: other, height: edge };
}

// "contain" and "cover" round as Pillow's ImageOps.contain and ImageOps.cover do.
function fitSize(photo: Size, target: Size & { readonly fit: "contain" | "cover" | "fill" }): Size {
  if (target.fit === "fill") return { width: target.width, height: target.height };
  const isWider = photo.width * target.height > target.width * photo.height;
  return isWider === (target.fit === "contain")
    ? { width: target.width, height: roundSide(photo.height / photo.width * target.width) }
    : { width: roundSide(photo.width / photo.height * target.height), height: target.height };
}

function roundSide(exact: number): number {
  return Math.max(1, roundHalfEven(exact));
}

function centre(resized: Size, input: Size, { resize, kernel }: Preprocess): ImageLayout {
  return {
    width: input.width,
    height: input.height,
    resized,
    left: roundHalfEven((resized.width - input.width) / 2),
    top: roundHalfEven((resized.height - input.height) / 2),
    margin: resize?.kind === "size" ? resize.margin : 0,
    kernel,
  };
}

function cropCentre(layout: ImageLayout, crop: NonNullable<Preprocess["crop"]>): ImageLayout {
  const { width, height, rounding } = crop;
  return {
    ...layout,
    width,
    height,
    left: layout.left + halve(layout.width - width, rounding),
    top: layout.top + halve(layout.height - height, rounding),
  };
}

// torchvision rounds what it cuts off to the even pixel, and the margin that it adds down.
function halve(rest: number, rounding: "even" | "down"): number {
  if (rounding === "down") return Math.floor(rest / 2);
  return rest < 0 ? -Math.floor(-rest / 2) : roundHalfEven(rest / 2);
}

// Python's round(), which CenterCrop uses.
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
