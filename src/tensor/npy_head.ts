/** What stands before the elements of a .npy file. */
export interface NpyHead {
  /** The type of the elements, as numpy writes it, such as `<f4`. */
  readonly descr: string;
  /** Whether the first axis is the fastest. */
  readonly fortran: boolean;
  readonly dims: readonly number[];
  /** Where the elements begin, in bytes. */
  readonly start: number;
}

const MAGIC = [0x93, ...new TextEncoder().encode("NUMPY")];
const ZIP = [...new TextEncoder().encode("PK")];

// numpy's own reader takes no longer one without being told to trust the file.
const LONGEST_HEAD = 10000;

// numpy's arrays have no more.
const MOST_AXES = 64;

/** Tells whether bytes are those of a .npy file. */
export function isNpy(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

/**
 * Reads the head of a .npy file, of versions 1 to 3.
 *
 * Source: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 *
 * @throws {SyntaxError} If the bytes are no such file.
 */
export function readNpyHead(bytes: Uint8Array): NpyHead {
  if (!isNpy(bytes)) refuse(explainOther(bytes));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12) refuse(`it ends at byte ${bytes.length}`);
  const version = bytes[6]!;
  if (version < 1 || version > 3) refuse(`its format is version ${version}, 1 to 3 are read`);
  const begin = version === 1 ? 10 : 12;
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > LONGEST_HEAD) refuse(`its head says it has ${length} bytes`);
  const start = begin + length;
  if (start > bytes.length) refuse(`it ends at byte ${bytes.length}, within its head`);
  return { ...parseHead(new TextDecoder().decode(bytes.subarray(begin, start))), start };
}

function explainOther(bytes: Uint8Array): string {
  if (bytes.length === 0) return "it is empty";
  if (ZIP.every((byte, i) => bytes[i] === byte)) {
    return "it is an archive of several arrays (.npz); numpy.save writes one of them";
  }
  return "it does not begin as one; numpy.save writes such files";
}

// The head is a Python dictionary: {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }
function parseHead(text: string): Omit<NpyHead, "start"> {
  const descr = /['"]descr['"]\s*:\s*(?:['"]([^'"]*)['"]|(\[))/.exec(text);
  const order = /['"]fortran_order['"]\s*:\s*(True|False)/.exec(text);
  const shape = /['"]shape['"]\s*:\s*\(([\d\sL,]*)\)/.exec(text);
  if (descr === null || order === null || shape === null) {
    refuse("its head names no type, order and shape");
  }
  if (descr[2] !== undefined) refuse("its elements are records; save one field of them");
  return {
    descr: descr[1]!,
    fortran: order[1] === "True",
    dims: parseShape(shape[1]!),
  };
}

function parseShape(text: string): readonly number[] {
  const parts = text.split(",").map((part) => part.trim().replace(/L$/, ""));
  const dims = parts.filter((part) => part !== "").map(Number);
  if (dims.length > MOST_AXES || !dims.every(Number.isSafeInteger)) {
    refuse(`its shape is (${text.slice(0, 40)})`);
  }
  return dims;
}

function refuse(state: string): never {
  throw new SyntaxError(`Cannot read .npy file: ${state}`);
}
