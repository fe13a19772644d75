import { createError } from "../../reason/error.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import type { ImageInput } from "./feed.ts";

/**
 * Lays out a photo [channels, height, width] as the input takes it, repeated to its batch.
 *
 * @throws {TypeError} If the input has no height and width.
 */
export function layoutBatch(photo: Tensor, image: ImageInput): Tensor {
  return layoutPhotos([photo], image, hasBatch(image) ? image.batch : 1);
}

/**
 * Lays out photos of one size, each [channels, height, width], as the input takes them at once.
 *
 * @param batch How many it takes: where there are fewer photos, the last one is repeated.
 * @throws {TypeError} If the input has no height and width.
 */
export function layoutPhotos(
  photos: readonly Tensor[],
  image: ImageInput,
  batch: number,
): Tensor {
  requireSpace(image);
  const [first] = photos as [Tensor];
  const [channels = 0, height = 0, width = 0] = first.dims;
  const isPlanar = image.layout === "NCHW" || image.layout === "CHW";
  const arrange = ({ data }: Tensor): Float32Array => isPlanar ? data : interleave(data, channels);
  const dims = isPlanar ? [channels, height, width] : [height, width, channels];
  if (!hasBatch(image)) return { data: arrange(first), dims };
  if (batch === 1) return { data: arrange(first), dims: [1, ...dims] };
  const size = first.data.length;
  const data = new Float32Array(batch * size);
  const arranged = photos.map(arrange);
  for (let n = 0; n < batch; n++) data.set(arranged[n] ?? arranged.at(-1)!, n * size);
  return { data, dims: [batch, ...dims] };
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
