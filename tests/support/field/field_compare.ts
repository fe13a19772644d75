import assert from "node:assert/strict";
import { readModel } from "../../../src/onnx/read/read_model.ts";
import { tracePhoto } from "../../../src/onnx/field/photo_trace.ts";
import { findMapField, type FoundField } from "../../../src/onnx/field/receptive_field.ts";
import { encodeModel, type ModelText } from "../model/onnx_model.ts";
import { listSpans, probeReads, type Span } from "./pixel_reads.ts";
import { createRandom } from "../random.ts";

/** A model that takes a `photo` and gives maps `y`. */
export interface ComparedModel {
  readonly model: ModelText;
  /** The dims of one photo, with its axes of space. */
  readonly dims: readonly number[];
  readonly axes: readonly number[];
}

/** A cell, and what it reads along an axis of the photo: as told, and as its runs show. */
export interface Differing {
  readonly cell: number;
  readonly axis: number;
  readonly told: Span;
  readonly probed: Span;
}

// A change that others make up for by chance is not seen on one photo, but on another.
const PHOTOS = 4;

/**
 * Compares what is told that cells read with what they are found to read in onnxruntime. Gives the
 * cells where the two differ, or `refused` where onnxruntime takes no such graph.
 */
export async function compareReads(
  { model, dims, axes }: ComparedModel,
  seed: number,
): Promise<readonly Differing[] | "refused"> {
  const bytes = encodeModel(model);
  const field = findMapField(tracePhoto(readModel(bytes), { name: "photo", dims, axes }), "y");
  const photo = { name: "photo", tensor: "y", dims, axes };
  let seen: readonly (readonly Span[])[] | null = null;
  let differing: readonly Differing[] = [];
  for (let i = 0; i < PHOTOS; i++) {
    const probed = await tryProbe(bytes, { ...photo, random: createRandom(seed + i * 1e6) });
    if (probed === null) return "refused";
    const cells = probed.dims.slice(2);
    const told = tellSpans(field, cells, axes.map((axis) => dims[axis]!));
    seen = probed.spans.map((spans, axis) =>
      spans.map((span, n) => join(span, seen?.[axis]?.[n] ?? null))
    );
    differing = listDiffering(told, seen);
    if (differing.length === 0) break;
  }
  return differing;
}

function tellSpans(
  field: FoundField,
  cells: readonly number[],
  extents: readonly number[],
): readonly (readonly Span[])[] {
  if ("missing" in field) {
    assert.deepEqual(field.missing, { code: "field-empty" });
    const count = cells.reduce((a, b) => a * b);
    return extents.map(() => Array(count).fill(null));
  }
  assert.deepEqual(field.cells, cells);
  return listSpans(field.reads, field.cells, extents);
}

async function tryProbe(
  ...args: Parameters<typeof probeReads>
): Promise<Awaited<ReturnType<typeof probeReads>> | null> {
  try {
    return await probeReads(...args);
  } catch (error) {
    if (/ShapeInferenceError|must be non-negative/.test(String(error))) return null;
    throw error;
  }
}

function join(a: Span, b: Span): Span {
  if (a === null || b === null) return a ?? b;
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1])];
}

function listDiffering(
  told: readonly (readonly Span[])[],
  probed: readonly (readonly Span[])[],
): Differing[] {
  return told.flatMap((spans, axis) =>
    spans.flatMap((span, cell) => {
      const own = probed[axis]![cell]!;
      return String(span) === String(own) ? [] : [{ cell, axis, told: span, probed: own }];
    })
  );
}
