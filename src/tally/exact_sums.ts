/**
 * Sums that do not round: whatever the order in which numbers come, and in whatever parts, they are
 * the same to the last bit. Each is an integer of several digits to the base 2³², after Neal, "Fast
 * exact summation using small and large superaccumulators" (2015).
 */
export interface ExactSums {
  readonly count: number;
  readonly span: DigitSpan;
  /** The digits [count, digits], the lowest first; each is an integer and may carry into the next. */
  readonly digits: Float64Array;
  /** So many numbers may still come before a digit might not hold its own. */
  readonly left: { adds: number };
}

/** What an exact sum holds. */
export interface DigitSpan {
  /** The lowest digit counts multiples of 2 to this power; what is finer is rounded away. */
  readonly lowest: number;
  readonly digits: number;
}

/** Holds sums of float32 numbers and of their squares, down to the last bit of each. */
export const WIDE: DigitSpan = { lowest: -320, digits: 20 };

const BASE = 2 ** 32;

// A digit gains less than 2³² by a number, and holds integers up to 2⁵³.
const MOST_ADDS = 2 ** 20;

/** Makes so many sums of nothing. */
export function createExactSums(count: number, span: DigitSpan = WIDE): ExactSums {
  return {
    ...{ count, span },
    digits: new Float64Array(count * span.digits),
    left: { adds: MOST_ADDS },
  };
}

/**
 * Adds a number to each of the sums.
 *
 * @param values One a sum, finite and within what the span holds.
 */
export function addToSums(sums: ExactSums, values: ArrayLike<number>): void {
  if (sums.left.adds === 0) carryDigits(sums);
  sums.left.adds--;
  const { count, digits, span } = sums;
  const units = listUnits(span);
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    if (value !== 0) addDigits(value, { digits, units, start: i * span.digits });
  }
}

interface DigitPlace {
  readonly digits: Float64Array;
  readonly units: Float64Array;
  readonly start: number;
}

// Each step is exact: what is taken off are the leading bits of what is left.
function addDigits(value: number, { digits, units, start }: DigitPlace): void {
  let digit = findDigit(Math.abs(value), units);
  let rest = value;
  for (; digit > 0 && rest !== 0; digit--) {
    const whole = Math.trunc(rest / units[digit]!);
    digits[start + digit]! += whole;
    rest -= whole * units[digit]!;
  }
  if (rest !== 0) digits[start]! += Math.round(rest / units[0]!);
}

// The digit that the leading bit falls into.
function findDigit(size: number, units: Float64Array): number {
  let digit = units.length - 1;
  while (digit > 0 && size < units[digit]!) digit--;
  return digit;
}

const unitsOf = new Map<string, Float64Array>();

function listUnits({ lowest, digits }: DigitSpan): Float64Array {
  const key = `${lowest} ${digits}`;
  const units = unitsOf.get(key) ??
    Float64Array.from({ length: digits }, (_, digit) => 2 ** (lowest + 32 * digit));
  unitsOf.set(key, units);
  return units;
}

/** Adds the sums of one part to those of another. */
export function mergeSums(sums: ExactSums, others: ExactSums): void {
  carryDigits(sums);
  carryDigits(others);
  others.digits.forEach((digit, i) => sums.digits[i]! += digit);
  carryDigits(sums);
}

/** Brings all digits but the highest between 0 and 2³², so that equal sums have equal digits. */
export function carryDigits({ count, digits, span, left }: ExactSums): void {
  for (let i = 0; i < count; i++) {
    const end = (i + 1) * span.digits - 1;
    for (let at = i * span.digits; at < end; at++) {
      const carried = Math.floor(digits[at]! / BASE);
      if (carried === 0) continue;
      digits[at]! -= carried * BASE;
      digits[at + 1]! += carried;
    }
  }
  left.adds = MOST_ADDS;
}

/** Gives a sum as the nearest float64 number. */
export function readSum({ digits, span }: ExactSums, index: number): number {
  const own = digits.subarray(index * span.digits, (index + 1) * span.digits);
  const whole = own.reduceRight((sum, digit) => (sum << 32n) + BigInt(digit), 0n);
  return Number(whole) * 2 ** span.lowest;
}
