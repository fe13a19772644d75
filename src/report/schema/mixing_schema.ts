import {
  INDEX,
  listSchema,
  nullableSchema,
  NUMBER,
  NUMBERS,
  objectSchema,
  type SchemaPart,
  WHOLES,
} from "./schema_part.ts";

/** The schema of the inputs that kernels of single weights weigh most. */
export const MIX_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, {
    input: listSchema(
      WHOLES,
      "The input channels, eight at most, largest weight first: a list a kernel.",
    ),
    weight: listSchema(NUMBERS, "Their weights."),
    share: listSchema(
      NUMBER,
      "Their share of the kernel's energy, 0 to 1; null for a kernel of zeros.",
    ),
  }),
  "The inputs that kernels of single weights weigh most; null where kernels are larger, or not drawn.",
);

/** The schema of the weights of a layer as a matrix. */
export const MATRIX_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, {
    output: listSchema(INDEX, "The kernels from top to bottom, so that like ones are neighbours."),
    input: listSchema(INDEX, "The input channels from left to right, likewise."),
    inputNorm: listSchema(
      { type: "number", minimum: 0 },
      "The root of the sum of squares of the weights of each input, in the order of the inputs.",
    ),
    averaged: {
      description: "How many rows and how many columns a pixel of its picture is the mean of.",
      type: "array",
      items: { type: "integer", minimum: 1 },
    },
    limit: {
      description: "Its picture tells numbers from -limit to limit apart.",
      type: "number",
      minimum: 0,
    },
  }),
  "How kernels of single weights stand as a matrix; null where kernels are larger or not drawn, " +
    "have one weight each, or are one.",
);
