import { AVERAGED } from "../../analysis/map/map_averages.ts";
import { MAP_MEASURES, type MapMeasures } from "../../analysis/map/map_measures.ts";
import {
  INDEX,
  INDICES,
  listSchema,
  nullableSchema,
  NUMBER,
  numberColumns,
  NUMBERS,
  objectSchema,
  type SchemaPart,
  WHOLE,
  WHOLES,
} from "./schema_part.ts";

const YES_OR_NO: SchemaPart = { type: ["boolean", "null"] };

function measureColumns(names: readonly (keyof MapMeasures)[]): ReturnType<typeof numberColumns> {
  return numberColumns(
    Object.fromEntries(names.map((name) => [name, MAP_MEASURES[name].meaning])),
    names.filter((name) => MAP_MEASURES[name].values === "count"),
  );
}

/** The schema of the measures of maps on one photo. */
export const COLUMNS_SCHEMA: SchemaPart = objectSchema(
  "The measures of the maps, a column a measure.",
  {
    index: INDICES,
    ...measureColumns(Object.keys(MAP_MEASURES) as (keyof MapMeasures)[]),
    strongestX: listSchema(
      WHOLE,
      "The column of the cell that holds max, counted from 0; of equal ones the first " +
        "in reading order.",
    ),
    strongestY: listSchema(
      WHOLE,
      "The row of that cell, counted from 0; where a map has depths, the rows of each " +
        "follow those before.",
    ),
    onPadding: listSchema(
      YES_OR_NO,
      "Whether that cell reads padding, the layer's own or that of a Pad right before " +
        "it; null for a map that is the same everywhere, and where it is not known.",
    ),
  },
);

/** The schema of the measures of maps over all photos. */
export const AVERAGES_SCHEMA: SchemaPart = nullableSchema(
  objectSchema("The measures of the maps, averaged over the photos, a column a measure.", {
    index: INDICES,
    ...measureColumns(AVERAGED),
  }),
  "The measures over all photos; null where no photo ran.",
);

const COLUMNS: SchemaPart = { $ref: "#/$defs/columns" };

/** The schema of the cells that stand for maps. */
export const STRONGEST_SCHEMA: SchemaPart = objectSchema(
  "The cell that stands for each map: the strongest behind the activation where " +
    "one is above 0 there, else the strongest of the convolution's own output.",
  {
    x: listSchema(WHOLE, "The column of the cell, counted from 0."),
    y: listSchema(WHOLE, "The row of the cell, counted from 0."),
    value: listSchema(NUMBER, "What the convolution's own output holds there."),
    activated: listSchema(
      NUMBER,
      "What is there behind the activation; null where nothing follows.",
    ),
    onPadding: listSchema(
      YES_OR_NO,
      "Whether the cell reads padding; null for a map that is the same everywhere, " +
        "and where it is not known.",
    ),
    input: listSchema(
      WHOLES,
      "The input channels that give most to the value; none where the layer reads the " +
        "photo, or where what adds up is not known.",
    ),
    term: listSchema(
      NUMBERS,
      "What each gives: the sum of its slice of the kernel times the cells that it meets.",
    ),
    rest: listSchema(
      NUMBER,
      "What all other inputs give together; null where there is none, or it is not known.",
    ),
    total: listSchema(
      NUMBER,
      "The value, or the number that it was rounded from: terms, rest and bias add up " +
        "to it; null where it is not known.",
    ),
  },
);

const CIRCUIT: SchemaPart = nullableSchema(
  objectSchema(
    "The input slices that make most of each map, largest share first: a list a map.",
    {
      input: listSchema(
        WHOLES,
        "The input channels; empty for a map that is the same everywhere.",
      ),
      share: listSchema(
        NUMBERS,
        "Their shares in the map's variance; those of all inputs add up to 1.",
      ),
    },
  ),
  "What makes each map; null where the layer reads the photo, or is of another operator.",
);

/** The schema of the maps of one photo. */
export const MAPS_SCHEMA: SchemaPart = objectSchema(null, {
  image: { description: "The id of the photo.", type: "string" },
  height: { description: "The height of a map, in cells.", type: "integer", minimum: 1 },
  width: { description: "The width of a map, in cells.", type: "integer", minimum: 1 },
  samples: objectSchema(
    "Of how many samples that the layer made of the photo, as of its windows or " +
      "tiles, these are the maps of the first.",
    {
      shown: { description: "How many are shown.", type: "integer", minimum: 1 },
      of: { description: "How many there are.", type: "integer", minimum: 1 },
    },
  ),
  channels: COLUMNS,
  activated: nullableSchema(
    COLUMNS,
    "The measures behind the layer's activation; null where nothing follows.",
  ),
  circuit: CIRCUIT,
  strongest: STRONGEST_SCHEMA,
});

/** The schema of how much of each map is on behind the activation. */
export const ACTIVITY_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, {
    zeros: listSchema(
      NUMBER,
      "The share of cells that are exactly 0 behind the activation, from 0 to 1.",
    ),
    on: listSchema(
      NUMBER,
      "The share of cells above 0 behind the activation, from 0 to 1; null where a " +
        "value is not finite.",
    ),
  }),
  "How much of each map is on behind the activation, averaged over the photos; " +
    "null where nothing follows.",
);

/** The schema of the channels whose maps show little or nothing. */
export const CONDITION_SCHEMA: SchemaPart = nullableSchema(
  objectSchema("Channels by their indices.", {
    dead: listSchema(INDEX, "Zero everywhere behind the activation, on every photo."),
    constant: listSchema(INDEX, "One value everywhere, on every photo."),
    nonFinite: listSchema(INDEX, "NaN or infinite somewhere, on some photo."),
  }),
  "The channels whose maps show little or nothing; null where no photo ran.",
);

/** The schema of the strongest cells of each kernel over all photos. */
export const EXCITING_SCHEMA: SchemaPart = objectSchema(
  "The strongest cells of each kernel over all photos, strongest first: a list a kernel.",
  {
    image: listSchema({ type: "array", items: { type: "string" } }, "The ids of the photos."),
    x: listSchema(
      WHOLES,
      "The column of the cell, counted from 0.",
    ),
    y: listSchema(
      WHOLES,
      "The row of the cell, counted from 0.",
    ),
    value: listSchema(
      NUMBERS,
      "What the map holds there, behind the activation.",
    ),
    onPadding: listSchema(
      { type: "array", items: YES_OR_NO },
      "Whether the cell reads padding; null where that is not known.",
    ),
  },
);
