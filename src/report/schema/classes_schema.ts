import { SHOWN } from "../../analysis/class/shows.ts";
import { WHATS } from "../../analysis/class/what.ts";
import { WHENS } from "../../analysis/class/when.ts";
import { WHERES } from "../../analysis/class/where.ts";
import { WEIGHT_ACTS, WIRINGS } from "../../analysis/class/wiring.ts";
import {
  listSchema,
  nullableSchema,
  NUMBER,
  objectSchema,
  type SchemaPart,
} from "./schema_part.ts";

/** The schema of the classes of the kernels of a layer. */
export const CLASSES_SCHEMA: SchemaPart = nullableSchema(
  objectSchema("The classes of the kernels and of their maps, a column a question.", {
    what: listSchema(
      { enum: WHATS },
      "What each looks for, by its own pattern where it reads the photo, else by that of the kernel " +
        "composed down to the pixels, else by what it answers to, gratings and changed photos, else " +
        "by the pattern that leads in its slices; other where none is known.",
    ),
    confidence: listSchema(
      NUMBER,
      "How far it is from the nearest of the thresholds that decided what, 0 to 1; null for other.",
    ),
    when: listClass(WHENS, "When it fires: how much of its map is above 0 behind the activation."),
    where: listClass(WHERES, "Where it is strongest: whether that cell reads padding."),
    wiring: listClass(WIRINGS, "Of how many inputs most of its map is made."),
    acts: listClass(WEIGHT_ACTS, "How its weights act: whether three quarters have one sign."),
    shows: listClass(SHOWN, "What its map shows."),
  }),
  "The classes of the kernels and of their maps; null where neither are drawn.",
);

function listClass(classes: readonly string[], description: string): SchemaPart {
  return listSchema({ enum: [...classes, null] }, `${description} Null where it is not known.`);
}
