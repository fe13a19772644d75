import { BIN_COUNT, findBin } from "./value_bins.ts";

/** How many cells of each map of a layer have values in each bin: [kernels, {@linkcode BIN_COUNT}]. */
export interface BinCounts {
  readonly above: Uint32Array;
  /** Null where no value is below 0. */
  readonly below: Uint32Array | null;
}

/** The same as it is counted: bins below 0, falling in size, one of 0, and bins above: [kernels, SLOTS]. */
export interface ValueCounts {
  readonly kernels: number;
  readonly slots: Uint32Array;
}

/** How many slots a kernel has. */
export const SLOTS = 2 * BIN_COUNT + 1;

const ZERO = BIN_COUNT;

// How many of the lowest bits of a float32 number do not tell its slot.
const SHIFT = 21;

const SIGN = 1 << 31 - SHIFT;

/** The slot of each number but 0, by its highest 11 bits. */
export const SLOT_OF = Uint16Array.from({ length: 2 * SIGN }, (_, code) => {
  const bin = findBin((code & SIGN - 1) << SHIFT);
  return code < SIGN ? ZERO + 1 + bin : ZERO - 1 - bin;
});

/** Begins to count the values of so many kernels. */
export function createValueCounts(kernels: number): ValueCounts {
  return { kernels, slots: new Uint32Array(kernels * SLOTS) };
}

/** Gives what was counted by bins. */
export function readBinCounts({ kernels, slots }: ValueCounts): BinCounts {
  const above = new Uint32Array(kernels * BIN_COUNT);
  const below = new Uint32Array(kernels * BIN_COUNT);
  for (let kernel = 0; kernel < kernels; kernel++) {
    const start = kernel * SLOTS;
    const at = kernel * BIN_COUNT;
    above.set(slots.subarray(start + ZERO + 1, start + SLOTS), at);
    below.set(slots.subarray(start, start + ZERO).toReversed(), at);
  }
  return { above, below: below.some((count) => count > 0) ? below : null };
}
