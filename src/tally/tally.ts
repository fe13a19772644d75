import type { LayerTally } from "./layer_tally.ts";
import type { TallyColumns } from "./tally_columns.ts";

/** What every kernel of some models answers to in the photos of a dataset, or in a part of them. */
export interface Tally {
  readonly origin: TallyOrigin;
  /** Which parts of the photos it holds. */
  readonly shards: Shards;
  readonly models: readonly ModelTally[];
  /** The photos that are named in it, by their places in the list. */
  readonly photos: ReadonlyMap<number, ToldPhoto>;
  readonly broken: readonly BrokenPhoto[];
}

/** What tallies must have in common to be one: the programs and the photos. */
export interface TallyOrigin {
  /** The program that made it, and its version. */
  readonly generator: string;
  /** What ran the networks, with its version and settings. */
  readonly runtime: string;
  readonly dataset: DatasetFacts;
}

/** What is known of a dataset before its photos are read. */
export interface DatasetFacts {
  /** How many photos it has. */
  readonly photos: number;
  /** How many bytes they take. */
  readonly bytes: number;
  /** The SHA-256 of the list of photos: their names, sizes and labels. */
  readonly sha256: string;
  /** The labels, in the order of their names; null where photos have none. */
  readonly labels: readonly string[] | null;
}

/** Parts of equal weight that the photos are divided into, from 1, and those that are held. */
export interface Shards {
  readonly of: number;
  /** In rising order. */
  readonly held: readonly number[];
}

/** A model, and what its layers answer to. */
export interface ModelTally {
  readonly name: string;
  readonly sha256: string;
  /** How photos become its input. */
  readonly preprocess: unknown;
  readonly layers: readonly NamedLayerTally[];
}

/** A layer by its id, and what its kernels answer to. */
export interface NamedLayerTally {
  readonly id: string;
  readonly tally: LayerTally;
}

/** A tally of which layers are still packed. */
export interface StoredTally extends Omit<Tally, "models"> {
  readonly models: readonly StoredModel[];
}

/** A model of a tally, and its packed layers. */
export interface StoredModel extends Omit<ModelTally, "layers"> {
  readonly layers: readonly (TallyColumns & { readonly id: string })[];
}

/** A photo of a dataset that a tally names. */
export interface ToldPhoto {
  /** Its path as the dataset has it: relative to the config, or within an archive. */
  readonly path: string;
  /** The place of its label; null where it has none. */
  readonly label: number | null;
}

/** A photo that could not be read, or not be run. */
export interface BrokenPhoto {
  /** Its place in the list of all photos, from 0. */
  readonly place: number;
  /** Its path, relative to the config or within an archive. */
  readonly path: string;
  /** The model that does not take it; null where none can. */
  readonly model: string | null;
  /** Why, in one line. */
  readonly message: string;
}

/** The only part, which has all photos. */
export const ALL_PHOTOS: Shards = { of: 1, held: [1] };
