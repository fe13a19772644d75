// The bytes of n codes of 16 bits:
//
//     1 byte: how many bits are split off, s
//     n bytes: the codes without these bits; 255 where a code stands whole
//     ⌈n × s ÷ 8⌉ bytes: the bits that were split off, the first at the lowest place
//     m low bytes, m high bytes of those that stand whole
//
// A code that deflates well has a byte to itself, since deflating gives a byte whole bits and at least one.
// What is split off is noise, and takes the room that it has.

const WHOLE = 255;
const MOST_SPLIT = 8;

/** Writes codes as bytes that deflate well. */
export function splitCodes(codes: Uint16Array): Uint8Array<ArrayBuffer> {
  const split = chooseSplit(codes);
  const whole = pickWhole(codes, split);
  const lower = Math.ceil(codes.length * split / 8);
  const bytes = new Uint8Array(1 + codes.length + lower + 2 * whole.length);
  bytes[0] = split;
  let [at, held, bits] = [1 + codes.length, 0, 0];
  for (let i = 0; i < codes.length; i++) {
    bytes[1 + i] = Math.min(WHOLE, codes[i]! >>> split);
    held |= (codes[i]! & (1 << split) - 1) << bits;
    for (bits += split; bits >= 8; bits -= 8) {
      bytes[at++] = held;
      held >>>= 8;
    }
  }
  if (bits > 0) bytes[at++] = held;
  for (let i = 0; i < whole.length; i++) {
    bytes[at + i] = whole[i]!;
    bytes[at + whole.length + i] = whole[i]! >>> 8;
  }
  return bytes;
}

function pickWhole(codes: Uint16Array, split: number): Uint16Array {
  const whole = new Uint16Array(codes.length);
  let count = 0;
  for (let i = 0; i < codes.length; i++) {
    if (codes[i]! >>> split >= WHOLE) whole[count++] = codes[i]!;
  }
  return whole.subarray(0, count);
}

/** Codes that were read, and where their bytes end. */
export interface JoinedCodes {
  readonly codes: Uint16Array<ArrayBuffer>;
  readonly end: number;
}

/**
 * Reads so many codes of {@linkcode splitCodes}, from `begin` on.
 *
 * @throws {SyntaxError} If no codes are written so.
 */
export function joinCodes(bytes: Uint8Array, begin: number, count: number): JoinedCodes {
  const split = bytes[begin]!;
  if (!(split <= MOST_SPLIT)) {
    throw new SyntaxError(`Cannot join codes: ${split} bits are split off`);
  }
  const upper = begin + 1;
  let [at, held, bits, wholes] = [upper + count, 0, 0, 0];
  const codes = new Uint16Array(count);
  for (let i = 0; i < count; i++) {
    for (; bits < split; bits += 8) held |= bytes[at++]! << bits;
    codes[i] = bytes[upper + i]! << split | held & (1 << split) - 1;
    held >>>= split;
    bits -= split;
    if (bytes[upper + i] === WHOLE) wholes++;
  }
  for (let i = 0, place = at; place < at + wholes; i++) {
    if (bytes[upper + i] !== WHOLE) continue;
    codes[i] = bytes[place]! | bytes[place + wholes]! << 8;
    place++;
    if (codes[i]! >>> split >= WHOLE) continue;
    throw new SyntaxError(`Cannot join codes: ${codes[i]} needs not stand whole`);
  }
  return { codes, end: at + 2 * wholes };
}

// By what each way takes: the entropy of bytes, all bits of what is split off, and those that stand whole.
function chooseSplit(codes: Uint16Array): number {
  const counts = countCodes(codes);
  let best = { split: 0, bits: Infinity };
  for (let split = 0, end = counts.length; split <= MOST_SPLIT; split++, end = halve(counts, end)) {
    const bytes = counts.slice(0, WHOLE + 1);
    bytes[WHOLE] = codes.length - bytes.subarray(0, WHOLE).reduce((sum, n) => sum + n, 0);
    const bits = countBits(bytes) + split * codes.length + 16 * bytes[WHOLE]!;
    if (bits < best.bits) best = { split, bits };
  }
  return best.split;
}

// As far as there are codes, which are few where they are told well, and at least as many as bytes have.
function countCodes(codes: Uint16Array): Uint32Array {
  let most = WHOLE;
  for (let i = 0; i < codes.length; i++) if (codes[i]! > most) most = codes[i]!;
  const counts = new Uint32Array(most + 1);
  for (let i = 0; i < codes.length; i++) counts[codes[i]!]!++;
  return counts;
}

// Counts codes that differ in their last bit as one, in place; gives how many counts are left.
function halve(counts: Uint32Array, end: number): number {
  const left = Math.ceil(end / 2);
  for (let i = 0; i < left; i++) {
    counts[i] = counts[2 * i]! + (2 * i + 1 < end ? counts[2 * i + 1]! : 0);
  }
  counts.fill(0, left, end);
  return left;
}

function countBits(counts: Uint32Array): number {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.reduce((sum, n) => n === 0 ? sum : sum - n * Math.log2(n / all), 0);
}
