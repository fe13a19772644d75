import { listSchema, objectSchema, type SchemaPart } from "./schema_part.ts";

/** The schema of a line of receptive fields. */
export const RECEPTIVE_FIELD_SCHEMA: SchemaPart = objectSchema(
  "What one cell of a map reads of the photo, along each axis, height first.",
  {
    size: listSchema({ type: "integer" }, "How many pixels a cell reads."),
    stride: listSchema(
      { type: "number" },
      "How many pixels lie between what neighbouring cells read; 0 where all read the same.",
    ),
    offset: listSchema(
      { type: "number" },
      "The first pixel that cell 0 reads; negative within the padding.",
    ),
  },
);

/** The schema of what each cell reads. */
export const CELL_READS_SCHEMA: SchemaPart = objectSchema(
  "What each cell of a map reads along one axis of the photo. Cell n, in reading " +
    "order, reads size[n mod q] pixels from first[n mod q] + step × floor(n / q), " +
    "where q is how many numbers are given.",
  {
    cells: listSchema(
      { type: "integer" },
      "The sizes of the map; 1 along an axis whose cells read the same, where they " +
        "count as one.",
    ),
    first: listSchema({ type: "integer" }, "The first pixel; negative within the padding."),
    size: listSchema(
      { type: "integer" },
      "How many pixels, with those in the padding; 0 where a cell reads nothing.",
    ),
    step: {
      description:
        "How many pixels further the cells read after as many cells as there are numbers.",
      type: "integer",
    },
  },
);
