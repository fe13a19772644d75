import { measureMaps, memory } from "./map_pass.wasm";
import { SLOT_OF, SLOTS, type ValueCounts } from "./value_counts.ts";

/** What is found of a map, cell by cell. */
export interface PassedMap {
  readonly sum: number;
  readonly squares: number;
  readonly largest: number;
  readonly smallest: number;
  /** The first cell of the largest value. */
  readonly cell: number;
  readonly on: number;
  readonly nonFinite: number;
}

// Where the tables of the text lie, and what is worked on behind them, in bytes.
const SIZES = 256;
const LANES = 272;
const SLOT_TABLE = 1024;
const NUMBERS = SLOT_TABLE + 4096;
const NUMBER_BYTES = 40;
const MOST_MAPS = 32;
const COUNTS = NUMBERS + MOST_MAPS * NUMBER_BYTES;
const COUNT_BYTES = 4 * SLOTS;
const CELLS = 3 * (1 << 14);
const GATHERED = CELLS + (1 << 16) + 16;

// How many cells are measured in one go: they stay in the processor's cache.
const MOST_CELLS = 1 << 14;

const bytes = new Uint8Array(memory.buffer);
const floats = new Float32Array(memory.buffer);
const doubles = new Float64Array(memory.buffer);
const wholes = new Uint32Array(memory.buffer);
writeTables();

function writeTables(): void {
  for (let choice = 0; choice < 16; choice++) {
    const lanes = [0, 1, 2, 3].filter((lane) => choice >> lane & 1);
    const chosen = lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte));
    bytes.fill(255, 16 * choice, 16 * choice + 16); // brings a 0
    bytes.set(chosen, 16 * choice);
    bytes[SIZES + choice] = chosen.length;
  }
  for (let lanes = 0; lanes < 4; lanes++) {
    bytes.fill(255, LANES + 16 * lanes, LANES + 20 * lanes);
  }
  new Uint16Array(memory.buffer, SLOT_TABLE).set(SLOT_OF.map((slot) => 4 * slot));
}

/**
 * Measures each map of a layer, and counts its values.
 *
 * @param maps Values [kernels, cells].
 * @param tell Takes what is found of each.
 */
export function passMaps(
  maps: Float32Array,
  cells: number,
  { kernels, slots }: ValueCounts,
  tell: (kernel: number, numbers: PassedMap) => void,
): void {
  const most = Math.max(1, Math.min(MOST_MAPS, Math.floor(MOST_CELLS / cells)));
  for (let kernel = 0; kernel < kernels; kernel += most) {
    const count = Math.min(most, kernels - kernel);
    beginMaps(count);
    wholes.set(slots.subarray(kernel * SLOTS, (kernel + count) * SLOTS), COUNTS / 4);
    measureCells(maps.subarray(kernel * cells, (kernel + count) * cells), count);
    slots.set(wholes.subarray(COUNTS / 4, COUNTS / 4 + count * SLOTS), kernel * SLOTS);
    for (let i = 0; i < count; i++) tell(kernel + i, readNumbers(i));
  }
}

function beginMaps(count: number): void {
  bytes.fill(0, NUMBERS, NUMBERS + count * NUMBER_BYTES);
  for (let i = 0; i < count; i++) {
    const at = (NUMBERS + i * NUMBER_BYTES) / 4;
    floats[at + 4] = -Infinity;
    floats[at + 5] = Infinity;
  }
}

// Several maps as a whole, or parts of one.
function measureCells(maps: Float32Array, count: number): void {
  for (let from = 0; from < maps.length; from += MOST_CELLS) {
    const part = maps.subarray(from, from + MOST_CELLS);
    floats.set(part, CELLS / 4);
    measureMaps(
      ...[count, CELLS, part.length / count, from] as const,
      ...[COUNTS, COUNT_BYTES, NUMBERS, NUMBER_BYTES, GATHERED] as const,
    );
  }
}

function readNumbers(map: number): PassedMap {
  const place = NUMBERS + map * NUMBER_BYTES;
  const at = place / 4;
  return {
    sum: doubles[place / 8]!,
    squares: doubles[place / 8 + 1]!,
    largest: floats[at + 4]!,
    smallest: floats[at + 5]!,
    cell: wholes[at + 6]!,
    on: wholes[at + 7]!,
    nonFinite: wholes[at + 8]!,
  };
}
