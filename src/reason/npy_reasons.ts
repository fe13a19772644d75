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
  "npy-ends": ({ byte }: { readonly byte: number }) => refuse(`it ends at byte ${byte}`),
  "npy-version": ({ version }: { readonly version: number }) =>
    refuse(`its format is version ${version}, 1 to 3 are read`),
  "npy-head-length": ({ bytes }: { readonly bytes: number }) =>
    refuse(`its head says it has ${bytes} bytes`),
  "npy-head-ends": ({ byte }: { readonly byte: number }) =>
    refuse(`it ends at byte ${byte}, within its head`),
  "npy-empty": () => refuse("it is empty"),
  "npy-archive": () =>
    refuse("it is an archive of several arrays (.npz); numpy.save writes one of them"),
  "npy-other": () => refuse("it does not begin as one; numpy.save writes such files"),
  "npy-head": () => refuse("its head names no type, order and shape"),
  "npy-records": () => refuse("its elements are records; save one field of them"),
  "npy-shape": ({ shape }: { readonly shape: string }) => refuse(`its shape is (${shape})`),
  "npy-type": ({ kind, descr }: { readonly kind: string; readonly descr: string }) =>
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
  ) =>
    refuse(
      `its shape [${dims.join(", ")}] of "${descr}" takes ${needed} bytes, the file holds ${held}`,
    ),
  "npy-without-values": ({ dims }: { readonly dims: readonly number[] }) =>
    `Cannot feed .npy file: its shape [${dims.join(", ")}] holds no axis of values`,
};
