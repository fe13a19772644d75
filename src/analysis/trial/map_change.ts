import { sliceAt, type Tensor } from "../../tensor/tensor.ts";
import type { Values } from "../kernel/kernel_measures.ts";

/** The maps of a layer on a photo [channels, …space]. */
export interface TriedMaps {
  /** The convolution's own output. */
  readonly maps: Tensor;
  /** What is behind what follows cell by cell; null where that is max(0, x), or nothing follows. */
  readonly activated: Tensor | null;
}

/** How the maps of a layer change with their photo, a number a map. */
export interface MapChange {
  /**
   * Pearson's correlation with the map of the photo as it is: 0 where all is the same in the other
   * one; null where it is so in that, or a value is not finite.
   */
  readonly correlation: Values;
  /**
   * How much of what it has above 0 behind the activation goes, cell by cell, 0 to 1; null where it
   * has nothing.
   *
   *     Σ max(0, a⁺ − b⁺) ÷ Σ a⁺
   */
  readonly loss: Values;
}

/** Compares the maps of a photo that was changed with those of the photo as it is. */
export function compareTried(before: TriedMaps, after: TriedMaps): MapChange {
  const count = before.maps.dims[0] ?? 0;
  const [lit, left] = [before.activated ?? before.maps, after.activated ?? after.maps];
  const rows = Array.from({ length: count }, (_, k) => ({
    correlation: correlate(sliceAt(before.maps, k).data, sliceAt(after.maps, k).data),
    loss: measureLoss(sliceAt(lit, k).data, sliceAt(left, k).data),
  }));
  return {
    correlation: rows.map(({ correlation }) => correlation),
    loss: rows.map(({ loss }) => loss),
  };
}

// What a float32 is off by is no variance: as a share of the largest square.
const ROUNDING = 2 ** -40;

/** Pearson's correlation of two runs of as many numbers, as {@linkcode MapChange} has it. */
export function correlate(before: Float32Array, after: Float32Array): number | null {
  const count = before.length;
  const [a0, b0] = [before[0] ?? 0, after[0] ?? 0]; // so that nothing cancels where all is nearly equal
  let [a, b, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const x = before[i]! - a0;
    const y = after[i]! - b0;
    a += x;
    b += y;
    aa += x * x;
    bb += y * y;
    ab += x * y;
  }
  const [varies, variesAfter] = [aa - a * a / count, bb - b * b / count];
  if (!Number.isFinite(varies + variesAfter)) return null;
  if (varies <= count * ROUNDING * a0 * a0) return null;
  if (variesAfter <= count * ROUNDING * b0 * b0) return 0;
  const r = (ab - a * b / count) / Math.sqrt(varies * variesAfter);
  return Math.max(-1, Math.min(1, r));
}

function measureLoss(before: Float32Array, after: Float32Array): number | null {
  let [all, lost] = [0, 0];
  for (let i = 0; i < before.length; i++) {
    const was = Math.max(0, before[i]!);
    all += was;
    lost += Math.max(0, was - Math.max(0, after[i]!));
  }
  return all > 0 && Number.isFinite(lost / all) ? lost / all : null;
}
