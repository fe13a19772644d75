import type { Values } from "../kernel/kernel_measures.ts";

/** Kernels, by their indices, that go against "maps of colour kernels are photo". */
export interface CounterExamples {
  /** Colour kernels whose maps are hardly photo. */
  readonly colour: readonly number[];
  /** Grey kernels whose maps do. */
  readonly grey: readonly number[];
}

// As a share of a kernel's energy: above, most of it is colour.
const COLOUR = 0.5;

// As a share of a map's variance.
const LOST = 0.1;
const KEPT = 0.5;

/**
 * Finds the colour kernels whose maps are hardly photo and the grey ones whose are; null where no
 * kernel has a colour or no map was compared with a photo.
 */
export function findCounterExamples(
  chroma: Values,
  keepsPicture: Values,
): CounterExamples | null {
  if (!chroma.some(isKnown) || !keepsPicture.some(isKnown)) return null;
  const known = [...chroma.keys()].filter((k) => isKnown(chroma[k]) && isKnown(keepsPicture[k]));
  return {
    colour: known.filter((k) => chroma[k]! > COLOUR && keepsPicture[k]! < LOST),
    grey: known.filter((k) => chroma[k]! <= COLOUR && keepsPicture[k]! >= KEPT),
  };
}

function isKnown(value: number | null | undefined): boolean {
  return value !== null && value !== undefined;
}
