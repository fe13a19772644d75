import type { CellReads } from "../onnx/field/cell_reads.ts";
import type { FoundField, ReceptiveField } from "../onnx/field/receptive_field.ts";
import { explainReason } from "../reason/error.ts";
import type { Reason } from "../reason/reason.ts";

/** What a report says of what a layer's cells read. */
export interface ReportField {
  /** The line of all photos; null where there is none. */
  readonly receptiveField: ReceptiveField | null;
  /** Why it is not known what they read of a photo; null where it is. */
  readonly fieldMissing: string | null;
  /** The same as a code with what goes with it. */
  readonly fieldReason: Reason | null;
}

/** Assembles what cells read on all photos; before there are any, what was planned. */
export function assembleField(
  planned: FoundField | null,
  found: readonly FoundField[],
): ReportField {
  const fields = found.length > 0 ? found : planned === null ? [] : [planned];
  const lines = fields.map((field) => "missing" in field ? null : field.line);
  const missing = fields.flatMap((field) => "missing" in field ? [field.missing] : []);
  const [line = null] = lines;
  const [reason = null] = missing;
  const shared = lines.every((other) => JSON.stringify(other) === JSON.stringify(line));
  return {
    receptiveField: shared ? line : null,
    fieldMissing: reason && explainReason(reason),
    fieldReason: reason,
  };
}

/** Lists what each cell reads of a photo; null where the line of the layer says it, or unknown. */
export function assembleReads(
  field: FoundField,
  line: ReceptiveField | null,
): readonly CellReads[] | null {
  if ("missing" in field) return null;
  return field.straight && line !== null ? null : field.reads;
}
