/** What a number of the command line may be. */
interface WholeNumber {
  /** What it is, such as `a port`. */
  readonly of: string;
  readonly least: number;
  readonly most: number;
}

/**
 * Parses a whole number of the command line.
 *
 * @throws {RangeError} If it is none, or lies out of its bounds.
 */
export function parseWhole(text: string, { of, least, most }: WholeNumber): number {
  const number = text.trim() === "" ? NaN : Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new RangeError(`${of} is a whole number from ${least} to ${most}`);
}
