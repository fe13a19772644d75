import { createError } from "../../reason/error.ts";

/** How the elements of a .npy file are stored. */
export interface NpyType {
  /** How many bytes an element takes. */
  readonly bytes: number;
  /** Reads the element at a byte. */
  read(view: DataView, at: number): number;
}

type Reader = (view: DataView, at: number, little: boolean) => number;

// By kind and size in bytes, as numpy writes them.
const READERS: Readonly<Record<string, Reader>> = {
  b1: (view, at) => view.getUint8(at) === 0 ? 0 : 1,
  i1: (view, at) => view.getInt8(at),
  u1: (view, at) => view.getUint8(at),
  i2: (view, at, little) => view.getInt16(at, little),
  u2: (view, at, little) => view.getUint16(at, little),
  i4: (view, at, little) => view.getInt32(at, little),
  u4: (view, at, little) => view.getUint32(at, little),
  i8: (view, at, little) => Number(view.getBigInt64(at, little)),
  u8: (view, at, little) => Number(view.getBigUint64(at, little)),
  f2: (view, at, little) => view.getFloat16(at, little),
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
};

/**
 * Finds the type that a .npy file names, such as `<f4`: little-endian real numbers of four bytes.
 *
 * @throws {TypeError} If its elements are no real or whole numbers.
 */
export function findNpyType(descr: string): NpyType {
  const [, order = "", kind = "", size = ""] = /^([<>=|]?)([A-Za-z])(\d*)/.exec(descr) ?? [];
  const read = READERS[kind + size];
  if (read !== undefined) {
    return { bytes: Number(size), read: (view, at) => read(view, at, order !== ">") };
  }
  throw createError(TypeError, { code: "npy-type", kind, descr: descr.slice(0, 40) });
}
