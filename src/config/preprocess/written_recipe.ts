import type { Preprocess, Resize } from "./preprocess.ts";

/** A resizing as a config writes it. */
export type WrittenResize = Readonly<Record<string, number | string>>;

/** Writes a resizing as a config does. */
export function writeResize(resize: Resize | null): WrittenResize | null {
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

/** Writes a recipe as a config does, every field of it. */
export function writeRecipe(recipe: Preprocess): Readonly<Record<string, unknown>> {
  return { ...recipe, resize: writeResize(recipe.resize) };
}
