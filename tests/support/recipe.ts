import assert from "node:assert/strict";
import { parsePreprocess } from "../../src/config/parse.ts";
import type { Preprocess } from "../../src/config/preprocess/preprocess.ts";
import type { PreprocessInput } from "../../src/config/preprocess/preprocess_input.ts";

/** Parses a preprocessing that is written out. */
export function parseRecipe(input: PreprocessInput): Preprocess {
  const choice = parsePreprocess(input);
  assert(choice.kind === "recipe");
  return choice.recipe;
}
