import type { Tensor } from "../../../src/tensor/tensor.ts";

/** A wave in a Gaussian window. */
export interface GaborOptions {
  readonly size?: number;
  /** Along which way its stripes run, in degrees, counter-clockwise as seen. */
  readonly orientation: number;
  /** In cycles per pixel. */
  readonly frequency: number;
  /** The deviation of the window, in pixels. */
  readonly sigma?: number;
  /** In radians: 0 is a bar, π/2 an edge. */
  readonly phase?: number;
}

/** Draws a Gabor kernel [1, size, size]. */
export function drawGabor(options: GaborOptions): Tensor {
  const { size = 15, orientation, frequency, sigma = 2.5, phase = 0 } = options;
  const along = (orientation - 90) * Math.PI / 180; // the wave runs across its stripes
  const data = Float32Array.from({ length: size * size }, (_, i) => {
    const x = i % size - (size - 1) / 2;
    const y = (size - 1) / 2 - Math.floor(i / size); // up
    const way = x * Math.cos(along) + y * Math.sin(along);
    const window = Math.exp(-(x * x + y * y) / (2 * sigma * sigma));
    return window * Math.cos(2 * Math.PI * frequency * way + phase);
  });
  return { data, dims: [1, size, size] };
}

/** How much of a pattern each colour takes. */
export type KernelColour = readonly [red: number, green: number, blue: number];

/** Spreads a kernel of one slice [1, height, width] over red, green and blue. */
export function paintKernel({ data, dims: [, ...size] }: Tensor, colour: KernelColour): Tensor {
  const planes = colour.flatMap((share) => Array.from(data, (weight) => share * weight));
  return { data: Float32Array.from(planes), dims: [3, ...size] };
}

/** Turns a kernel [in, size, size] by 90° counter-clockwise. */
export function turnQuarter({ data, dims }: Tensor): Tensor {
  const [, size = 0] = dims;
  const turned = data.map((_, i) => {
    const [c, y, x] = [Math.floor(i / size / size), Math.floor(i / size) % size, i % size];
    return data[(c * size + x) * size + size - 1 - y]!;
  });
  return { data: turned, dims };
}

/** Mirrors a kernel [in, size, size] at its main diagonal. */
export function transposeKernel({ data, dims }: Tensor): Tensor {
  const [, size = 0] = dims;
  const turned = data.map((_, i) => {
    const [c, y, x] = [Math.floor(i / size / size), Math.floor(i / size) % size, i % size];
    return data[(c * size + x) * size + y]!;
  });
  return { data: turned, dims };
}

/** Makes a kernel of one slice from its rows. */
export function kernelOf(...rows: readonly (readonly number[])[]): Tensor {
  return { data: Float32Array.from(rows.flat()), dims: [1, rows.length, rows[0]!.length] };
}

/** Makes a kernel [3, 1, n] that reads n pixels of the given colours. */
export function colourKernel(...pixels: readonly (readonly [number, number, number])[]): Tensor {
  const planes = [0, 1, 2].flatMap((channel) => pixels.map((pixel) => pixel[channel]!));
  return { data: Float32Array.from(planes), dims: [3, 1, pixels.length] };
}

/** Makes sure that two numbers differ by at most `tolerance`. */
export function assertNear(actual: number | null, expected: number, tolerance = 1e-6): void {
  if (actual !== null && Math.abs(actual - expected) <= tolerance) return;
  throw new RangeError(`${actual} is not within ${tolerance} of ${expected}`);
}
