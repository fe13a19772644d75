import type { TiffHead } from "./tiff_head.ts";

type Colours = NonNullable<TiffHead["colours"]>;

// How many bands each kind of colours has; CIELab is read by nothing that feeds networks.
const BANDS: Readonly<Partial<Record<Colours, number>>> = {
  grey: 1,
  RGB: 3,
  palette: 1,
  CMYK: 4,
  YCbCr: 3,
};

const BITS: Readonly<Partial<Record<TiffHead["format"], readonly number[]>>> = {
  unsigned: [1, 2, 4, 8, 16],
  float: [32],
};

const ADVICE = "save it as grey, RGB or CMYK of 8 or 16 bits, or as floats from 0 to 1";

/** Says what a TIFF file holds that is no photo, and what to do; null where it holds a photo. */
export function findTiffFault(head: TiffHead): string | null {
  const { colours, bits, format } = head;
  const reads = BITS[format]?.includes(bits) && colours !== null && fitsBands(head, colours);
  return reads ? null : `it holds ${describe(head)}; ${ADVICE}`;
}

function fitsBands({ bands, extra, format }: TiffHead, colours: Colours): boolean {
  const own = BANDS[colours];
  if (bands === own) return true;
  if (own === undefined || bands !== own + 1 || format === "float") return false;
  // As Pillow does, a fourth band of RGB that has no name is left out, and is opacity if unsaid.
  return colours === "RGB" || (colours === "grey" && extra === "alpha");
}

function describe({ colours, bands, extra, bits, format }: TiffHead): string {
  const numbers = format === "float"
    ? "floats"
    : format === "undefined"
    ? "numbers of an unknown kind"
    : `${format}${format === "complex" ? " numbers" : " integers"}`;
  const alpha = extra === "alpha" ? ", with opacity" : "";
  const count = `${bands} band${bands === 1 ? "" : "s"}`;
  return `${colours ?? "colours of an unknown kind"} in ${count} of ${bits}-bit ${numbers}${alpha}`;
}
