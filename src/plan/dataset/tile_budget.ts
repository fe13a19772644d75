import type { Size } from "../../raster/raster.ts";
import { KEPT_SAMPLED } from "../../tally/layer_tally.ts";

/** The kernels of a layer, and the size of what their tiles show, in pixels of the photo. */
export interface ShownKernels {
  readonly kernels: number;
  /** Null where that is the photo's, which is not known before. */
  readonly shown: Size | null;
}

/** How many patches of each kernel are shown, and how large. */
export interface TileChoice {
  /** How many of the strongest cells. */
  readonly strongest: number;
  /** How many from the middle of its range. */
  readonly middle: number;
  /** The longest side of a tile, in pixels; what is smaller is shown as it is. */
  readonly longest: number;
  /** The longest side of the small picture of a photo, in pixels. */
  readonly photo: number;
}

// From the best on: tiles smaller than these show nothing, fewer of them tell little.
const CHOICES: readonly TileChoice[] = [
  { strongest: 16, middle: 4, longest: 64, photo: 96 },
  { strongest: 16, middle: 4, longest: 64, photo: 64 },
  { strongest: 9, middle: 3, longest: 64, photo: 64 },
  { strongest: 9, middle: 3, longest: 48, photo: 64 },
  { strongest: 9, middle: 3, longest: 48, photo: 48 },
  { strongest: 6, middle: 2, longest: 48, photo: 48 },
  { strongest: 4, middle: 1, longest: 48, photo: 48 },
  { strongest: 4, middle: 1, longest: 40, photo: 40 },
  { strongest: 4, middle: 1, longest: 40, photo: 32 },
  { strongest: 4, middle: 1, longest: 32, photo: 32 },
  { strongest: 2, middle: 0, longest: 32, photo: 32 },
];

/** How many bytes pictures of patches take at most: so many, more with each kernel, up to the last. */
const BUDGET = { least: 8e6, kernel: 1950, most: 60e6 };

/**
 * Chooses how many patches are shown, and how large: the best that takes no more room than a report of
 * such a network may give to them; where there is none, the least.
 *
 * @param photos How many photos the dataset has: no more than these can be shown.
 */
export function chooseTiles(layers: readonly ShownKernels[], photos: number): TileChoice {
  const kernels = layers.reduce((sum, layer) => sum + layer.kernels, 0);
  const most = Math.min(BUDGET.most, BUDGET.least + BUDGET.kernel * kernels);
  const fits = (choice: TileChoice): boolean => reckonChoice(layers, choice, photos) <= most;
  return CHOICES.find(fits) ?? CHOICES.at(-1)!;
}

function reckonChoice(
  layers: readonly ShownKernels[],
  choice: TileChoice,
  photos: number,
): number {
  const { strongest, middle, longest, photo } = choice;
  const tiles = layers.reduce((sum, { kernels, shown }) => {
    return sum + kernels * (strongest + middle) * reckonTile(layoutTile(shown, longest));
  }, 0);
  return tiles + boundPhotos(layers, choice, photos) * reckonTile({ width: photo, height: photo });
}

/** Tells how many photos can be shown at most: those in the middle are of the ones kept for themselves. */
export function boundPhotos(
  layers: readonly Pick<ShownKernels, "kernels">[],
  { strongest, middle }: TileChoice,
  photos: number,
): number {
  const tiles = layers.reduce((sum, { kernels }) => sum + kernels * strongest, 0);
  return Math.min(photos, tiles + (middle === 0 ? 0 : KEPT_SAMPLED));
}

/** Lays out the tile of what it shows: as it is, or shrunk to a longest side; a square for any size. */
export function layoutTile(shown: Size | null, longest: number): Size {
  const { width, height } = shown ?? { width: longest, height: longest };
  const scale = Math.min(1, longest / Math.max(width, height));
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  return { width: side(width), height: side(height) };
}

/** Up to this side, in pixels, tiles are kept exactly: enlarged, losses would be seen. */
const EXACT = 16;

/** Tells whether tiles of a size are kept exactly. */
export function isExact({ width, height }: Size): boolean {
  return Math.max(width, height) <= EXACT;
}

/**
 * Reckons the bytes of a tile, as measured on crops of photographs: a pixel takes fewer where the side
 * is long.
 */
export function reckonTile(tile: Size): number {
  const { width, height } = tile;
  const pixel = isExact(tile) ? 1.4 : 0.13 + 3.4 / Math.sqrt(width * height);
  return width * height * pixel;
}
