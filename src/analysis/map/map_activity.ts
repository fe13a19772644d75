import type { Values } from "../kernel/kernel_measures.ts";
import type { MapsOnPhoto } from "./map_condition.ts";
import type { MapMeasures } from "./map_measures.ts";

/** How much of each map is on behind the activation, averaged over the photos. */
export interface MapActivity {
  /** The share of cells that are exactly 0 there, from 0 to 1. */
  readonly zeros: Values;
  /** The share of cells above 0 there, from 0 to 1; null where a value is not finite. */
  readonly on: Values;
}

/** Measures how much of each map is on behind the activation; null where none follows. */
export function measureActivity(photos: readonly MapsOnPhoto[]): MapActivity | null {
  const behind = photos.map(({ activated }) => activated).filter((each) => each !== null);
  if (behind.length === 0 || behind.length < photos.length) return null;
  const channels = behind[0]!.zeros.map((_, k) => k);
  return {
    zeros: channels.map((k) => average(behind.map(({ zeros }) => zeros[k] ?? null))),
    on: channels.map((k) => average(behind.map((maps) => shareOn(maps, k)))),
  };
}

function shareOn({ zeros, negatives, nonFinite }: MapMeasures, k: number): number | null {
  return nonFinite[k] === 0 ? 1 - zeros[k]! - negatives[k]! : null;
}

function average(values: Values): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length < values.length) return null;
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
