import { INDEX, listSchema, nullableSchema, objectSchema, type SchemaPart } from "./schema_part.ts";

/** The schema of what a classifier answers to the photos. */
export const ANSWERS_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, {
    layer: {
      description:
        "The id of the layer whose kernel j makes the number of class j; null where it " +
        "is not drawn.",
      type: ["string", "null"],
    },
    source: {
      description: "The file that has the words of the classes, without its folders, or the key " +
        "of the model's metadata; null where none are known.",
      type: ["string", "null"],
    },
    shares: {
      description: "How shares come about: the model gives them, a chance for each class, or its " +
        "numbers became shares by softmax.",
      enum: ["model", "chances", "softmax"],
    },
    photos: listSchema(
      objectSchema(null, {
        image: { description: "The id of the photo.", type: "string" },
        classes: listSchema(INDEX, "The indices of the classes, the likeliest first."),
        labels: listSchema({ type: ["string", "null"] }, "Their words; null where none are known."),
        shares: listSchema({ type: "number" }, "The share of each, 0 to 1."),
      }),
      "The first five classes of each photo, as far as there is an answer.",
    ),
  }),
  "What a classifier answers to the photos; null where the model is none that is known, or its " +
    "classes are not run.",
);
