/** How cells are laid out. */
export interface GridLayoutOptions {
  /**
   * How many images stand in a row.
   *
   * @default {8}
   */
  readonly nrow?: number;
  /**
   * The gap around and between the images, in pixels.
   *
   * @default {2}
   */
  readonly padding?: number;
}

/** Where the cells of a grid lie, in pixels. */
export interface GridLayout {
  /** The width of the grid. */
  readonly width: number;
  /** The height of the grid. */
  readonly height: number;
  /** How many cells stand in a row. */
  readonly columns: number;
  /** How many rows there are. */
  readonly rows: number;
  /** The gap around and between the cells; 0 for a single image. */
  readonly padding: number;
}

/** Lays out the cells of `makeGrid` for `count` images of one size. */
export function layoutGrid(
  count: number,
  image: { readonly width: number; readonly height: number },
  options: GridLayoutOptions = {},
): GridLayout {
  const { nrow = 8, padding = 2 } = options;
  requireWhole("nrow", nrow, 1);
  requireWhole("padding", padding, 0);
  requireWhole("count of images", count, 1);
  if (count === 1) {
    return {
      width: image.width,
      height: image.height,
      columns: 1,
      rows: 1,
      padding: 0,
    };
  }
  const columns = Math.min(nrow, count);
  const rows = Math.ceil(count / columns);
  return {
    width: columns * (image.width + padding) + padding,
    height: rows * (image.height + padding) + padding,
    columns,
    rows,
    padding,
  };
}

function requireWhole(name: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least) return;
  throw new RangeError(
    `Cannot make grid: ${name} must be a whole number >= ${least}, current value is ${value}`,
  );
}
