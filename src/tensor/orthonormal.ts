import { dot } from "./dot.ts";

// Of a vector of length 1; what is left of a dependent one is rounding.
const DEPENDENT = 1e-6;

/**
 * Gives orthonormal vectors that span what the given ones, each of length 1,
 * span: Gram-Schmidt, in which a vector that depends on those before is left out.
 */
export function orthonormalize(vectors: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const vector of vectors) {
    const rest = vector.slice();
    // A second turn removes what rounding left of the first.
    for (const direction of [...basis, ...basis]) subtractShare(rest, direction);
    const length = Math.sqrt(dot(rest, rest));
    if (length > DEPENDENT) basis.push(rest.map((value) => value / length));
  }
  return basis;
}

// rest − (rest · direction) direction
function subtractShare(rest: Float64Array, direction: Float64Array): void {
  const share = dot(rest, direction);
  for (let i = 0; i < rest.length; i++) rest[i]! -= share * direction[i]!;
}
