import { countElements, type Tensor } from "../../src/tensor/tensor.ts";

/** How a window steps over its input; by default one by one, without padding. */
export interface Steps {
  readonly strides?: readonly number[];
  readonly dilations?: readonly number[];
  /** At the begin of every axis, then at the end of every axis. */
  readonly pads?: readonly number[];
  readonly group?: number;
  /** What is added at the end of every axis of a transposed convolution's output. */
  readonly outputPadding?: readonly number[];
  /** A number for each output channel. */
  readonly bias?: ArrayLike<number>;
}

/**
 * Computes a convolution in float64 by its definition: y[m, o] is the sum over
 * c and t of w[m, c, t] x[c, o s + t d − p].
 */
export function convolve(x: Tensor, w: Tensor, steps: Steps = {}): Tensor {
  const [batch, inChannels, ...sizes] = x.dims as [number, number, ...number[]];
  const [outChannels, channels, ...kernel] = w.dims as [number, number, ...number[]];
  const { strides, dilations, pads, bias } = complete(steps, sizes.length);
  const cells = sizes.map((size, a) =>
    Math.floor(
      (size + pads[a]! + pads[a + sizes.length]! - dilations[a]! * (kernel[a]! - 1) - 1) /
        strides[a]!,
    ) + 1
  );
  const y = new Float64Array(batch * outChannels * countElements(cells));
  const perGroup = outChannels / (inChannels / channels);
  let position = 0;
  for (let n = 0; n < batch; n++) {
    for (let m = 0; m < outChannels; m++) {
      const first = Math.floor(m / perGroup) * channels;
      for (const cell of walk(cells)) {
        let sum = bias?.[m] ?? 0;
        for (let c = 0; c < channels; c++) {
          let k = (m * channels + c) * countElements(kernel);
          for (const tap of walk(kernel)) {
            const at = cell.map((o, a) => o * strides[a]! + tap[a]! * dilations[a]! - pads[a]!);
            sum += w.data[k++]! * pick(x, n * inChannels + first + c, sizes, at);
          }
        }
        y[position++] = sum;
      }
    }
  }
  return { data: Float32Array.from(y), dims: [batch, outChannels, ...cells] };
}

/**
 * Computes a transposed convolution in float64 by its definition: every cell i
 * of the input adds w[c, m, t] x[c, i] to y[m, i s + t d − p].
 */
export function convolveTransposed(x: Tensor, w: Tensor, steps: Steps = {}): Tensor {
  const [batch, inChannels, ...sizes] = x.dims as [number, number, ...number[]];
  const [, perGroup, ...kernel] = w.dims as [number, number, ...number[]];
  const { strides, dilations, pads, group, outputPadding, bias } = complete(steps, sizes.length);
  const cells = sizes.map((size, a) =>
    (size - 1) * strides[a]! + (kernel[a]! - 1) * dilations[a]! + 1 + outputPadding[a]! -
    pads[a]! - pads[a + sizes.length]!
  );
  const outChannels = perGroup * group;
  const count = countElements(cells);
  const y = Float64Array.from(
    { length: batch * outChannels * count },
    (_, i) => bias?.[Math.floor(i / count) % outChannels] ?? 0,
  );
  for (let n = 0; n < batch; n++) {
    for (let c = 0; c < inChannels; c++) {
      const first = Math.floor(c / (inChannels / group)) * perGroup;
      for (const cell of walk(sizes)) {
        const value = pick(x, n * inChannels + c, sizes, cell);
        for (let m = 0; m < perGroup; m++) {
          let k = (c * perGroup + m) * countElements(kernel);
          for (const tap of walk(kernel)) {
            const at = cell.map((i, a) => i * strides[a]! + tap[a]! * dilations[a]! - pads[a]!);
            const place = flatten(at, cells);
            if (place !== null) {
              y[(n * outChannels + first + m) * count + place]! += w.data[k]! * value;
            }
            k++;
          }
        }
      }
    }
  }
  return { data: Float32Array.from(y), dims: [batch, outChannels, ...cells] };
}

function complete(steps: Steps, axes: number): Required<Omit<Steps, "bias">> & Pick<Steps, "bias"> {
  return {
    strides: Array(axes).fill(1),
    dilations: Array(axes).fill(1),
    pads: Array(2 * axes).fill(0),
    outputPadding: Array(axes).fill(0),
    group: 1,
    ...steps,
  };
}

// All places of a box, the last axis fastest.
function* walk(dims: readonly number[]): Generator<number[]> {
  const place = dims.map(() => 0);
  for (let i = countElements(dims); i > 0; i--) {
    yield place;
    for (let a = dims.length - 1; a >= 0 && ++place[a]! === dims[a]!; a--) place[a] = 0;
  }
}

function pick(x: Tensor, plane: number, sizes: readonly number[], at: readonly number[]): number {
  const place = flatten(at, sizes);
  return place === null ? 0 : x.data[plane * countElements(sizes) + place]!;
}

function flatten(at: readonly number[], sizes: readonly number[]): number | null {
  let place = 0;
  for (const [a, size] of sizes.entries()) {
    if (at[a]! < 0 || at[a]! >= size) return null;
    place = place * size + at[a]!;
  }
  return place;
}
