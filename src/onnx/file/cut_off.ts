import type { Reason } from "../../reason/reason.ts";
import { MODEL } from "../wire/proto.ts";
import {
  type ByteSource,
  type Field,
  readHeader,
  walkFields,
  wholeSpan,
  WireType,
} from "../wire/wire.ts";

const PARTS: Readonly<Record<number, Reason<"cut-off">["part"]>> = {
  [MODEL.graph]: "graph",
  [MODEL.functions]: "functions",
  [MODEL.metadataProps]: "metadata",
};

/** Finds how many bytes are missing at the end of a model that is cut off; null for another file. */
export function findCutOff(source: ByteSource): Reason<"cut-off"> | null {
  const start = findEnd(source);
  const last = start === source.byteLength ? null : tryHeader(source, start);
  const part = last?.type === WireType.LengthDelimited ? PARTS[last.no] : undefined;
  if (last === null || part === undefined || last.end <= source.byteLength) return null;
  return { code: "cut-off", bytes: last.end - source.byteLength, part };
}

// Where the last field begins that does not stand there whole.
function findEnd(source: ByteSource): number {
  let end = 0;
  try {
    for (const field of walkFields(source, wholeSpan(source))) end = field.end;
  } catch {
    // the next field is the one
  }
  return end;
}

function tryHeader(source: ByteSource, start: number): Field | null {
  try {
    return readHeader(source, start, Infinity);
  } catch {
    return null;
  }
}
