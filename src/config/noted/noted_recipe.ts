import type { Preprocess, Resize } from "../preprocess/preprocess.ts";
import { presets } from "../preprocess/presets.ts";

/** A preprocessing that a program noted in a model's file, or beside it. */
export interface NotedRecipe {
  /** Who notes it like that; null where many do. */
  readonly maker: string | null;
  /** The keys that it was read of. */
  readonly keys: readonly string[];
  readonly values: NotedValues;
  /** The way to the input's size; null where that is not told. */
  readonly way: Way | null;
  /** The size of the input in pixels; null where it is not told. */
  readonly size: NotedSize | null;
}

/** A size in pixels. */
export interface NotedSize {
  readonly width: number;
  readonly height: number;
}

/** What becomes of pixels, whatever the size. */
export type NotedValues = Omit<Preprocess, "resize" | "crop">;

/**
 * How a photo comes to a size: a part of it, cut from the centre when the photo has been made larger
 * than that by 1 / share; or all of it.
 */
export type Way =
  | { readonly kind: "crop"; readonly share: number }
  | { readonly kind: "whole"; readonly fit: FitOf<Resize>; readonly margin: number };

type FitOf<Each> = Each extends { readonly fit: infer Fit } ? Fit : never;

/** Something that was noted and cannot be read. */
export interface UnreadNote {
  readonly key: string;
  readonly value: string;
}

/** What a program notes is read of: its values by their keys. */
export type Metadata = ReadonlyMap<string, string>;

/** The values from 0 to 1, in red, green and blue. */
export const UNIT_VALUES: NotedValues = presets.unit;
