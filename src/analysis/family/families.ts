import type { Tensor } from "../../tensor/tensor.ts";
import type { Cosines } from "../likeness/cosines.ts";
import { cutTree, type FamilyTree, growTree } from "./family_tree.ts";
import { joinMaps } from "./joined_maps.ts";
import { moveMaps } from "./moved_maps.ts";

/** The kernels of a layer in families: those of one fire at the same places of the photos. */
export interface Families {
  /** The mean correlation from which maps are of one family; null where none makes a difference. */
  readonly correlation: number | null;
  /** The number of the family of each kernel, from 1; null for one that is in none. */
  readonly of: readonly (number | null)[];
  /** Family n stands at n − 1: the largest first. */
  readonly families: readonly Family[];
}

/** Kernels whose maps go together. */
export interface Family {
  /** Its kernels, like beside like. */
  readonly kernels: readonly number[];
  /** The one whose map goes best with those of all others: its strongest patch names the family. */
  readonly strongest: number;
  /** The mean correlation of every two of their maps. */
  readonly correlation: number;
}

/** How many kernels a family has at least. */
export const LEAST_FAMILY = 3;
/** How many families have a number: what a reader can tell apart. */
export const MOST_FAMILIES = 12;
/** How many cells a map has at least, over all photos, so that a correlation says something. */
export const LEAST_CELLS = 32;

/**
 * Finds families: the maps of a layer, joined over all photos, are clustered by average linkage of
 * 1 − r, and the tree is cut at the least correlation at which chance makes no more than one family
 * in ten: so many are counted among the same maps, each moved by itself.
 *
 * @param photos The maps on each photo, [kernels, cells], behind the activation.
 * @returns Null where there are too few cells to tell, or too many kernels to compare.
 */
export function findFamilies(photos: readonly Tensor[]): Families | null {
  const maps = joinMaps(photos);
  const [count = 0, cells = 0] = maps.dims;
  const own = cells < LEAST_CELLS ? null : growTree(maps);
  if (own === null) return null;
  const correlation = chooseCut(own, growTree(moveMaps(maps))!);
  const families = correlation === null ? [] : listFamilies(own, correlation);
  const of: (number | null)[] = Array.from({ length: count }, () => null);
  families.forEach(({ kernels }, i) => kernels.forEach((k) => of[k] = i + 1));
  return { correlation, of, families };
}

// Below, maps share less than a tenth of their variance.
const CUTS = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];
const BY_CHANCE = 0.1;

function chooseCut(own: FamilyTree, moved: FamilyTree): number | null {
  const count = (tree: FamilyTree, cut: number): number => cutFamilies(tree, cut).length;
  return CUTS.find((cut) => {
    const families = count(own, cut);
    return families > 0 && count(moved, cut) <= BY_CHANCE * families;
  }) ?? null;
}

function cutFamilies(tree: FamilyTree, correlation: number): number[][] {
  return cutTree(tree, correlation).filter((members) => members.length >= LEAST_FAMILY);
}

function listFamilies(tree: FamilyTree, correlation: number): Family[] {
  return cutFamilies(tree, correlation)
    .sort((a, b) => b.length - a.length || Math.min(...a) - Math.min(...b))
    .slice(0, MOST_FAMILIES)
    .map((members) => describeFamily(members, tree.compared));
}

function describeFamily(members: readonly number[], { directed, values }: Cosines): Family {
  const others = members.length - 1;
  const means = members.map((i) => {
    const own = members.reduce((sum, j) => sum + values[i * directed.length + j]!, 0);
    return (own - values[i * directed.length + i]!) / others;
  });
  const best = means.indexOf(Math.max(...means));
  return {
    kernels: members.map((i) => directed[i]!),
    strongest: directed[members[best]!]!,
    correlation: means.reduce((sum, mean) => sum + mean, 0) / members.length,
  };
}
