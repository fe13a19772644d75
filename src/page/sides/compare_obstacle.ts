import type { ComparePageWords } from "../../words/words.ts";
import type { Kind } from "./compare_kind.ts";
import type { ComparedSide } from "./compared_side.ts";
import type { ComparedTiles } from "./compared_tiles.ts";

/** The kernels or maps of both sides, number by number. */
export interface Comparable {
  readonly a: ComparedTiles & { readonly load: NonNullable<ComparedTiles["load"]> };
  readonly b: ComparedTiles & { readonly load: NonNullable<ComparedTiles["load"]> };
}

/** Pairs the numbers of two sides; a text says why they cannot be compared. */
export function pairNumbers(
  of: Kind,
  sides: readonly [ComparedSide, ComparedSide],
  words: ComparePageWords,
): Comparable | string {
  const { compare } = words;
  for (const side of sides) {
    if (side[of] === null) return explainMissing(of, side, words);
  }
  const [a, b] = [sides[0][of]!, sides[1][of]!];
  if (isSame(of, sides)) return of === "kernels" ? compare.sameKernels : compare.sameMaps;
  if (a.dims.join() !== b.dims.join()) {
    return of === "kernels" ? compare.kernelsDiffer(a.size, b.size) : compare.mapsDiffer(
      a.size,
      b.size,
    );
  }
  if (of === "kernels" && sides[1].unpaired) return compare.unpaired;
  for (const { name, [of]: tiles } of sides) {
    if (tiles!.load === null) return compare.noValues(compare[name]);
  }
  return { a: { ...a, load: a.load! }, b: { ...b, load: b.load! } };
}

function explainMissing(
  of: Kind,
  { name, data: { layer } }: ComparedSide,
  { compare }: ComparePageWords,
): string {
  const side = compare[name];
  if (of === "kernels") return compare.noKernels(side, layer.kernelsMissing ?? "");
  return layer.mapsMissing === null
    ? compare.noMapsHere(side)
    : compare.noMaps(side, layer.mapsMissing);
}

function isSame(of: Kind, [a, b]: readonly [ComparedSide, ComparedSide]): boolean {
  const layer = a.data.model.id === b.data.model.id && a.data.layer.id === b.data.layer.id;
  return layer && (of === "kernels" || a.image === b.image);
}
