import { MODEL } from "../wire/proto.ts";
import { readEntry } from "../wire/tensor_ref.ts";
import type { ByteSource, Field } from "../wire/wire.ts";

// The names of thousands of classes come to some 100 kB; nothing that is asked for is longer.
const LONGEST = 1 << 18; // bytes
const MOST = 1024;

/** Reads the notes among the fields of a model, by key; long and damaged ones are left out. */
export function readMetadata(
  source: ByteSource,
  fields: readonly Field[],
): ReadonlyMap<string, string> {
  const notes = fields.filter(({ no, start, end }) =>
    no === MODEL.metadataProps && end - start <= LONGEST
  );
  return new Map(notes.slice(0, MOST).flatMap((field) => tryRead(source, field)));
}

// A note that is damaged says nothing, and leaves the model what it is.
function tryRead(source: ByteSource, field: Field): [key: string, value: string][] {
  try {
    return [readEntry(source, field)];
  } catch {
    return [];
  }
}
