// Brands of HEVC pictures, ISO/IEC 23008-12, annex B.
const HEVC = new Set(["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs"]);

// More brands than files have; the length of the box is what a file claims.
const MOST_BRANDS = 32;

/** Tells whether a file is a HEIC photo, as phones take them: its first box lists what it is. */
export function isHeic(bytes: Uint8Array): boolean {
  const text = new TextDecoder("latin1").decode(bytes.subarray(0, 8 + 4 * MOST_BRANDS));
  if (text.slice(4, 8) !== "ftyp") return false;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const brands: readonly string[] = text.slice(8, length).match(/[^]{4}/g) ?? [];
  return brands.some((brand) => HEVC.has(brand)) && !brands.includes("avif");
}
