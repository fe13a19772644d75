import { BLOB_DC_GAIN, COLOUR_CHROMA } from "./image_kernel_kind.ts";
import type { Values } from "../kernel/kernel_measures.ts";

/** What is known of kernels and of how much of their maps is photo, a column each. */
export interface ContrastColumns {
  readonly dcGain: Values;
  readonly chroma: Values;
  readonly keepsPicture: Values;
}

/** How the maps that look like the photo lie among kernels that average, and those that do not. */
export interface PhotoContrast {
  /** How many maps are at least half photo. */
  readonly photos: number;
  /** How many of these come from kernels that average. */
  readonly photosOfAverages: number;
  /** How many kernels average. */
  readonly averages: number;
  /** How many kernels there are. */
  readonly all: number;
  /** What colour has to do with it; null where there are few coloured kernels of either sort. */
  readonly colour: ColourContrast | null;
}

/** The maps of coloured kernels. */
export interface ColourContrast {
  readonly differences: PhotoMean;
  readonly averages: PhotoMean;
}

/** How much of some maps is photo, on average. */
export interface PhotoMean {
  readonly kernels: number;
  readonly mean: number;
}

// As a share of a map's variance; the cards of layers have the same.
const HALF = 0.5;

// Fewer kernels are examples, and no kind.
const FEWEST = 3;

/** Contrasts the kernels that average with those that take differences, all and the coloured. */
export function contrastPhotos(columns: ContrastColumns): PhotoContrast {
  const kernels = listKnown(columns);
  const photos = kernels.filter(({ photo }) => photo >= HALF);
  const coloured = kernels.filter(({ chroma }) => chroma >= COLOUR_CHROMA.at);
  const [averages, differences] = [true, false].map((does) =>
    coloured.filter(({ averages }) => averages === does).map(({ photo }) => photo)
  );
  return {
    photos: photos.length,
    photosOfAverages: photos.filter(({ averages }) => averages).length,
    averages: kernels.filter(({ averages }) => averages).length,
    all: kernels.length,
    colour: averages!.length < FEWEST || differences!.length < FEWEST
      ? null
      : { averages: summarize(averages!), differences: summarize(differences!) },
  };
}

interface Known {
  readonly averages: boolean;
  /** 0 for a kernel that has no colours. */
  readonly chroma: number;
  readonly photo: number;
}

function listKnown({ dcGain, chroma, keepsPicture }: ContrastColumns): Known[] {
  return keepsPicture.flatMap((photo, k) => {
    const gain = dcGain[k] ?? null;
    if (photo === null || gain === null) return [];
    return [{ averages: gain >= BLOB_DC_GAIN.at, chroma: chroma[k] ?? 0, photo }];
  });
}

function summarize(photos: readonly number[]): PhotoMean {
  const mean = photos.reduce((sum, photo) => sum + photo, 0) / photos.length;
  return { kernels: photos.length, mean };
}

/** Whether more than a few maps look like the photo. */
export function hasPhotos({ photos }: PhotoContrast): boolean {
  return photos >= FEWEST;
}

/** Whether nearly all maps that look like the photo come from kernels that average, as few do. */
export function isOfAverages(contrast: PhotoContrast): boolean {
  const { photos, photosOfAverages, averages, all } = contrast;
  return hasPhotos(contrast) && photosOfAverages >= 0.9 * photos && averages <= HALF * all;
}

/** Whether colour does not help: coloured kernels that take differences lose the photo. */
export function isColourNoHelp({ colour }: PhotoContrast): boolean {
  return colour !== null && colour.differences.mean < 0.1 && colour.averages.mean >= HALF;
}
