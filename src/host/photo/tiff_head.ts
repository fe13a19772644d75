/** What a TIFF file says of the samples of its first picture. */
export interface TiffHead {
  /** What the samples stand for, such as `RGB`; null for what has no common name. */
  readonly colours: "grey" | "RGB" | "palette" | "CMYK" | "YCbCr" | "CIELab" | null;
  /** How many samples a pixel has. */
  readonly bands: number;
  /** What those beyond the colours are: opacity, or nothing that the file names. */
  readonly extra: "alpha" | "unnamed" | null;
  /** How many bits a sample has. */
  readonly bits: number;
  readonly format: "unsigned" | "signed" | "float" | "complex" | "undefined";
}

const COLOURS: Readonly<Record<number, TiffHead["colours"]>> = {
  0: "grey",
  1: "grey",
  2: "RGB",
  3: "palette",
  5: "CMYK",
  6: "YCbCr",
  8: "CIELab",
  9: "CIELab",
  10: "CIELab",
};

const FORMATS: Readonly<Record<number, TiffHead["format"]>> = {
  1: "unsigned",
  2: "signed",
  3: "float",
  5: "complex",
  6: "complex",
};

const TAGS = { bits: 258, colours: 262, bands: 277, extra: 338, format: 339 } as const;

/**
 * Reads the head of a TIFF or BigTIFF file.
 *
 * Source: TIFF 6.0, sections 2 and 8; https://www.awaresystems.be/imaging/tiff/bigtiff.html
 *
 * @returns The head; null where the file is no TIFF or is cut off within it.
 */
export function readTiffHead(bytes: Uint8Array): TiffHead | null {
  try {
    return readHead(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    if (error instanceof RangeError) return null; // of DataView: a place beyond the file's end
    throw error;
  }
}

function readHead(view: DataView): TiffHead | null {
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return null;
  const little = order === 0x4949;
  const version = view.getUint16(2, little);
  if (version !== 42 && version !== 43) return null;
  const find = indexDirectory(view, { little, big: version === 43 });
  const extra = find(TAGS.extra);
  return {
    colours: COLOURS[find(TAGS.colours) ?? 1] ?? null,
    bands: find(TAGS.bands) ?? 1,
    extra: extra === null ? null : extra === 0 ? "unnamed" : "alpha",
    bits: find(TAGS.bits) ?? 1,
    format: FORMATS[find(TAGS.format) ?? 1] ?? "undefined",
  };
}

interface Form {
  readonly little: boolean;
  /** Whether places are of 64 bits. */
  readonly big: boolean;
}

// Finds the first value of a tag; those that are asked for are all of 16 bits.
function indexDirectory(view: DataView, form: Form): (tag: number) => number | null {
  const { little, big } = form;
  const place = (at: number): number =>
    big ? Number(view.getBigUint64(at, little)) : view.getUint32(at, little);
  const start = place(big ? 8 : 4);
  const count = big ? Number(view.getBigUint64(start, little)) : view.getUint16(start, little);
  const first = start + (big ? 8 : 2);
  const size = big ? 20 : 12;
  return (tag) => {
    for (let i = 0; i < count; i++) {
      const entry = first + i * size;
      if (view.getUint16(entry, little) !== tag) continue;
      const values = big ? Number(view.getBigUint64(entry + 4, little)) : place(entry + 4);
      const at = entry + (big ? 12 : 8);
      return view.getUint16(2 * values <= (big ? 8 : 4) ? at : place(at), little);
    }
    return null;
  };
}
