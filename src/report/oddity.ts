import type { OddityKind } from "../config/oddity_kind.ts";

/** Something odd about a layer, with the pair that shows it most. */
export interface Oddity {
  /** Stays the same over runs of a model: `conv8/never-on`, `conv17/damage/float`. */
  readonly id: string;
  /** What is odd, in one English sentence. */
  readonly sentence: string;
  /** What it is. */
  readonly code: OddityKind;
  /** The id of the layer. */
  readonly layer: string;
  /** The kernel that shows it most, counted from 0. */
  readonly kernel: number;
  /** The kernel or the input channel that it is like, counted from 0; null where there is none. */
  readonly other: number | null;
  /** The id of the photo that shows it most; null where there is none. */
  readonly image: string | null;
  /** On how many photos it is so; 0 where kernels alone, or the photos of a dataset, tell it. */
  readonly images: number;
  /** In how many photos of a dataset it is so; 0 where these do not tell it. */
  readonly dataset: number;
  /** What is measured of that pair; null where nothing is. */
  readonly value: number | null;
  /** The same of what it is compared with, such as the layer's median map; null where there is none. */
  readonly usual: number | null;
  /** How many pairs of the layer show it. */
  readonly count: number;
  /** Of how many. */
  readonly of: number;
  /** These, by the index of the kernel. */
  readonly kernels: readonly number[];
  /** The id of the model that it is compared with; null where it is odd by itself. */
  readonly model: string | null;
  /** How surprising it is, from 0 to 1: the most surprising stands first. */
  readonly surprise: number;
}

/** The same in numbers. */
export type OddityNumbers = Omit<Oddity, "sentence">;
