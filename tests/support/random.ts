/** Numbers that look random and are the same on every machine. */
export interface Random {
  /** Gives a whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  /** Gives `count` float32 from `low` up to, not including, `high`. */
  floats(count: number, low?: number, high?: number): Float32Array<ArrayBuffer>;
}

/** Makes a generator of random numbers from a seed. */
export function createRandom(seed: number): Random {
  const next = mulberry32(seed);
  return {
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    floats: (count, low = 0, high = 1) =>
      Float32Array.from({ length: count }, () => low + next() * (high - low)),
  };
}

// Source: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c, public domain
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = state + 0x6d2b79f5 | 0;
    let mixed = Math.imul(state ^ state >>> 15, 1 | state);
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
}
