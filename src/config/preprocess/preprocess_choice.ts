import { z } from "../problem/field.ts";
import { changePreprocess, type PreprocessChanges } from "./changes.ts";
import type { Preprocess } from "./preprocess.ts";
import type { PreprocessInput } from "./preprocess_input.ts";
import { baseSchema, expectBase, preprocessSchema } from "./preprocess_schema.ts";
import { isPresetName, presets } from "./presets.ts";

/**
 * What a model's `preprocess` chose: a recipe, from a preset or written out ("custom"), the path of
 * a file that holds one, or what the model itself tells; of the last two, what is to be changed.
 */
export type PreprocessChoice =
  | { readonly kind: "recipe"; readonly name: string; readonly recipe: Preprocess }
  | { readonly kind: "file"; readonly path: string; readonly changes: PreprocessChanges }
  | { readonly kind: "auto"; readonly changes: PreprocessChanges };

const nothing: PreprocessChanges = {};

/** The schema of a model's `preprocess`. */
export const preprocessChoiceSchema: z.ZodType<PreprocessChoice, string | PreprocessInput> = z
  .union([
    baseSchema.transform((base) => choose(base, nothing)),
    preprocessSchema.transform(({ preset, ...changes }) => choose(preset, dropUnsaid(changes))),
  ], { error: (issue) => expectBase(issue.input, ', a path ending in ".json", or an object') });

function choose(base: string | undefined, changes: PreprocessChanges): PreprocessChoice {
  if (base === "auto") return { kind: "auto", changes };
  if (base !== undefined && !isPresetName(base)) return { kind: "file", path: base, changes };
  const recipe = changePreprocess(presets[base ?? "unit"], changes);
  const named = base !== undefined && Object.keys(changes).length === 0;
  return { kind: "recipe", name: named ? base : "custom", recipe };
}

/** What zod makes of keys that may be left out. */
type Said = {
  readonly [Key in keyof PreprocessChanges]: PreprocessChanges[Key] | undefined;
};

function dropUnsaid(changes: Said): PreprocessChanges {
  return Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  ) as PreprocessChanges;
}
