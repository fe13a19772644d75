import type { MapMeasures } from "./map_measures.ts";

/** The channels of a layer whose maps show little or nothing, by their indices. */
export interface MapCondition {
  /** Zero everywhere behind the activation, on every photo. */
  readonly dead: readonly number[];
  /** One value everywhere in the convolution's own output, on every photo; no single cell is. */
  readonly constant: readonly number[];
  /** NaN or infinite somewhere in the convolution's own output, on some photo. */
  readonly nonFinite: readonly number[];
}

/** The measures of the maps of a layer on one photo. */
export interface MapsOnPhoto {
  /** The measures of the convolution's own output. */
  readonly measures: MapMeasures;
  /** The measures behind the activation; null where none follows. */
  readonly activated: MapMeasures | null;
}

/** Finds the maps that are dead, constant or not finite; without a photo, none is. */
export function findMapCondition(photos: readonly MapsOnPhoto[]): MapCondition {
  const channels = [...photos[0]?.measures.min.keys() ?? []];
  return {
    dead: channels.filter((k) => photos.every(({ activated }) => activated?.zeros[k] === 1)),
    constant: channels.filter((k) => photos.every(({ measures }) => isConstant(measures, k))),
    nonFinite: channels.filter((k) => photos.some(({ measures }) => measures.nonFinite[k] !== 0)),
  };
}

function isConstant({ min, max, std, nonFinite }: MapMeasures, k: number): boolean {
  return std[k] !== null && min[k] === max[k] && nonFinite[k] === 0;
}
