/** What a TIFF file is written of: the samples of a pixel side by side, uncompressed. */
export interface TiffOptions {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayBufferView<ArrayBuffer>;
  /** The bits of a sample, and how they are read: 1 unsigned, 2 signed, 3 floats, 6 complex. */
  readonly bits: number;
  readonly format?: number;
  readonly bands: number;
  /** 1 grey, 2 RGB, 3 a palette, 5 CMYK, 8 CIELab. */
  readonly photometric: number;
  /** What the bands beyond the colours are: 0 nothing that is named, 1 and 2 opacity. */
  readonly extra?: readonly number[];
  /** A colour profile. */
  readonly profile?: Uint8Array;
}

/** Writes a TIFF file of one strip, little-endian. */
export function encodeTiff(options: TiffOptions): Uint8Array<ArrayBuffer> {
  const {
    width,
    height,
    data,
    bits,
    format = 1,
    bands,
    photometric,
    extra = [],
    profile = new Uint8Array(0),
  } = options;
  const fields: readonly (readonly [number, number, readonly number[]])[] = [
    [256, LONG, [width]],
    [257, LONG, [height]],
    [258, SHORT, Array.from({ length: bands }, () => bits)],
    [259, SHORT, [1]], // no compression
    [262, SHORT, [photometric]],
    [273, LONG, [8]], // the strip stands behind the header
    [277, SHORT, [bands]],
    [278, LONG, [height]],
    [279, LONG, [data.byteLength]],
    ...extra.length > 0 ? [[338, SHORT, extra] as const] : [],
    [339, SHORT, Array.from({ length: bands }, () => format)],
    ...profile.length > 0 ? [[34675, BYTE, [...profile]] as const] : [],
  ];
  const directory = 8 + data.byteLength + data.byteLength % 2;
  const spare = directory + 2 + 12 * fields.length + 4;
  const bytes = new Uint8Array(spare + 8 * fields.length * bands + profile.length);
  bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), 8);
  writeFields(new DataView(bytes.buffer), fields, { directory, spare });
  return bytes;
}

const SHORT = 3;
const LONG = 4;
const BYTE = 7; // of no kind

const SIZES: Readonly<Record<number, number>> = { [SHORT]: 2, [LONG]: 4, [BYTE]: 1 };

function writeFields(
  view: DataView,
  fields: readonly (readonly [number, number, readonly number[]])[],
  { directory, spare }: { readonly directory: number; readonly spare: number },
): void {
  view.setUint16(0, 0x4949);
  view.setUint16(2, 42, true);
  view.setUint32(4, directory, true);
  view.setUint16(directory, fields.length, true);
  let free = spare;
  fields.forEach(([tag, type, values], i) => {
    const entry = directory + 2 + 12 * i;
    view.setUint16(entry, tag, true);
    view.setUint16(entry + 2, type, true);
    view.setUint32(entry + 4, values.length, true);
    const size = SIZES[type]!;
    const inside = size * values.length <= 4;
    if (!inside) view.setUint32(entry + 8, free, true);
    values.forEach((value, k) => {
      const at = (inside ? entry + 8 : free) + size * k;
      if (type === BYTE) view.setUint8(at, value);
      else if (type === SHORT) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
    });
    if (!inside) free += size * values.length;
  });
}
