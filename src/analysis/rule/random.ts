/** Gives the next of a row of numbers that look random, from 0 up to, not including, 1. */
export type Random = () => number;

/**
 * Makes a generator that gives the same row for the same seed everywhere: sfc32.
 *
 * Source: Chris Doty-Humphrey, PractRand, https://pracrand.sourceforge.net, public domain
 */
export function createRandom(seed: number): Random {
  let a = 0;
  let b = 0;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (a + b | 0) + counter | 0;
    counter = counter + 1 | 0;
    a = b ^ b >>> 9;
    b = c + (c << 3) | 0;
    c = (c << 21 | c >>> 11) + sum | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < WARM_UP; i++) next();
  return next;
}

// So many rounds mix the seed into the whole state.
const WARM_UP = 15;
