import type { FoundField } from "./receptive_field.ts";

/** How a photo is mirrored: pixel x becomes pixel `width` − 1 + `shift` − x. */
export interface Mirror {
  readonly width: number;
  readonly shift: number;
}

// Beyond this much of the photo would be lost.
const MOST_SHIFT = 32;

/**
 * Finds how far a mirrored photo is to be shifted so that most maps have cells which read just what
 * others read before, mirrored: steps often leave a pixel over on one side. Of shifts that serve as
 * many, the least.
 */
export function findMirrorShift(fields: readonly FoundField[], width: number): number {
  const steps = fields.map((field) => lineOf(field)?.stride ?? 1);
  const reach = Math.min(MOST_SHIFT, Math.floor(Math.max(1, ...steps) / 2));
  const shifts = Array.from({ length: 2 * reach + 1 }, (_, i) => i - reach)
    .toSorted((a, b) => Math.abs(a) - Math.abs(b) || a - b);
  const serve = (shift: number): number =>
    fields.filter((field) => findMirrored(field, { width, shift }) !== null).length;
  return shifts.reduce((best, shift) => serve(shift) > serve(best) ? shift : best, 0);
}

/**
 * Finds the sum of the columns of two cells of which one reads of a mirrored photo what the other
 * reads of the photo; null where cells read other pixels, or it is not known what they read.
 *
 *     o + s x′ = w + d − (o + s x + n)
 */
export function findMirrored(field: FoundField, { width, shift }: Mirror): number | null {
  const line = lineOf(field);
  if (line === null) return null;
  const sum = (width + shift - 2 * line.offset - line.size) / line.stride;
  return Number.isInteger(sum) ? sum : null;
}

interface Line {
  readonly size: number;
  readonly stride: number;
  readonly offset: number;
}

// Across the photo.
function lineOf(field: FoundField): Line | null {
  if ("missing" in field || field.line === null || field.cells.length !== 2) return null;
  const { size, stride, offset } = field.line;
  return stride[1]! > 0 ? { size: size[1]!, stride: stride[1]!, offset: offset[1]! } : null;
}
