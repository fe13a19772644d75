/** Kinds of elements, by the letter of numpy. */
const ELEMENTS: Readonly<Record<string, string>> = {
  c: "complex numbers",
  O: "Python objects",
  S: "bytes of text",
  U: "text",
  V: "records",
  M: "dates",
  m: "spans of time",
};

function refuse(state: string): string {
  return `Cannot read .npy file: ${state}`;
}

/** Why an array of a file is not read. */
export const NPY_REASONS = {
  "npy-ends": ({ byte }: { readonly byte: number }): string => refuse(`it ends at byte ${byte}`),
  "npy-version": ({ version }: { readonly version: number }): string =>
    refuse(`its format is version ${version}, 1 to 3 are read`),
  "npy-head-length": ({ bytes }: { readonly bytes: number }): string =>
    refuse(`its head says it has ${bytes} bytes`),
  "npy-head-ends": ({ byte }: { readonly byte: number }): string =>
    refuse(`it ends at byte ${byte}, within its head`),
  "npy-empty": (): string => refuse("it is empty"),
  "npy-archive": (): string =>
    refuse("it is an archive of several arrays (.npz); numpy.save writes one of them"),
  "npy-other": (): string => refuse("it does not begin as one; numpy.save writes such files"),
  "npy-head": (): string => refuse("its head names no type, order and shape"),
  "npy-records": (): string => refuse("its elements are records; save one field of them"),
  "npy-shape": ({ shape }: { readonly shape: string }): string => refuse(`its shape is (${shape})`),
  "npy-type": ({ kind, descr }: { readonly kind: string; readonly descr: string }): string =>
    refuse(
      `its elements are ${ELEMENTS[kind] ?? "of a type that is not known"} ("${descr}"), real or ` +
        'whole numbers of at most 8 bytes are read; numpy\'s .astype("float32") gives them',
    ),
  "npy-bytes": (
    { dims, descr, needed, held }: {
      readonly dims: readonly number[];
      readonly descr: string;
      readonly needed: number;
      readonly held: number;
    },
  ): string =>
    refuse(
      `its shape [${dims.join(", ")}] of "${descr}" takes ${needed} bytes, the file holds ${held}`,
    ),
  "npy-without-values": ({ dims }: { readonly dims: readonly number[] }): string =>
    `Cannot feed .npy file: its shape [${dims.join(", ")}] holds no axis of values`,
};
