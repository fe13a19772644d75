import { createError } from "../../reason/error.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import type { ImageInput } from "./feed.ts";

/**
 * Lays out a photo [channels, height, width] as the input takes it, repeated to its batch.
 *
 * @throws {TypeError} If the input has no height and width.
 */
export function layoutBatch(photo: Tensor, image: ImageInput): Tensor {
  return layoutPhotos(Array<Tensor>(hasBatch(image) ? image.batch : 1).fill(photo), image);
}

/**
 * Lays out photos of one size, each [channels, height, width], as the input takes them at once.
 *
 * @throws {TypeError} If the input has no height and width.
 */
export function layoutPhotos(photos: readonly Tensor[], image: ImageInput): Tensor {
  requireSpace(image);
  const [first] = photos as [Tensor];
  const [channels = 0, height = 0, width = 0] = first.dims;
  const isPlanar = image.layout === "NCHW" || image.layout === "CHW";
  const arrange = ({ data }: Tensor): Float32Array => isPlanar ? data : interleave(data, channels);
  const dims = isPlanar ? [channels, height, width] : [height, width, channels];
  if (!hasBatch(image)) return { data: arrange(first), dims };
  if (photos.length === 1) return { data: arrange(first), dims: [1, ...dims] };
  const size = first.data.length;
  const data = new Float32Array(photos.length * size);
  const arranged = new Map([...new Set(photos)].map((photo) => [photo, arrange(photo)]));
  photos.forEach((photo, n) => data.set(arranged.get(photo)!, n * size));
  return { data, dims: [photos.length, ...dims] };
}

function hasBatch({ layout }: ImageInput): boolean {
  return layout === "NCHW" || layout === "NHWC";
}

/**
 * Tells how many photos an input takes at once: as many as the model says, else those that are wanted
 * where it leaves that open.
 */
export function findBatch(image: ImageInput, wanted: number): number {
  if (!hasBatch(image)) return 1;
  return image.dims === null || typeof image.dims[0] === "number" ? image.batch : wanted;
}

/** Makes sure that an input has the height and width of a photo. */
export function requireSpace({ name, layout, dims }: ImageInput): void {
  if (layout !== null) return;
  throw createError(TypeError, { code: "input-without-space", input: name, dims: dims ?? [] });
}

function interleave(planes: Float32Array, channels: number): Float32Array {
  const size = planes.length / channels;
  const pixels = new Float32Array(planes.length);
  for (let c = 0; c < channels; c++) {
    for (let i = 0; i < size; i++) pixels[i * channels + c] = planes[c * size + i]!;
  }
  return pixels;
}
