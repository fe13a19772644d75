import { type ByteSource, concatBytes, encodeHeader, type Span } from "./wire.ts";

/** Gives a part of a source as a source of its own. */
export function sliceSource(source: ByteSource, { start, end }: Span): ByteSource {
  return {
    byteLength: end - start,
    read: (from, to) => source.read(start + from, start + to),
  };
}

/** Reads bytes in memory as a source. */
export function memorySource(bytes: Uint8Array<ArrayBuffer>): ByteSource {
  return {
    byteLength: bytes.length,
    read: (start, end) => {
      const part = bytes.subarray(start, end);
      return part.length === bytes.buffer.byteLength ? part.slice() : part;
    },
  };
}

/** Joins sources into one, in their order. */
export function joinSources(sources: readonly ByteSource[]): ByteSource {
  const ends: number[] = [];
  let byteLength = 0;
  for (const source of sources) ends.push(byteLength += source.byteLength);
  return {
    byteLength,
    read: (start, end) => {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for (let i = findPart(ends, start), from = start; from < end; i++) {
        const first = ends[i]! - sources[i]!.byteLength;
        const to = Math.min(end, ends[i]!);
        if (to > from) parts.push(sources[i]!.read(from - first, to - first));
        from = to;
      }
      return parts.length === 1 ? parts[0]! : concatBytes(parts);
    },
  };
}

// The first that ends behind a position.
function findPart(ends: readonly number[], position: number): number {
  let low = 0;
  for (let high = ends.length; low < high;) {
    const middle = (low + high) >> 1;
    if (ends[middle]! > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Makes a message of the given fields, as a field of its parent. */
export function messageSource(no: number, fields: readonly ByteSource[]): ByteSource {
  const length = fields.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return joinSources([memorySource(encodeHeader(no, length)), ...fields]);
}
