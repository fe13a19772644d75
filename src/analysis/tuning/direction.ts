/** What responses at angles add up to. */
export interface Direction {
  /** In degrees, from 0 up to 360 over the harmonic. */
  readonly angle: number;
  /** How much of them goes one way: 0 is flat, 1 is one angle alone. */
  readonly selectivity: number;
}

/**
 * Sums responses as arrows at their angles; the length of the sum is 1 − the circular variance.
 *
 *     Σ r e^(i h angle) / Σ r
 *
 * @param harmonic How often a turn comes round: 2 for directions of stripes, which have no head.
 * @returns null where nothing responds.
 */
export function sumDirections(
  responses: readonly number[],
  angles: readonly number[],
  harmonic: number,
): Direction | null {
  let [x, y, all] = [0, 0, 0];
  responses.forEach((response, i) => {
    const turn = angles[i]! * harmonic * Math.PI / 180;
    x += response * Math.cos(turn);
    y += response * Math.sin(turn);
    all += response;
  });
  if (!(all > 0)) return null;
  const round = 360 / harmonic;
  const angle = Math.atan2(y, x) * 180 / Math.PI / harmonic;
  return { angle: (angle + round) % round, selectivity: Math.min(1, Math.hypot(x, y) / all) };
}
