import { countElements, sliceAt, type Tensor } from "../tensor/tensor.ts";
import { type GridLayout, type GridLayoutOptions, layoutGrid } from "./grid_layout.ts";
import { findRange, rescale, type ValueRange } from "./rescale.ts";

/** How {@linkcode makeGrid} lays out and scales images. */
export interface GridOptions extends GridLayoutOptions {
  /**
   * Whether values are shifted and scaled to 0 … 1.
   *
   * @default {false}
   */
  readonly normalize?: boolean;
  /** The range that becomes 0 … 1; by default that of the values themselves. */
  readonly valueRange?: ValueRange | undefined;
  /**
   * Whether each image is scaled by its own range instead of one for all.
   *
   * @default {false}
   */
  readonly scaleEach?: boolean;
  /**
   * The value of the gaps and of unused cells, neither scaled nor clamped.
   *
   * @default {0}
   */
  readonly padValue?: number;
}

/** Images of one shape, each a view of the caller's data. */
interface Batch {
  readonly images: readonly Float32Array[];
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

/**
 * Lays out images in a grid, as torchvision's `make_grid` does, to the bit.
 *
 * One-channel images become three equal channels; a single image comes back
 * without padding. NaN and infinite values spread as they do in torchvision.
 *
 * @param input Images: a tensor [n, channels, height, width], one image
 * [channels, height, width] or [height, width], or a list of images of one
 * shape. A list of [height, width] images is one image of many channels.
 * @param options The layout and the scale.
 * @returns The grid: [channels, rows of cells × (height + padding) + padding,
 * columns × (width + padding) + padding].
 * @throws {TypeError} If the input has no such shape, or the shapes of a list
 * differ.
 * @throws {RangeError} If there is no image, or `nrow` or `padding` is not a
 * whole number of at least 1 or 0.
 * @see https://docs.pytorch.org/vision/stable/generated/torchvision.utils.make_grid.html
 *
 * @example Two kernels side by side
 * ```ts
 * import { makeGrid } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const kernels = { data: new Float32Array(2 * 3 * 11 * 11), dims: [2, 3, 11, 11] };
 * const grid = makeGrid(kernels, { normalize: true, scaleEach: true });
 * assert.deepEqual(grid.dims, [3, 15, 28]);
 * ```
 */
export function makeGrid(
  input: Tensor | readonly Tensor[],
  options: GridOptions = {},
): Tensor {
  const { normalize = false, padValue = 0 } = options;
  const batch = toBatch(input);
  const layout = layoutGrid(batch.images.length, batch, options);
  const { width, height } = layout;
  const data = new Float32Array(batch.channels * height * width);
  if (padValue !== 0) data.fill(padValue);
  const scaled = normalize ? scaleImages(batch, options) : batch.images;
  let cell = 0;
  for (const image of scaled) {
    drawImage({ data, layout, image: batch }, image, cell);
    cell++;
  }
  return repeatGrey({ data, dims: [batch.channels, height, width] });
}

function toBatch(input: Tensor | readonly Tensor[]): Batch {
  const tensor = isList(input) ? stackFlat(input) : input;
  if (isList(tensor)) return listBatch(tensor);
  switch (tensor.dims.length) {
    case 2:
      return listBatch([{ data: tensor.data, dims: [1, ...tensor.dims] }]);
    case 3:
      return listBatch([tensor]);
    case 4:
      return listBatch(
        Array.from({ length: tensor.dims[0]! }, (_, i) => sliceAt(tensor, i)),
      );
    default:
      throw new TypeError(
        `Cannot make grid of a tensor of dims [${tensor.dims}]: 2, 3 or 4 axes are expected`,
      );
  }
}

function isList(input: Tensor | readonly Tensor[]): input is readonly Tensor[] {
  return Array.isArray(input);
}

// torch.stack makes one image of many channels out of [height, width] images.
function stackFlat(images: readonly Tensor[]): Tensor | readonly Tensor[] {
  const [first] = images;
  if (first === undefined || first.dims.length !== 2) return images;
  requireOneShape(images);
  const size = countElements(first.dims);
  const data = new Float32Array(images.length * size);
  images.forEach((image, i) => data.set(image.data, i * size));
  return { data, dims: [images.length, ...first.dims] };
}

function listBatch(images: readonly Tensor[]): Batch {
  const [first] = images;
  if (first === undefined) {
    throw new RangeError("Cannot make grid: there is no image");
  }
  requireOneShape(images);
  const [channels, height, width, ...more] = first.dims;
  if (width === undefined || more.length > 0) {
    throw new TypeError(
      `Cannot make grid of images of dims [${first.dims}]: [channels, height, width] is expected`,
    );
  }
  return {
    images: images.map((image) => image.data),
    channels: channels!,
    height: height!,
    width,
  };
}

function requireOneShape(images: readonly Tensor[]): void {
  const [first] = images;
  for (const { data, dims } of images) {
    if (String(dims) !== String(first?.dims)) {
      throw new TypeError(
        `Cannot make grid of images of dims [${first?.dims}] and [${dims}]: one shape is expected`,
      );
    }
    if (countElements(dims) !== data.length) {
      throw new TypeError(
        `Cannot make grid of an image of dims [${dims}]: it has ${data.length} elements`,
      );
    }
  }
}

// Yields the images one by one in a buffer that the next one overwrites.
function* scaleImages(
  batch: Batch,
  options: GridOptions,
): Generator<Float32Array> {
  const { scaleEach = false } = options;
  const shared = options.valueRange ??
    (scaleEach ? null : findRange(batch.images));
  const target = new Float32Array(batch.channels * batch.height * batch.width);
  for (const image of batch.images) {
    rescale(image, shared ?? findRange([image]), target);
    yield target;
  }
}

/** A grid that is being drawn. */
interface Drawing {
  readonly data: Float32Array;
  readonly layout: GridLayout;
  /** The sizes of each of its images. */
  readonly image: Pick<Batch, "channels" | "height" | "width">;
}

function drawImage({ data, layout, image }: Drawing, values: Float32Array, cell: number): void {
  const { channels, height, width } = image;
  const { columns, padding } = layout;
  const top = padding + Math.floor(cell / columns) * (height + padding);
  const left = padding + (cell % columns) * (width + padding);
  for (let c = 0; c < channels; c++) {
    for (let y = 0; y < height; y++) {
      const from = (c * height + y) * width;
      const to = (c * layout.height + top + y) * layout.width + left;
      data.set(values.subarray(from, from + width), to);
    }
  }
}

function repeatGrey(grid: Tensor): Tensor {
  const [channels, height, width] = grid.dims;
  if (channels !== 1) return grid;
  const data = new Float32Array(3 * grid.data.length);
  for (let c = 0; c < 3; c++) data.set(grid.data, c * grid.data.length);
  return { data, dims: [3, height!, width!] };
}
