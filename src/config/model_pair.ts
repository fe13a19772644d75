import { optionFields } from "./option_field.ts";
import { excerpt } from "./problem/excerpt.ts";
import { type Complaints, text, z } from "./problem/field.ts";
import { findNearestName, suggestName } from "./problem/nearest_name.ts";

/** The names of two models that are compared: how far the second one is from the first. */
export type ModelPair = readonly [first: string, other: string];

const expected = 'true, false or pairs of models, such as [["float", "int8"]]';

const nameSchema = text("a model's name");

const pairSchema = z.tuple([nameSchema, nameSchema], {
  error: 'two names of models, such as ["float", "int8"]',
});

/** Which models are compared. */
export const compareSchema = z.union([z.boolean(), z.array(pairSchema)], { error: expected })
  .default(true).describe(
    "Which models are compared, kernel by kernel and map by map: each later one with the first " +
      "(true), pairs of their names, or none (false).",
  ).register(optionFields, { kind: "switch", value: null });

/** What names are looked up in, and what they are looked up for. */
interface PairedModels {
  readonly models: readonly { readonly name: string }[];
  readonly compare: boolean | readonly ModelPair[];
}

/** Makes sure that pairs name models of the config, two each. */
export function checkPairs(
  { models, compare }: PairedModels,
  complaints: Complaints,
): void {
  if (typeof compare === "boolean") return;
  const names = models.map(({ name }) => name);
  const tell = (path: PropertyKey[], message: string): void =>
    complaints.addIssue({ code: "custom", path: ["compare", ...path], message });
  for (const [i, pair] of compare.entries()) {
    for (const [j, name] of pair.entries()) {
      if (!names.includes(name)) tell([i, j], describeStranger(name, names));
    }
    if (pair[0] === pair[1]) tell([i], `found ${excerpt(pair[0])} twice, expected two models`);
  }
}

function describeStranger(name: string, names: readonly string[]): string {
  const meant = suggestName(findNearestName(name, names));
  return `found ${excerpt(name)}, expected the name of a model${meant}`;
}
