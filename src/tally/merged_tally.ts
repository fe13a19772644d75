import { createError } from "../reason/error.ts";
import { listStrongest } from "./strongest_photos.ts";
import { mergeLayers } from "./layer_tally.ts";
import { findDifference } from "./tally_difference.ts";
import { ALL_PHOTOS, type ModelTally, type Shards, type Tally, type ToldPhoto } from "./tally.ts";

/** A tally, and the file that it comes from. */
export interface TallyPart {
  readonly file: string;
  readonly tally: Tally;
}

/**
 * Puts the parts of a dataset together, one after the other, so that few are held at once: in whatever
 * order they come, they give what one run on all photos gives.
 */
export interface TallyMerger {
  /**
   * Takes a part; what it holds is used up.
   *
   * @throws {TypeError} If it is of another dataset, model or program, or was taken already.
   */
  add(part: TallyPart): void;
  /**
   * Gives the whole.
   *
   * @throws {RangeError} If parts are missing.
   */
  finish(): Tally;
}

/** Begins to put parts together. */
export function openMerger(): TallyMerger {
  let sum: TallyPart | null = null;
  const files = new Map<number, string>(); // by the part they hold
  return {
    add: (part) => {
      if (sum !== null) requireAlike(part, sum);
      const { of, held } = part.tally.shards;
      const doubled = held.filter((shard) => files.has(shard));
      if (doubled.length > 0) {
        const other = files.get(doubled[0]!)!;
        throw createError(TypeError, {
          code: "tally-doubled",
          ...{ file: part.file, other, parts: doubled, of },
        });
      }
      for (const shard of held) files.set(shard, part.file);
      sum = sum === null ? part : { file: sum.file, tally: mergeTwo(sum.tally, part.tally) };
    },
    finish: () => {
      const { of, held } = sum?.tally.shards ?? { of: 1, held: [] };
      const parts = Array.from({ length: of }, (_, i) => i + 1).filter((i) => !held.includes(i));
      if (parts.length > 0) throw createError(RangeError, { code: "tally-missing", parts, of });
      return { ...sum!.tally, shards: ALL_PHOTOS };
    },
  };
}

function requireAlike({ file, tally }: TallyPart, { file: other, tally: first }: TallyPart): void {
  const differs = findDifference(tally, first);
  if (differs === null) return;
  throw createError(TypeError, { code: "tally-foreign", file, other, differs });
}

function mergeTwo(sum: Tally, other: Tally): Tally {
  const models = sum.models.map((model, i) => mergeModels(model, other.models[i]!));
  return {
    ...{ ...sum, models },
    shards: joinShards(sum.shards, other.shards),
    photos: keepNamed(models, new Map([...sum.photos, ...other.photos])),
    broken: [...sum.broken, ...other.broken],
  };
}

// A part with fewer photos than others, or none, may have run a model on none: it has no layers then.
function mergeModels(model: ModelTally, other: ModelTally): ModelTally {
  if (other.layers.length === 0) return model;
  for (const [i, { tally }] of model.layers.entries()) mergeLayers(tally, other.layers[i]!.tally);
  return model.layers.length === 0 ? other : model;
}

function joinShards({ of, held }: Shards, { held: others }: Shards): Shards {
  return { of, held: [...held, ...others].sort((a, b) => a - b) };
}

/** Keeps the photos that the layers of some models name. */
export function keepNamed(
  models: Tally["models"],
  photos: ReadonlyMap<number, ToldPhoto>,
): Map<number, ToldPhoto> {
  const places = new Set(
    models.flatMap(({ layers }) => layers).flatMap(({ tally }) => [
      ...tally.sampled.keys(),
      ...Array.from(
        { length: tally.kernels },
        (_, kernel) => listStrongest(tally.strongest, kernel),
      )
        .flat().map(({ photo }) => photo),
    ]),
  );
  return new Map([...photos].filter(([place]) => places.has(place)));
}
