import type { Preprocess } from "../../config/preprocess/preprocess.ts";
import type { FoundPreprocess } from "../../plan/found.ts";
import type { Size } from "../../raster/raster.ts";
import { explainReason } from "../../reason/error.ts";
import { nameFamily, rangeOf, roundTold } from "./family.ts";

/** Says in a line what photos become, and why; null where the config says it. */
export function explainPreprocess({ recipe, found }: FoundPreprocess): string | null {
  if (found === undefined) return null;
  const { sure, size, reasons } = found;
  const advice = sure ? [] : ["--preprocess says otherwise"];
  const why = [...reasons.map(explainReason), ...advice].join("; ");
  return `photos become ${tellRecipe(recipe, size)}, ${why}`;
}

function tellRecipe(recipe: Preprocess, size: Size | null): string {
  const { least, most } = rangeOf(recipe);
  const family = nameFamily(recipe);
  const range = `values from ${roundTold(least)} to ${roundTold(most)}`;
  const named = family === null ? "" : ` ("${family}")`;
  const sized = size === null
    ? `${recipe.channels} of a size of their own`
    : `${size.width} x ${size.height} ${recipe.channels}`;
  return `${sized}, ${range}${named}`;
}
