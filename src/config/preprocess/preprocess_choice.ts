import { z } from "../problem/field.ts";
import { findNearestName } from "../problem/nearest_name.ts";
import { type Preprocess, preprocessSchema } from "./preprocess.ts";
import { type PresetName, presetNames, presets } from "./presets.ts";

/**
 * What a model's `preprocess` chose: a recipe, from a preset or written out ("custom"), or the path
 * of a file that holds one.
 */
export type PreprocessChoice =
  | { readonly kind: "recipe"; readonly name: string; readonly recipe: Preprocess }
  | { readonly kind: "file"; readonly path: string };

const presetSchema = z.enum(presetNames).describe("A preset.").transform(choosePreset);

// `abort` keeps zod from taking this branch for every string.
const fileSchema = z.string().regex(/\.json$/, { abort: true })
  .describe("The path of a Hugging Face preprocessor_config.json.").transform(chooseFile);

const recipeSchema = preprocessSchema.transform(chooseCustom);

const expected = `a preset (${presetNames.join(", ")}), a path ending in ".json", or an object`;

/** The schema of a model's `preprocess`. */
export const preprocessChoiceSchema = z.union([presetSchema, fileSchema, recipeSchema], {
  error: (issue) => `${expected}${suggestPreset(issue.input)}`,
});

function choosePreset(name: PresetName): PreprocessChoice {
  return { kind: "recipe", name, recipe: presets[name] };
}

function chooseFile(path: string): PreprocessChoice {
  return { kind: "file", path };
}

function chooseCustom(recipe: Preprocess): PreprocessChoice {
  return { kind: "recipe", name: "custom", recipe };
}

function suggestPreset(found: unknown): string {
  const nearest = typeof found === "string" ? findNearestName(found, presetNames) : null;
  return nearest === null ? "" : `; did you mean "${nearest}"?`;
}
