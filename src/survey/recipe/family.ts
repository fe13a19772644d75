import type { NotedValues, Way } from "../../config/noted/noted_recipe.ts";
import { type PresetName, presetNames, presets } from "../../config/preprocess/presets.ts";
import type { Proposal } from "./proposal.ts";

// torchvision's: a photo of 256 pixels is cut to 224.
const IMAGENET_WAY: Way = { kind: "crop", share: 224 / 256 };

/** Proposes the values of a preset; those of ImageNet with the crop that its models are used with. */
export function proposeFamily(
  name: PresetName,
  { origin, sure }: Pick<Proposal, "origin" | "sure">,
): Proposal {
  const way = name === "imagenet" ? IMAGENET_WAY : null;
  return { values: presets[name], way, size: null, whole: null, origin, sure };
}

/** Finds which preset gives values of a range. */
export function findByRange(
  { least, most }: { readonly least: number; readonly most: number },
): PresetName | null {
  const misses = presetNames.map((name) => {
    const own = rangeOf(presets[name]);
    return (Math.abs(own.least - least) + Math.abs(own.most - most)) / (own.most - own.least);
  });
  const [first, miss] = leastOf(misses);
  return miss <= MOST_MISS ? presetNames[first]! : null;
}

// What a quantizer saw of photos is a little less than all, or somewhat more for a round scale.
const MOST_MISS = 0.3; // of the range

/** Finds which preset gives photos such a mean and deviation. */
export function findByStatistics(
  { mean, deviation }: { readonly mean: number; readonly deviation: number },
): PresetName | null {
  const misses = presetNames.map((name) => {
    const { rescale, mean: taken, std } = presets[name];
    const level = (mean * average(std) + average(taken)) / (255 * rescale);
    const spread = deviation * average(std) / (255 * rescale);
    return Math.hypot(
      (level - PHOTO.level) / PHOTO.levelSpread,
      Math.log(spread / PHOTO.spread) / PHOTO.spreadSpread,
    );
  });
  const [first, miss] = leastOf(misses);
  return miss <= 3 ? presetNames[first]! : null;
}

// What photos are like that networks are trained on, from 0 for black to 1 for white: the mean of a
// set of them and its deviation, how far these lie from set to set, and that of the second as a
// logarithm.
const PHOTO = { level: 0.45, levelSpread: 0.12, spread: 0.26, spreadSpread: 0.35 };

/** Gives the least and the most that a level of 0 to 255 becomes in any channel. */
export function rangeOf(
  { rescale, mean, std }: Pick<NotedValues, "rescale" | "mean" | "std">,
): { readonly least: number; readonly most: number } {
  const ends = mean.flatMap((taken, c) =>
    [0, 255].map((level) => (level * rescale - taken) / std[c]!)
  );
  return { least: Math.min(...ends), most: Math.max(...ends) };
}

/** Gives the name of the preset whose values these are, in whatever channels; null for none. */
export function nameFamily(values: NotedValues): PresetName | null {
  return presetNames.find((name) => {
    const { rescale, mean, std } = presets[name];
    return rescale === values.rescale && isSame(mean, values.mean) && isSame(std, values.std);
  }) ?? null;
}

// In any order, and as one for all.
function isSame(a: readonly number[], b: readonly number[]): boolean {
  return String([...new Set(a)].sort()) === String([...new Set(b)].sort());
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function leastOf(values: readonly number[]): readonly [place: number, value: number] {
  const least = Math.min(...values);
  return [values.indexOf(least), least];
}

/** Rounds what a sentence tells. */
export function roundTold(value: number): number {
  return Number(value.toPrecision(3));
}
