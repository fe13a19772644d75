import type { Tensor } from "../tensor/tensor.ts";
import { createTensor } from "../tensor/tensor.ts";
import type { Model } from "./model.ts";
import { TENSOR } from "./proto.ts";
import type { TensorRef } from "./tensor_ref.ts";
import { concatBytes, readFixed, walkFields } from "./wire.ts";

/**
 * Reads the data of a constant tensor as float32.
 *
 * @throws {SyntaxError} If the data do not fill the tensor's dims.
 */
export function readWeights(model: Model, ref: TensorRef): Tensor {
  const bytes = readData(model, ref);
  const count = ref.dims.reduce((product, extent) => product * extent, 1);
  if (bytes.length !== 4 * count) {
    throw new SyntaxError(
      `Cannot read tensor "${ref.name}": its dims [${ref.dims}] need ${4 * count} bytes, ` +
        `the file holds ${bytes.length}`,
    );
  }
  return createTensor(decodeFloat32(bytes), ref.dims);
}

/** Reads the data of a constant tensor as they are stored, wherever that is. */
export function readData(model: Model, ref: TensorRef): Uint8Array<ArrayBuffer> {
  if (ref.external !== null) return readExternal(model, ref);
  if (ref.raw !== null) return model.source.read(ref.raw.start, ref.raw.end);
  const parts = [...walkFields(model.source, ref.field)].filter((part) =>
    part.no === TENSOR.floatData
  );
  return concatBytes(parts.map((part) => readFixed(model.source, part, 4)));
}

function readExternal(model: Model, { name, external }: TensorRef): Uint8Array<ArrayBuffer> {
  const { location, offset, length } = external!;
  const { openBeside } = model.source;
  if (openBeside === undefined) {
    throw new TypeError(
      `Cannot read tensor "${name}": its data are in "${location}", beside a model in memory`,
    );
  }
  requireInside(name, location);
  const file = openBeside(location);
  const end = length === null ? file.byteLength : offset + length;
  if (end > file.byteLength || offset > end) {
    throw new RangeError(
      `Cannot read tensor "${name}": its data are bytes ${offset} to ${end} of "${location}", ` +
        `which has ${file.byteLength}`,
    );
  }
  return file.read(offset, end);
}

// A model must not be able to show files that lie elsewhere on its reader's disk.
function requireInside(name: string, location: string): void {
  const steps = location.split(/[\\/]/);
  const absolute = /^([\\/]|[A-Za-z]:)/.test(location);
  if (!absolute && !steps.includes("..") && !location.includes("\0")) return;
  throw new RangeError(
    `Cannot read tensor "${name}": its data are at "${location}", outside of the model's folder`,
  );
}

// ONNX stores numbers little-endian; so does every machine that Deno runs on.
function decodeFloat32(bytes: Uint8Array<ArrayBuffer>): Float32Array {
  return bytes.byteOffset % 4 === 0
    ? new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
    : new Float32Array(bytes.slice().buffer);
}
