import type { ModelSource } from "../graph/model.ts";
import type { Span } from "../wire/wire.ts";

/** A model's file with bytes of one's own behind its end. */
export interface AppendedSource extends ModelSource {
  /** Adds bytes and gives their place. */
  append(bytes: Uint8Array<ArrayBuffer>): Span;
}

/** Bytes that were added. */
interface Run {
  readonly start: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Opens a source that bytes can be added to; the file itself stays as it is. */
export function appendTo(source: ModelSource): AppendedSource {
  const runs: Run[] = [];
  const fileLength = source.byteLength;
  let byteLength = fileLength;
  return {
    ...source,
    get byteLength(): number {
      return byteLength;
    },
    read(start: number, end: number): Uint8Array<ArrayBuffer> {
      if (start < fileLength) return source.read(start, end);
      const run = findRun(runs, start);
      return run.bytes.subarray(start - run.start, end - run.start);
    },
    append(bytes: Uint8Array<ArrayBuffer>): Span {
      const start = byteLength;
      runs.push({ start, bytes });
      byteLength += bytes.length;
      return { start, end: byteLength };
    },
  };
}

// The last one that begins before or at a position.
function findRun(runs: readonly Run[], position: number): Run {
  let low = 0;
  for (let high = runs.length - 1; low < high;) {
    const middle = Math.ceil((low + high) / 2);
    if (runs[middle]!.start <= position) low = middle;
    else high = middle - 1;
  }
  return runs[low]!;
}
