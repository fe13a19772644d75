import { ODDITY_KINDS } from "../../config/oddity_kind.ts";
import { ID, listSchema, NUMBER, objectSchema, type SchemaPart } from "./schema_part.ts";

/** The schema of what a report was asked not to have. */
export const CHECKS_SCHEMA: SchemaPart = listSchema(
  objectSchema("What the report must not have, and where it has it.", {
    kind: { description: "The kind of findings.", type: "string", enum: [...ODDITY_KINDS] },
    limit: {
      description:
        "What may be so large: of damage the error of the worst map, of the padding the " +
        "share of maps, of others how many kernels of a layer; null where any finding fails.",
      ...NUMBER,
    },
    failed: listSchema(
      objectSchema(null, {
        model: { description: "The id of the model.", ...ID },
        finding: { description: "The id of the finding.", type: "string" },
      }),
      "The findings that fail it.",
    ),
  }),
  "What it was asked not to have, and where it has that.",
);
