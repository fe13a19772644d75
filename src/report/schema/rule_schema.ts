import {
  INDEX,
  listSchema,
  nullableSchema,
  objectSchema,
  recordSchema,
  type SchemaPart,
} from "./schema_part.ts";

// Over all photos, and on each by itself.
const RELATIONS: Readonly<Record<string, SchemaPart>> = {
  n: { description: "How many kernels there are.", type: "integer", minimum: 0 },
  pairs: recordSchema("How many of them a correlation comes from, where some have no value."),
  spearman: recordSchema(
    "Spearman's correlations, by kernel,map, and of what maps need of the photo: " +
      "chroma,colourDependence, detailDependence,keepsPicture.",
  ),
  partial: recordSchema("The same with a third measure held fixed, by kernel,map|held."),
  p: recordSchema(
    "The p-values, by permutation; their standard error is sqrt(p (1 - p)) / 100, of those above " +
      "0.05 a twentieth of p.",
  ),
  strongest: nullableSchema(
    objectSchema("The strongest of spearman, what maps need apart.", {
      kernel: { description: "The measure of kernels.", type: "string" },
      map: { description: "The measure of maps.", type: "string" },
      spearman: { description: "The correlation.", type: "number" },
      p: { description: "Its p-value.", type: "number" },
      n: { description: "How many kernels it comes from.", type: "integer" },
    }),
    "The strongest relation; null where there is none.",
  ),
  counterExamples: nullableSchema(
    objectSchema("Where colour does not tell how much of a map is photo.", {
      colour: listSchema(
        INDEX,
        "Colour kernels whose maps are hardly photo (R squared below 0.1).",
      ),
      grey: listSchema(
        INDEX,
        "Grey kernels whose maps are at least half photo (R squared of 0.5 or more).",
      ),
    }),
    "Counter-examples; null where no kernel has a colour.",
  ),
};

/** The schema of how kernels and their maps go together. */
export const RULE_SCHEMA: SchemaPart = objectSchema(
  "How the measures of kernels go with those of their maps, averaged over the photos.",
  {
    ...RELATIONS,
    composed: nullableSchema(
      objectSchema("Of composed kernels.", RELATIONS),
      "The same of kernels composed down to the pixels; null where there are none.",
    ),
    sentence: { description: "The finding in one sentence.", type: "string" },
    photos: listSchema(
      objectSchema(null, {
        image: { description: "The id of the photo.", type: "string" },
        ...RELATIONS,
      }),
      "The same on each photo by itself.",
    ),
  },
);
