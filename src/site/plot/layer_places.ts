/** Lists the places of layers whose numbers stand at an axis, about so many of them, the first among them. */
export function listPlaces(count: number, most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200].find((each) => count / each <= most) ?? 500;
  const places = Array.from({ length: Math.floor(count / step) }, (_, i) => (i + 1) * step - 1);
  return step === 1 ? places : [0, ...places];
}
