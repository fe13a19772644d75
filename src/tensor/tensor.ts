/**
 * Numbers with a shape, in row-major order. A float32 tensor of onnxruntime
 * fits as it is.
 */
export interface Tensor {
  /** The elements, last axis fastest. */
  readonly data: Float32Array;
  /** The extent of each axis; empty for a scalar. */
  readonly dims: readonly number[];
}

/** Counts the elements of a tensor with the given dims. */
export function countElements(dims: readonly number[]): number {
  return dims.reduce((product, extent) => product * extent, 1);
}

/** Counts the bytes that the numbers of a tensor with the given dims take. */
export function countTensorBytes(dims: readonly number[]): number {
  return countElements(dims) * Float32Array.BYTES_PER_ELEMENT;
}

/** Makes a tensor, making sure that the data fill the dims exactly. */
export function createTensor(
  data: Float32Array,
  dims: readonly number[],
): Tensor {
  if (countElements(dims) !== data.length) {
    throw new TypeError(
      `Cannot create tensor of dims [${dims}]: ${data.length} elements were given`,
    );
  }
  return { data, dims };
}

/** Views the `index`-th slice along axis 0; the data are shared, not copied. */
export function sliceAt(tensor: Tensor, index: number): Tensor {
  const [count = 0, ...dims] = tensor.dims;
  if (!(index >= 0 && index < count)) {
    throw new RangeError(`Cannot take slice ${index}: axis 0 holds ${count}`);
  }
  const size = countElements(dims);
  return { data: tensor.data.subarray(index * size, (index + 1) * size), dims };
}

/** Gives the dims of maps: numbers that lie in no space, as in fully connected layers, are maps of a cell. */
export function toMapDims(dims: readonly number[]): readonly number[] {
  return dims.length === 1 ? [...dims, 1, 1] : dims;
}

/** Takes the maps of the first sample of a batch, [channels, …space]; the data are shared, not copied. */
export function takeMaps(batch: Tensor): Tensor {
  const { data, dims } = sliceAt(batch, 0);
  return { data, dims: toMapDims(dims) };
}
