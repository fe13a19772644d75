import { countElements, type Tensor } from "../../tensor/tensor.ts";
import { createError } from "../../reason/error.ts";

/** How whole numbers stand for real ones. */
export interface Quantization {
  /** One scale, one for each index along `axis`, or one for each block along it. */
  readonly scale: Tensor;
  /** The number that stands for 0, of the scale's dims; null for 0 itself. */
  readonly zeroPoint: Tensor | null;
  readonly axis: number;
  /** How many elements along `axis` share a scale; 0 where blocks are not used. */
  readonly blockSize: number;
}

/**
 * Computes (x − zero point) × scale.
 *
 * Source: https://onnx.ai/onnx/operators/onnx__DequantizeLinear.html
 *
 * @throws {SyntaxError} If the scales do not fit the tensor.
 */
export function dequantize(x: Tensor, quantization: Quantization): Tensor {
  const { scale, zeroPoint } = quantization;
  const indexScale = chooseIndex(x.dims, quantization);
  const data = new Float32Array(x.data.length);
  for (let i = 0; i < data.length; i++) {
    const s = indexScale(i);
    const zero = zeroPoint === null ? 0 : zeroPoint.data[zeroPoint.data.length === 1 ? 0 : s]!;
    data[i] = (x.data[i]! - zero) * scale.data[s]!;
  }
  return { data, dims: x.dims };
}

function chooseIndex(
  dims: readonly number[],
  { scale, zeroPoint, axis: named, blockSize }: Quantization,
): (position: number) => number {
  const axis = named < 0 ? named + dims.length : named;
  const zeros = zeroPoint?.data.length ?? 1;
  if (zeros !== 1 && zeros !== scale.data.length) {
    const zeroDims = zeroPoint?.dims ?? [];
    const scaled = { dims, axis, scaleDims: scale.dims, zeroDims };
    throw createError(SyntaxError, { code: "zero-point-misfit", ...scaled });
  }
  if (scale.data.length === 1) return () => 0;
  const extent = dims[axis] ?? 0;
  const inner = countElements(dims.slice(axis + 1));
  const perBlock = Math.max(1, blockSize);
  const blocks = Math.ceil(extent / perBlock);
  const outer = blockSize > 0 ? countElements(dims.slice(0, axis)) * inner : 1;
  if (scale.data.length !== outer * blocks) {
    throw createError(SyntaxError, { code: "scale-misfit", dims, axis, scaleDims: scale.dims });
  }
  const along = (i: number) => Math.floor(Math.floor(i / inner) % extent / perBlock);
  if (blockSize === 0) return along;
  return (i) => (Math.floor(i / (inner * extent)) * blocks + along(i)) * inner + i % inner;
}
