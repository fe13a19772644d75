// What numbers with few digits are: whole numbers over powers of ten.

/** The most places behind the point: beyond them powers of ten are not exact. */
export const MOST_PLACES = 22;

const POWERS = Array.from({ length: MOST_PLACES + 1 }, (_, places) => 10 ** places);

/** The most digits that are looked for: of more a number is none that was shortened. */
export const MOST_DIGITS = 9;

/**
 * Finds behind how many places a number ends that has so many digits, the first of which is none;
 * NaN where it has more, or is too small.
 */
export function countPlaces(size: number, digits: number): number {
  const places = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  if (!(places <= MOST_PLACES)) return NaN;
  return takeMantissa(size, places) / POWERS[places]! === size ? places : NaN;
}

/** The whole number that a number is times a power of ten. */
export function takeMantissa(size: number, places: number): number {
  return Math.round(size * POWERS[places]!);
}

/** Gives the number again, to the bit. */
export function giveDecimal(mantissa: number, places: number): number {
  return mantissa / POWERS[places]!;
}
