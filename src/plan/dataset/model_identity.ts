import { nameFile } from "../../config/file_name.ts";
import type { InputConfig } from "../../config/model_config.ts";
import { writeRecipe } from "../../config/preprocess/written_recipe.ts";
import type { TallyHead } from "../../tally/tally_difference.ts";
import type { FoundModel } from "../found.ts";

/** A model of a tally. */
export type TalliedModel = TallyHead["models"][number];

/** What tells a model that was measured from others: its file, and how photos become its input. */
type ModelIdentity = Pick<FoundModel, "sha256" | "preprocess" | "given">;

/** Tells whether a tally's model is one of a report, whatever they are called: its maps are the same. */
export function isOfModel(
  tallied: Pick<TalliedModel, "sha256" | "preprocess">,
  model: ModelIdentity,
): boolean {
  return tallied.sha256 === model.sha256 &&
    JSON.stringify(tallied.preprocess) === JSON.stringify(writePreparation(model));
}

/** Writes how a photo becomes what a model is fed with: its preprocessing, and what other inputs take. */
export function writePreparation({ preprocess, given }: Omit<ModelIdentity, "sha256">): object {
  const recipe = writeRecipe(preprocess.recipe);
  const names = Object.keys(given).sort();
  if (names.length === 0) return recipe;
  return {
    ...recipe,
    inputs: Object.fromEntries(names.map((name) => [name, nameInput(given[name]!)])),
  };
}

// A file goes by its name: where it lies is no matter of the numbers.
function nameInput(input: InputConfig): InputConfig {
  return input.kind === "numbers" ? input : { ...input, path: nameFile(input.path) };
}
