import type { TiffHead } from "./tiff_head.ts";
import type { Reason } from "../../reason/reason.ts";

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

/** Finds what a TIFF file holds that is no photo; null where it holds a photo. */
export function findTiffFault(head: TiffHead): Reason | null {
  const { colours, bands, extra, bits, format } = head;
  const reads = BITS[format]?.includes(bits) && colours !== null && fitsBands(head, colours);
  if (reads) return null;
  return { code: "tiff-content", colours, bands, bits, format, opacity: extra === "alpha" };
}

function fitsBands({ bands, extra, format }: TiffHead, colours: Colours): boolean {
  const own = BANDS[colours];
  if (bands === own) return true;
  if (own === undefined || bands !== own + 1 || format === "float") return false;
  // As Pillow does, a fourth band of RGB that has no name is left out, and is opacity if unsaid.
  return colours === "RGB" || (colours === "grey" && extra === "alpha");
}
