import { LEAST_FAMILY, MOST_FAMILIES } from "../../analysis/family/families.ts";
import {
  INDEX,
  listSchema,
  nullableSchema,
  NUMBER,
  objectSchema,
  type SchemaPart,
  WHOLE,
} from "./schema_part.ts";

/** The schema of the kernels of a layer in families. */
export const FAMILIES_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, {
    correlation: {
      description: "The mean correlation from which maps are of one family: the least at which " +
        "the same maps, each moved by itself, make no more than a tenth of them; null where " +
        "there is none.",
      ...NUMBER,
    },
    of: listSchema(
      WHOLE,
      "The number of the family of each kernel, from 1; null for one that is in none.",
    ),
    families: listSchema(
      objectSchema(null, {
        kernels: listSchema(INDEX, `Its kernels, at least ${LEAST_FAMILY}, like beside like.`),
        strongest: {
          description: "The one whose map goes best with those of all others: its strongest " +
            "patch names the family.",
          ...INDEX,
        },
        correlation: {
          description: "The mean correlation of every two of their maps.",
          type: "number",
        },
      }),
      `The families, the largest first, at most ${MOST_FAMILIES}: family n stands at n - 1.`,
    ),
  }),
  "The kernels whose maps, behind the activation, go together over the photos; null where there " +
    "are too few cells to tell, or too many kernels to compare.",
);
