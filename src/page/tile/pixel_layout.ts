import { cutSlices, layoutSheet, type Slices } from "../../raster/sheet.ts";

/** Where the numbers of a kernel or a map stand in its picture. */
export interface PixelLayout {
  readonly width: number;
  readonly height: number;
  /** Finds what stands at a pixel; null between slices. */
  readonly at: (x: number, y: number) => Spot | null;
}

/** One place of a plane. */
export interface Spot {
  /** The indices of the numbers there: one, or one a channel where they are drawn as colours. */
  readonly indices: readonly number[];
  readonly row: number;
  readonly column: number;
  /** The slice; null where there is one place for all. */
  readonly slice: number | null;
}

/** A plane that finds the place of a number too. */
export interface MapPixelLayout extends PixelLayout {
  readonly place: (index: number) => { readonly x: number; readonly y: number };
}

/** Lays out a map […space] as its picture does: depths side by side. */
export function layoutMap(space: readonly number[]): MapPixelLayout {
  const { slices, width, height } = cutSlices([1, 1, ...space]);
  const { columns, gap } = layoutSheet({ slices, width, height });
  return {
    ...layoutSlices({ slices, width, height }, (place) => place),
    place: (index) => {
      const slice = Math.floor(index / (width * height));
      const [row, column] = [Math.floor(index / width) % height, index % width];
      return {
        x: (slice % columns) * (width + gap) + column,
        y: Math.floor(slice / columns) * (height + gap) + row,
      };
    },
  };
}

/** Lays out a kernel [channels, …space] as its picture does: channels as colours, or slices. */
export function layoutKernel(dims: readonly number[], coloured: boolean): PixelLayout {
  const { slices, width, height } = cutSlices([1, ...dims]);
  if (coloured) {
    return {
      ...{ width, height },
      at: (x, y) => ({
        indices: Array.from({ length: slices }, (_, slice) => (slice * height + y) * width + x),
        row: y,
        column: x,
        slice: null,
      }),
    };
  }
  return layoutSlices({ slices, width, height }, (place) => place);
}

/** Lays out a kernel [channels, …space] by the slices of some inputs, in their order, as their picture does. */
export function layoutChosen(dims: readonly number[], chosen: readonly number[]): PixelLayout {
  const [, ...space] = dims;
  const { width, height } = cutSlices([1, ...dims]);
  const slices = listSlices(chosen, space);
  return layoutSlices({ slices: slices.length, width, height }, (place) => slices[place]!);
}

/** Lists the slices of some inputs of kernels […space]: one each, or one a depth. */
export function listSlices(
  inputs: readonly number[],
  space: readonly number[],
): readonly number[] {
  const { slices: depths } = cutSlices([1, 1, ...space]);
  return inputs.flatMap((input) =>
    Array.from({ length: depths }, (_, depth) => input * depths + depth)
  );
}

function layoutSlices(
  { slices, width, height }: Omit<Slices, "count">,
  sliceAt: (place: number) => number,
): PixelLayout {
  const sheet = layoutSheet({ slices, width, height });
  return {
    width: sheet.width,
    height: sheet.height,
    at: (x, y) => {
      const [across, down] = [
        Math.floor(x / (width + sheet.gap)),
        Math.floor(y / (height + sheet.gap)),
      ];
      const [column, row] = [x - across * (width + sheet.gap), y - down * (height + sheet.gap)];
      const place = down * sheet.columns + across;
      if (column >= width || row >= height || place >= slices) return null;
      const slice = sliceAt(place);
      return {
        indices: [(slice * height + row) * width + column],
        ...{ row, column },
        slice: slices > 1 ? slice : null,
      };
    },
  };
}
