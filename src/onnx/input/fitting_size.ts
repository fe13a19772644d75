import type { Model } from "../graph/model.ts";
import { tracePhoto } from "../field/photo_trace.ts";
import { describePhoto } from "./traced_photo.ts";

// Strides halve a photo eight times at most; windows have sides of 7, grids of 3 and 5.
const MOST = 256;
const FACTORS = [2, 3, 5, 7];

/**
 * Finds the least number whose multiples fit a model as the height and width of its photo, where a
 * size that is not one does not; null where there is none, or the way is not known.
 */
export function findFittingMultiple(
  model: Model,
  input: string,
  size: readonly [height: number, width: number],
): number | null {
  for (let multiple = 2; multiple <= MOST; multiple++) {
    if (
      isMade(multiple) &&
      fitsAll(model, input, size.map((side) => Math.ceil(side / multiple)), multiple)
    ) {
      return multiple;
    }
  }
  return null;
}

// Of small factors, as strides and windows are.
function isMade(multiple: number): boolean {
  let rest = multiple;
  for (const factor of FACTORS) while (rest % factor === 0) rest /= factor;
  return rest === 1;
}

// Those around the photo, also of unlike sides.
function fitsAll(
  model: Model,
  input: string,
  [down = 1, across = 1]: readonly number[],
  multiple: number,
): boolean {
  const near = [[0, 0], [1, 0], [0, 1], [2, 3]] as const;
  return near.every(([more, wide]) => {
    const photo = describePhoto(model, input, [
      (down + more) * multiple,
      (across + wide) * multiple,
    ]);
    return photo !== null && tracePhoto(model, photo, { untilMisfit: true }).misfit === null;
  });
}
