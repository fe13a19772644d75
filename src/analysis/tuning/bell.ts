/** A bell through the largest of some responses and its neighbours. */
export interface Bell {
  /** Where it is highest. */
  readonly at: number;
  /** How far on either side it falls to half its height. */
  readonly half: number;
}

// What does not respond at all is no further from the peak than this share of it.
const LEAST = 1e-3;

/**
 * Puts a bell, e^(−(x − at)² / 2σ²), through three points; it falls to half at σ √(2 ln 2). What a
 * Gabor responds to frequencies is one exactly.
 *
 * @param places Three places, in their order.
 * @param responses What is there, the largest in the middle.
 * @returns null where the three are alike.
 */
export function fitBell(
  places: readonly [number, number, number],
  responses: readonly [number, number, number],
): Bell | null {
  const [left, at, right] = places;
  const [a, b, c] = responses.map((each) => Math.log(Math.max(each / responses[1], LEAST))) as [
    number,
    number,
    number,
  ];
  const [before, after] = [(b - a) / (at - left), (c - b) / (right - at)];
  const bend = (after - before) / (right - left); // half the second derivative
  if (!(bend < -1e-9)) return null;
  const slope = before + bend * (at - left);
  return { at: at - slope / (2 * bend), half: Math.sqrt(-Math.LN2 / bend) };
}
