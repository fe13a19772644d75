import type { NotedValues } from "../../config/noted/noted_recipe.ts";
import { type PresetName, presets } from "../../config/preprocess/presets.ts";
import type { InputSteps } from "../../onnx/input/input_steps.ts";
import { rangeOf } from "./family.ts";
import type { Proposal } from "./proposal.ts";

/** Proposes what steps of a graph make of, so that what they give is like what networks read. */
export function proposeBefore(steps: InputSteps): Proposal | null {
  if (steps.operators.length === 0) return null;
  const name = steps.normalizes ? "unit" : findBefore(steps);
  if (name === null) return null;
  const values = { ...presets[name], channels: findOrder(steps) };
  const origin = { code: "recipe-of-steps", operators: steps.operators } as const;
  return { values, way: null, size: null, whole: null, origin, sure: true };
}

// What steps are made for; those for values from -1 to 1 are rare.
const BEFORE: readonly (readonly [name: PresetName, rarity: number])[] = [
  ["raw", 0],
  ["unit", 0],
  ["inception", 1],
];

// A network reads values that lie around 0 or from 0 on, in a range of some units or of levels.
const USUAL_SPAN = 2.5;
const FARTHEST = 1.2; // from 0 to the middle, in spans

function findBefore({ scale, shift }: InputSteps): PresetName | null {
  const misses = BEFORE.map(([name, rarity]) => {
    const { least, most } = rangeOf(presets[name]);
    return rarity + missOf({ scale, shift }, { least, most });
  });
  const miss = Math.min(...misses);
  return Number.isFinite(miss) ? BEFORE[misses.indexOf(miss)]![0] : null;
}

function missOf(
  { scale, shift }: Pick<InputSteps, "scale" | "shift">,
  { least, most }: { readonly least: number; readonly most: number },
): number {
  const ends = [least, most].flatMap((end) => spread(scale, shift, (a, b) => a * end + b));
  const span = Math.max(...ends) - Math.min(...ends);
  const middle = (Math.max(...ends) + Math.min(...ends)) / 2;
  return Math.abs(middle) > FARTHEST * span ? Infinity : Math.abs(Math.log(span / USUAL_SPAN));
}

/**
 * Finds the order of the channels by the means that steps take from them: photos are redder than
 * they are blue, on the whole.
 */
function findOrder({ scale, shift }: InputSteps): NotedValues["channels"] {
  const means = spread(scale, shift, (a, b) => -b / a);
  return means.length === 3 && means[0]! > 0 && means[0]! < means[1]! && means[1]! < means[2]!
    ? "BGR"
    : "RGB";
}

function spread(
  scale: readonly number[],
  shift: readonly number[],
  combine: (scale: number, shift: number) => number,
): number[] {
  const count = Math.max(scale.length, shift.length);
  return Array.from(
    { length: count },
    (_, c) => combine(scale[c] ?? scale[0]!, shift[c] ?? shift[0]!),
  );
}
