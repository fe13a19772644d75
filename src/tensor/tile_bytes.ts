// The bytes of T tiles of n numbers, little-endian:
//
//     T float32 low · T float32 step · T uint16 centre       number = low + code × step
//     T n codes, see code_planes.ts
//     n low bytes, n high bytes for each tile whose step is NaN: the lower half of each float32,
//     of which the code is the upper half
//
// Where a step is below 0, it is −step, and numbers have offsets: low + (code − offset) × −step. Codes
// are folded, see tile_codes.ts; 65,533 to 65,535 are NaN, ∞ and −∞. Bytes of a kind stand
// together, since deflating counts how often a byte comes.

import { joinCodes, splitCodes } from "./codes/code_planes.ts";
import { joinBytes } from "./joined_bytes.ts";
import { findMagnitude } from "./magnitude.ts";
import { countElements } from "./tensor.ts";
import {
  chooseStep,
  type ChosenStep,
  countSteps,
  MOST_CODE,
  type StepOptions,
  type TileStep,
} from "./tile_step.ts";
import { findCentre, foldCodes, unfoldCodes } from "./codes/tile_codes.ts";

/** How the numbers of tiles are kept. */
export interface TileOptions extends StepOptions {
  /** Whether they are kept to the bit. */
  readonly exact: boolean;
}

/** The bytes of tiles, and how far a number in them may be from its own. */
export interface TileBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly error: number;
}

/** The numbers of tiles, and how far those of each may be from their own: 0 where they are exact. */
export interface DecodedTiles {
  readonly numbers: Float32Array<ArrayBuffer>;
  readonly errors: readonly number[];
}

/** The numbers of one tile. */
export interface Tile {
  readonly numbers: Float32Array;
  /** How far each may be from its own; 0 where all are exact. */
  readonly error: number;
}

const NOT_FINITE = [NaN, Infinity, -Infinity];
const HEAD = 10; // bytes a tile

/** Encodes tiles of the given dims, one after the other. */
export function encodeTiles(
  data: Float32Array,
  dims: readonly number[],
  { exact, ...options }: TileOptions,
): TileBytes {
  const size = countElements(dims);
  const tiles = listTiles(data, size);
  const steps = tiles.map((tile): ChosenStep =>
    exact ? { low: 0, step: NaN, magnitude: 0 } : chooseStep(tile, options)
  );
  const codes = new Uint16Array(data.length);
  const heads = tiles.map((tile, t) => {
    const { codes: own, ...head } = encodeTile(tile, steps[t]!, dims.at(-1) ?? 1);
    codes.set(own, t * size);
    return head;
  });
  const halves = tiles.filter((_, t) => Number.isNaN(steps[t]!.step))
    .map((tile) => splitBytes(Uint16Array.from(viewBits(tile))));
  const bytes = joinBytes([
    Float32Array.from(steps, ({ low }) => low),
    Float32Array.from(heads, ({ step }) => step),
    Uint16Array.from(heads, ({ centre }) => centre),
    splitCodes(codes),
    ...halves,
  ]);
  return { bytes, error: steps.reduce((most, step) => Math.max(most, boundError(step)), 0) };
}

/**
 * Decodes tiles of the given dims.
 *
 * @throws {SyntaxError} If the bytes are not those of whole tiles.
 */
export function decodeTiles(
  bytes: Uint8Array<ArrayBuffer>,
  count: number,
  dims: readonly number[],
): DecodedTiles {
  const size = countElements(dims);
  const lows = new Float32Array(cut(bytes, 0, 4 * count));
  const steps = new Float32Array(cut(bytes, 4 * count, 8 * count));
  const centres = new Uint16Array(cut(bytes, 8 * count, HEAD * count));
  const { codes, end: begin } = joinCodes(bytes, HEAD * count, count * size);
  let end = begin;
  const take = (length: number): Uint16Array => {
    const codes = mergeBytes(bytes.subarray(end, end + 2 * length), length);
    end += 2 * length;
    return codes;
  };
  const numbers = new Float32Array(count * size);
  const errors = Array.from(steps, (step, t) => {
    const own = codes.subarray(t * size, (t + 1) * size);
    const out = numbers.subarray(t * size, (t + 1) * size);
    if (Number.isNaN(step)) giveBits(own, take(size), out);
    else {
      unfoldCodes(own, dims.at(-1) ?? 1, centres[t]!);
      giveNumbers(own, { low: lows[t]!, step }, out);
    }
    return boundError({ step, magnitude: step === 0 ? 0 : findMagnitude(out) });
  });
  if (end !== bytes.length) {
    throw new SyntaxError(`Cannot decode tiles: ${bytes.length} bytes are not those of ${count}`);
  }
  return { numbers, errors };
}

