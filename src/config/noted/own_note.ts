import { writeRecipe } from "../preprocess/written_recipe.ts";
import type { Preprocess } from "../preprocess/preprocess.ts";
import { preprocessChoiceSchema } from "../preprocess/preprocess_choice.ts";
import type { Metadata, UnreadNote } from "./noted_recipe.ts";

/** The key of what this tool itself notes in models that it writes. */
export const OWN_NOTE = "convatlas.preprocess";

/** A preprocessing as this tool notes it: found in a model that tells more than the one with the note. */
export interface OwnRecipe {
  readonly recipe: Preprocess;
  /** Whether something told it, or it was a guess. */
  readonly sure: boolean;
}

/** Writes a preprocessing as a note. */
export function writeOwnNote({ recipe, sure }: OwnRecipe): string {
  return JSON.stringify({ ...writeRecipe(recipe), sure });
}

/** Reads it again; null where there is none. */
export function readOwnNote(metadata: Metadata): OwnRecipe | UnreadNote | null {
  const value = metadata.get(OWN_NOTE);
  if (value === undefined) return null;
  return parseOwnNote(value) ?? { key: OWN_NOTE, value };
}

function parseOwnNote(text: string): OwnRecipe | null {
  const note = parseObject(text);
  if (typeof note?.sure !== "boolean") return null;
  const { sure, ...recipe } = note;
  const { data } = preprocessChoiceSchema.safeParse(recipe);
  return data?.kind === "recipe" ? { recipe: data.recipe, sure } : null;
}

function parseObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : null;
  } catch {
    return null; // written by another
  }
}
