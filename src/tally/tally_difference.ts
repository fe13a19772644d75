import type { ModelTally, Tally } from "./tally.ts";

/** What tells a tally from others, beside its numbers. */
export interface TallyHead extends Pick<Tally, "origin" | "shards"> {
  readonly models: readonly HeadModel[];
}

/** A model of a tally, and how many kernels each of its layers has. */
interface HeadModel extends Omit<ModelTally, "layers"> {
  readonly layers: readonly { readonly id: string; readonly tally: { readonly kernels: number } }[];
}

/**
 * Finds what is not the same in two tallies that should be of one dataset, told in words; null where
 * all is. What comes first is what a user can do most about.
 */
export function findDifference(one: TallyHead, other: TallyHead): string | null {
  const [a, b] = [one.origin, other.origin];
  if (a.dataset.sha256 !== b.dataset.sha256) return "they are of different photos";
  if (one.shards.of !== other.shards.of) {
    return `the photos were divided into ${one.shards.of} parts, and into ${other.shards.of}`;
  }
  if (a.generator !== b.generator) return `they were made by ${a.generator} and by ${b.generator}`;
  if (a.runtime !== b.runtime) return `they were run by ${a.runtime} and by ${b.runtime}`;
  return findModelDifference(one, other);
}

function findModelDifference({ models }: TallyHead, { models: others }: TallyHead): string | null {
  const names = (list: TallyHead["models"]): string => list.map(({ name }) => name).join(", ");
  if (names(models) !== names(others)) {
    return `they are of other models: ${names(models)}, and ${names(others)}`;
  }
  for (const [i, { name, sha256, preprocess, layers }] of models.entries()) {
    const other = others[i]!;
    if (sha256 !== other.sha256) return `${name} is not the same file in both`;
    if (JSON.stringify(preprocess) !== JSON.stringify(other.preprocess)) {
      return `${name} is fed with photos that were prepared in different ways, or with other inputs`;
    }
    if (layers.length === 0 || other.layers.length === 0) continue; // it ran on no photo
    const list = (own: HeadModel["layers"]): string =>
      own.map(({ id, tally: { kernels } }) => `${id} ${kernels}`).join();
    if (list(layers) !== list(other.layers)) return `other layers of ${name} were measured`;
  }
  return null;
}