function listTiles(data: Float32Array, size: number): Float32Array[] {
  const count = size === 0 ? 0 : data.length / size;
  return Array.from({ length: count }, (_, t) => data.subarray(t * size, (t + 1) * size));
}

function viewBits({ buffer, byteOffset, length }: Float32Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length);
}

/** The codes of a tile, folded, and what its head says of them. */
interface TileCodes {
  readonly codes: Uint16Array;
  readonly centre: number;
  /** Below 0 where numbers have offsets. */
  readonly step: number;
}

function encodeTile(tile: Float32Array, own: TileStep, width: number): TileCodes {
  if (Number.isNaN(own.step)) {
    const codes = Uint16Array.from(viewBits(tile), (bits) => bits >>> 16);
    return { codes, centre: 0, step: NaN };
  }
  const codes = new Uint16Array(tile.length);
  takeCodes(tile, own, codes);
  const isOffset = width > 1 && isBiased(tile, own, codes);
  const step = isOffset ? -own.step : own.step;
  if (isOffset) takeCodes(tile, { low: own.low, step }, codes);
  const centre = findCentre(codes, width);
  return { codes: foldCodes(codes, width, centre), centre, step };
}

function takeCodes(tile: Float32Array, { low, step }: TileStep, codes: Uint16Array): void {
  const perStep = step === 0 ? 0 : 1 / Math.abs(step);
  for (let i = 0; i < tile.length; i++) {
    const value = tile[i]!;
    codes[i] = Number.isFinite(value)
      ? countSteps(value - low, perStep, step < 0 ? findOffset(i) : 0)
      : MOST_CODE + 1 + NOT_FINITE.findIndex((each) => Object.is(each, value));
  }
}

function giveNumbers(codes: Uint16Array, { low, step }: TileStep, numbers: Float32Array): void {
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    const steps = step < 0 ? code - findOffset(i) : code;
    numbers[i] = code > MOST_CODE
      ? NOT_FINITE[code - MOST_CODE - 1]!
      : low + steps * Math.abs(step);
  }
}

// Where a tile is even, all of it is rounded to the same side, and the errors add up. An offset before
// rounding, taken off again, spreads them: multiples of the golden ratio, less whole ones.
function findOffset(i: number): number {
  return (Math.imul(i, 0x9e3779b1) >>> 0) / 2 ** 32 - 0.5;
}

const RUN = 16;

// Errors that are by chance have a variance of a twelfth, and so has a sum of some for each of them.
function isBiased(tile: Float32Array, { low, step }: TileStep, codes: Uint16Array): boolean {
  if (step === 0) return false;
  const perStep = 1 / step;
  let total = 0;
  for (let from = 0; from < tile.length; from += RUN) {
    let sum = 0;
    for (let i = from; i < Math.min(from + RUN, tile.length); i++) {
      const error = (tile[i]! - low) * perStep - codes[i]!;
      if (Math.abs(error) < 1) sum += error;
    }
    total += sum * sum;
  }
  return total > tile.length / 12;
}

function giveBits(upper: Uint16Array, lower: Uint16Array, numbers: Float32Array): void {
  const bits = viewBits(numbers);
  for (let i = 0; i < bits.length; i++) bits[i] = upper[i]! << 16 | lower[i]!;
}

// Half a step, and what rounding to float32 adds.
function boundError({ step, magnitude }: Pick<ChosenStep, "step" | "magnitude">): number {
  if (!(Math.abs(step) > 0)) return 0;
  return Math.abs(step) / 2 + magnitude * 2 ** -23;
}

function splitBytes(halves: Uint16Array): Uint8Array {
  const bytes = new Uint8Array(2 * halves.length);
  for (let i = 0; i < halves.length; i++) {
    bytes[i] = halves[i]!;
    bytes[halves.length + i] = halves[i]! >>> 8;
  }
  return bytes;
}

function mergeBytes(bytes: Uint8Array, length: number): Uint16Array {
  const halves = new Uint16Array(length);
  for (let i = 0; i < length; i++) halves[i] = bytes[i]! | bytes[length + i]! << 8;
  return halves;
}

function cut(bytes: Uint8Array<ArrayBuffer>, from: number, to: number): ArrayBuffer {
  return bytes.slice(from, to).buffer;
}
