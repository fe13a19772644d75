import { FAMILIES_SCHEMA } from "./families_schema.ts";
import {
  INDEX,
  INDICES,
  listSchema,
  nullableSchema,
  NUMBER,
  NUMBERS,
  objectSchema,
  type SchemaPart,
  SHA256,
  WHOLE,
  WHOLES,
} from "./schema_part.ts";

const PHOTO_CELLS: SchemaPart = objectSchema("Cells of photos, at most 16 a kernel.", {
  photo: listSchema(WHOLES, "The places of the photos in `named`."),
  x: listSchema(WHOLES, "The column of the cell, counted from 0."),
  y: listSchema(WHOLES, "Its row."),
  value: listSchema(NUMBERS, "What the map holds there."),
});

const LABELS: SchemaPart = nullableSchema(
  objectSchema(null, {
    selectivity: listSchema(
      NUMBER,
      "How far the label with the largest mean stands above the mean of the others, " +
        "(a - b) / (a + b), 0 to 1 (Morcos et al. 2018); null where a mean is below 0, or all are 0.",
    ),
    label: listSchema(
      WHOLES,
      "The labels that each kernel tells from all others best, the best first, as far as chance does " +
        "not: places in `dataset.labels` of the report.",
    ),
    auc: listSchema(
      NUMBERS,
      "How well: the chance that the strongest cell of a photo of that label is above that of " +
        "another photo, ties by halves, 0 to 1.",
    ),
    mean: listSchema(NUMBERS, "The mean of the strongest cells of each of them."),
    overall: listSchema(NUMBER, "The mean of those of all photos that have a label."),
  }),
  "What labels each kernel tells apart, by the strongest cell of each map; null where photos have " +
    "none, or labels are too many.",
);

const LIKENESS: SchemaPart = nullableSchema(
  objectSchema(null, {
    photos: { description: "How many photos.", ...INDEX },
    kernel: listSchema(
      WHOLE,
      "The kernel that goes best with each; null where its means are all the same.",
    ),
    correlation: listSchema(NUMBER, "The correlation of their means (Pearson)."),
    families: FAMILIES_SCHEMA,
    merged: listSchema(WHOLES, "Kernels whose maps are the same in all that was counted."),
  }),
  "Which kernels go together, by the means of their maps on the photos that are kept for " +
    "themselves; null where these are too few.",
);

function describeDependence(trial: string): SchemaPart {
  return nullableSchema(
    objectSchema(null, {
      photos: { description: "How many photos.", ...INDEX },
      median: listSchema(NUMBER, "Its median over them."),
      lowerQuartile: listSchema(NUMBER, "Its lower quartile."),
      upperQuartile: listSchema(NUMBER, "Its upper quartile."),
    }),
    `How much of each map depends on ${trial}, 0 to 1; null where that was not tried.`,
  );
}

/** The schema of what the kernels of a layer answer to in a dataset. */
export const DATASET_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, {
    photos: { description: "How many photos were seen.", ...INDEX },
    cells: { description: "How many cells of each map, over all of them.", ...INDEX },
    index: INDICES,
    onPhotos: listSchema(
      NUMBER,
      "The share of photos in whose map a cell is above 0, 0 to 1.",
    ),
    onCells: listSchema(NUMBER, "The share of cells that are above 0, 0 to 1."),
    nonFinite: listSchema(INDEX, "How many cells are NaN or infinite."),
    mean: listSchema(NUMBER, "The mean of the finite values; null where there are none."),
    deviation: listSchema(NUMBER, "Their standard deviation."),
    min: listSchema(NUMBER, "The smallest."),
    max: listSchema(NUMBER, "The largest."),
    quantiles: listSchema(
      objectSchema("A quantile of all values of each map.", {
        share: { description: "The share of values below it, 0 to 1.", type: "number" },
        value: listSchema(NUMBER, "The value, within a quarter of it."),
      }),
      "The values below which shares of the finite values lie.",
    ),
    strongest: {
      ...PHOTO_CELLS,
      description:
        "The photos that excite each kernel most, each by its strongest cell; none whose map is off.",
    },
    middle: {
      ...PHOTO_CELLS,
      description: "Photos whose strongest cell is near the median one, of those that are kept " +
        "for themselves and on which the map is on.",
    },
    named: listSchema(
      objectSchema("A photo of the dataset.", {
        place: { description: "Its place in the list of all photos, from 0.", ...INDEX },
        path: {
          description: "Its path, relative to the config or within an archive.",
          type: "string",
        },
        label: {
          description: "The place of its label in `dataset.labels` of the report; null where it " +
            "has none.",
          ...WHOLE,
        },
      }),
      "The photos that both name by their places in this list, in the order of the dataset.",
    ),
    labels: LABELS,
    likeness: LIKENESS,
    colour: describeDependence("colour"),
    detail: describeDependence("detail"),
  }),
  "What the kernels answer to in the photos of a dataset, behind the layer's activation; null " +
    "where the report has none.",
);

/** The schema of the dataset that a report tells of. */
export const REPORT_DATASET_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, {
    photos: { description: "How many photos it has.", ...INDEX },
    bytes: { description: "How many bytes they take.", ...INDEX },
    sha256: {
      description: "The SHA-256 of the list of photos: their names, sizes and labels.",
      ...SHA256,
    },
    labels: {
      description: "The labels, in the order of their names; null where photos have none.",
      type: ["array", "null"],
      items: { type: "string" },
    },
    broken: listSchema(
      objectSchema("A photo that could not be read, or not be run.", {
        path: {
          description: "Its path, relative to the config or within an archive.",
          type: "string",
        },
        model: {
          description: "The name of the model that does not take it; null where none can.",
          type: ["string", "null"],
        },
        message: { description: "Why, in one line.", type: "string" },
      }),
      "The photos that could not be measured.",
    ),
  }),
  "The dataset of which photos were measured, not drawn; null where there is none.",
);
