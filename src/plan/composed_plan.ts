import type { FoundField, ReceptiveField } from "../onnx/field/receptive_field.ts";
import type { ConvLayer } from "../onnx/layer/conv_layer.ts";
import type { Reason } from "../reason/reason.ts";
import { countElements } from "../tensor/tensor.ts";

/** A model whose kernels are composed down to the pixels. */
export interface ComposedModel {
  /** The input that takes photos; null where none does. */
  readonly image: string | null;
  readonly layers: readonly ComposedSubject[];
}

interface ComposedSubject {
  readonly conv: Pick<ConvLayer, "readsInput" | "shape" | "dense">;
  /** What its cells read of a photo; null where that depends on the photo's size, which is open. */
  readonly field: FoundField | null;
}

/** What is drawn of a layer's kernels composed down to the pixels. */
export interface PlannedComposed {
  /** The line that the fields of its cells lie on. */
  readonly line: ReceptiveField;
  /** The height and width to which a field is averaged; its own where it is drawn as it is. */
  readonly drawn: readonly number[];
}

// Beyond, a kernel's linear path says little, and its picture is as large as a photo.
const LARGEST_FIELD = 128;
// The longest side of what is drawn of a field, in pixels.
const LARGEST_DRAWN = 64;
// The shortest to which many kernels bring it.
const SMALLEST_DRAWN = 20;
// A pixel takes twice as much as a number of a kernel does in its own pictures: with so many numbers
// to a pixel these pictures take a quarter as much,
const NUMBERS_TO_PIXEL = 9;
// but of a small model's kernels so many pixels are drawn at least: a megabyte and a half,
const LEAST_DRAWN = 600_000;
// and of any model's so many at most: twelve megabytes.
const MOST_DRAWN = 5_500_000;

/** A layer, and how many kernels and which fields are drawn of it. */
interface Fields {
  readonly layer: number;
  readonly count: number;
  readonly line: ReceptiveField;
}

/**
 * Plans what is drawn of a model's kernels composed down to the pixels, layer by layer: fields at
 * most 64 pixels long, and shorter where there are many kernels, so that their pictures grow no faster
 * than the model. Null for a layer that reads the photo, whose kernels are there
 * already.
 */
export function planComposed(
  { layers, image }: ComposedModel,
): (PlannedComposed | { readonly missing: Reason } | null)[] {
  const found = layers.map((layer) => findLine(layer, image));
  const fields = found.flatMap((line, layer) =>
    line !== null && "size" in line
      ? [{ layer, line, count: layers[layer]!.conv.shape!.outChannels }]
      : []
  );
  const side = findSide(fields, countNumbers(layers) / NUMBERS_TO_PIXEL);
  const fitting = new Set(listFitting(fields, side).map(({ layer }) => layer));
  return found.map((line, layer) => {
    if (line === null || "missing" in line) return line;
    if (fitting.has(layer)) return { line, drawn: shrinkTo(line.size, side) };
    return { missing: { code: "composed-too-many", most: MOST_DRAWN } };
  });
}

// The line of the fields of a layer whose kernels are composed; null for one that reads the photo.
function findLine(
  { conv: { readsInput, shape, dense }, field }: ComposedSubject,
  image: string | null,
): ReceptiveField | { readonly missing: Reason } | null {
  if (readsInput !== null || shape === null) return null;
  if (image === null || field === null) return { missing: { code: "field-unknown" } };
  if ("missing" in field) return { missing: field.missing };
  const { line, whole } = field;
  if (whole && !dense) return { missing: { code: "field-whole" } };
  if (line === null) return { missing: { code: "field-uneven" } };
  if (Math.max(...line.size) <= LARGEST_FIELD) return line;
  return { missing: { code: "field-too-large", size: line.size, most: LARGEST_FIELD } };
}

function countNumbers(layers: readonly ComposedSubject[]): number {
  return layers.reduce((sum, { conv: { shape } }) => {
    if (shape === null) return sum;
    const { outChannels, inChannels, group, kernelShape } = shape;
    return sum + countElements([outChannels, inChannels / group, ...kernelShape]);
  }, 0);
}

function findSide(fields: readonly Fields[], budget: number): number {
  const most = Math.min(Math.max(budget, LEAST_DRAWN), MOST_DRAWN);
  const sum = (side: number): number =>
    fields.reduce((pixels, each) => pixels + countDrawn(each, side), 0);
  let side = LARGEST_DRAWN;
  while (side > SMALLEST_DRAWN && sum(side) > most) side--;
  return side;
}

// Those first that need the fewest pixels, so that the most layers are shown.
function listFitting(fields: readonly Fields[], side: number): Fields[] {
  let left = MOST_DRAWN;
  return fields.toSorted((a, b) => countDrawn(a, side) - countDrawn(b, side))
    .filter((each) => (left -= countDrawn(each, side)) >= 0);
}

function countDrawn({ count, line }: Fields, side: number): number {
  return count * countElements(shrinkTo(line.size, side));
}

function shrinkTo(size: readonly number[], side: number): readonly number[] {
  const scale = Math.min(1, side / Math.max(...size));
  return size.map((extent) => Math.max(1, Math.round(extent * scale)));
}
