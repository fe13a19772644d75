import type { Preprocess, Resize } from "./preprocess.ts";

/** A resizing as a config writes it. */
export type WrittenResize = Readonly<Record<string, number | string>>;

/** A recipe as a config writes it. */
export interface WrittenRecipe extends Omit<Preprocess, "resize"> {
  readonly resize: WrittenResize | null;
}

/** Writes a recipe as a config does, every field of it, in one order. */
export function writeRecipe(recipe: Preprocess): WrittenRecipe {
  const { resize, kernel, crop, profile, channels, rescale, mean, std } = recipe;
  return { resize: writeResize(resize), kernel, crop, profile, channels, rescale, mean, std };
}

function writeResize(resize: Resize | null): WrittenResize | null {
  switch (resize?.kind) {
    case undefined:
      return null;
    case "shortestEdge":
      return { shortestEdge: resize.length };
    case "edges":
      return { shortestEdge: resize.shortest, longestEdge: resize.longest };
    case "size": {
      const { width, height, fit, margin } = resize;
      return { width, height, fit, ...margin > 0 ? { margin } : {} };
    }
  }
}
