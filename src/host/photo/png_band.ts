import type { Raster } from "../../raster/raster.ts";
import { reserveBytes } from "../../tensor/wasm_memory.ts";
import { addBytes, countBytes, filterRows, memory } from "./png_rows.wasm";

/** The filters of rows that are used, by their numbers in the file. */
const FILTERS = { none: 0, paeth: 4 } as const;

/** How the rows of a picture are filtered. */
export type RowFilter = keyof typeof FILTERS;

/** Some rows of a picture. */
export interface Band {
  readonly top: number;
  readonly count: number;
  readonly filter: RowFilter;
}

// Where counts and sums lie, and rows behind them.
const COUNTS = { none: 0, paeth: 1024 } as const;
const SUMS = 2048;
const ROWS = 2064;
const ROOM = 16; // bytes that may be touched behind rows

/**
 * Filters rows, each behind the number of its filter. By Paeth's, a pixel is foretold by that to the
 * left, above, or above to the left that is nearest to left + above − corner.
 *
 * @returns What lasts until the next call.
 */
export function filterBand(
  { width, channels, data }: Raster,
  { top, count, filter }: Band,
): Uint8Array<ArrayBuffer> {
  const length = width * channels;
  const from = ROWS + length; // behind the row above
  const to = from + count * length + ROOM;
  const size = count * (1 + length);
  reserveBytes(memory, to + size + ROOM);
  const bytes = new Uint8Array(memory.buffer);
  if (top === 0) bytes.fill(0, ROWS, from);
  const first = Math.max(0, top - 1) * length;
  bytes.set(data.subarray(first, (top + count) * length), top === 0 ? from : ROWS);
  filterRows(from, count, length, channels, FILTERS[filter], to);
  return bytes.subarray(to, to + size);
}

const SAMPLES = 64; // rows
const GOLDEN = (Math.sqrt(5) - 1) / 2; // spreads rows that keep step with no grid

/** Chooses the filter by which the bytes of a picture have the lower entropy. */
export function chooseFilter(raster: Raster): RowFilter {
  const counts = new Uint8Array(memory.buffer, 0, SUMS);
  counts.fill(0);
  for (let i = 0; i < Math.min(SAMPLES, raster.height); i++) {
    const top = Math.floor((i * GOLDEN % 1) * raster.height);
    for (const filter of ["none", "paeth"] as const) {
      const row = filterBand(raster, { top, count: 1, filter });
      countBytes(row.byteOffset + 1, row.length - 1, COUNTS[filter]);
    }
  }
  return findEntropy("paeth") < findEntropy("none") ? "paeth" : "none";
}

function findEntropy(filter: RowFilter): number {
  const counts = new Uint32Array(memory.buffer, COUNTS[filter], 256);
  let all = 0;
  for (let i = 0; i < counts.length; i++) all += counts[i]!;
  let bits = 0;
  for (let i = 0; i < counts.length; i++) {
    if (counts[i]! > 0) bits -= counts[i]! / all * Math.log2(counts[i]! / all);
  }
  return bits;
}

/** The sum of Adler-32 over bands, which ends a stream of zlib. */
export interface BandSum {
  /** Adds a band that {@linkcode filterBand} gave last. */
  readonly add: (band: Uint8Array) => void;
  readonly encode: () => Uint8Array;
}

/** Opens the sum of the bands of a picture; one picture is summed up at a time. */
export function openBandSum(): BandSum {
  view().set([1, 0]);
  return {
    add: ({ byteOffset, length }) => addBytes(byteOffset, length, SUMS),
    encode: () => {
      const [low = 0, high = 0] = view();
      return Uint8Array.of(high >> 8, high & 255, low >> 8, low & 255);
    },
  };
}

function view(): Uint32Array {
  return new Uint32Array(memory.buffer, SUMS, 2);
}
