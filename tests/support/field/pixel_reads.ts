import { type CellReads, readCell } from "../../../src/onnx/field/cell_reads.ts";
import { countElements, type Tensor } from "../../../src/tensor/tensor.ts";
import type { Random } from "../random.ts";
import { runWhole } from "../model/run_model.ts";

/** What a cell reads along an axis of the photo, [first, past); null where it reads nothing. */
export type Span = readonly [first: number, past: number] | null;

/** A photo whose rows and columns are changed one by one. */
export interface ChangedPhoto {
  /** [1, …], with space at `axes`. */
  readonly dims: readonly number[];
  readonly axes: readonly number[];
}

// Far more than the weights take away; rounding stays below what counts as a change.
const CHANGE = 100;
const LEAST_CHANGE = 5e-4;

/**
 * Finds by running a model what every cell of a map reads: row by row and column by column the
 * photo is changed, and a cell whose value changes has read it. Gives the spans of all cells along
 * each axis of the photo, and the map's dims.
 */
export async function probeReads(
  bytes: Uint8Array<ArrayBuffer>,
  { name, tensor, random, ...photo }: ChangedPhoto & {
    readonly name: string;
    readonly tensor: string;
    readonly random: Random;
  },
): Promise<{ readonly dims: readonly number[]; readonly spans: readonly (readonly Span[])[] }> {
  const [map] = await runWhole(bytes, {
    inputs: { [name]: changeLines(photo, random) },
    tensors: [tensor],
    alone: true,
  });
  const [samples = 1, ...dims] = map!.dims;
  const extents = photo.axes.map((axis) => photo.dims[axis]!);
  if (samples !== 1 + extents.reduce((a, b) => a + b, 0)) {
    throw new Error(`Cannot probe map: ${samples} samples came back`);
  }
  let sample = 1;
  const spans = extents.map((extent) => {
    const changed = Array.from({ length: extent }, () => findChanged(map!, sample++));
    return changed[0]!.map((_, cell) => spanOf(changed.map((line) => line[cell]!)));
  });
  return { dims: [1, ...dims], spans };
}

// The photo itself comes first, then one with each line changed.
function changeLines({ dims, axes }: ChangedPhoto, random: Random): Tensor {
  const size = countElements(dims);
  const own = random.floats(size, 0.5, 1.5);
  const change = random.floats(size, CHANGE, 2 * CHANGE);
  const lines = axes.flatMap((axis) => {
    const inner = countElements(dims.slice(axis + 1));
    return Array.from({ length: dims[axis]! }, (_, line) => (i: number) => {
      return Math.floor(i / inner) % dims[axis]! === line;
    });
  });
  const data = new Float32Array((lines.length + 1) * size);
  [() => false, ...lines].forEach((isChanged, n) => {
    own.forEach((value, i) => data[n * size + i] = value + (isChanged(i) ? change[i]! : 0));
  });
  return { data, dims: [lines.length + 1, ...dims.slice(1)] };
}

// Cell by cell, whether any channel of it is another in a sample than in the first one.
function findChanged(
  { data, dims: [, channels = 1, ...space] }: Tensor,
  sample: number,
): boolean[] {
  const cells = countElements(space);
  return Array.from({ length: cells }, (_, cell) => {
    for (let c = 0; c < channels; c++) {
      const own = data[c * cells + cell]!;
      const now = data[(sample * channels + c) * cells + cell]!;
      if (Math.abs(now - own) > LEAST_CHANGE * Math.abs(own)) return true;
    }
    return false;
  });
}

function spanOf(lines: readonly boolean[]): Span {
  const first = lines.indexOf(true);
  return first < 0 ? null : [first, lines.lastIndexOf(true) + 1];
}

/** Lists what reads say of every cell of a map, as far as the photo goes. */
export function listSpans(
  reads: readonly CellReads[],
  cells: readonly number[],
  extents: readonly number[],
): readonly (readonly Span[])[] {
  const all = reads.map((own, k) =>
    Array.from({ length: countElements(cells) }, (_, n): Span => {
      const { first, size } = readCell(own, placeOf(n, cells));
      const [begin, past] = [Math.max(0, first), Math.min(extents[k]!, first + size)];
      return begin < past ? [begin, past] : null;
    })
  );
  // What reads nothing along one axis reads nothing.
  return all.map((spans) =>
    spans.map((span, n) => all.some((each) => each[n] === null) ? null : span)
  );
}

function placeOf(n: number, cells: readonly number[]): number[] {
  const place: number[] = [];
  let rest = n;
  for (const extent of cells.toReversed()) {
    place.unshift(rest % extent);
    rest = Math.floor(rest / extent);
  }
  return place;
}
