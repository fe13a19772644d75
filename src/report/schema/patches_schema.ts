import { INDEX, listSchema, nullableSchema, objectSchema, type SchemaPart } from "./schema_part.ts";

const SIDE: SchemaPart = { type: "integer", minimum: 1 };

function describeFiles(within: string): SchemaPart {
  return listSchema(
    objectSchema("A picture of tiles.", {
      file: { description: `Its path, relative to ${within}.`, type: "string" },
      width: { description: "Its width, in pixels.", ...SIDE },
      height: { description: "Its height, in pixels.", ...SIDE },
    }),
    "The pictures, in the order of what they show.",
  );
}

const SHEETS: SchemaPart = objectSchema(
  "Tiles, those of a kernel side by side in the order of its cells in layer.json, without gaps.",
  {
    files: describeFiles("the folder of the layer"),
    tileWidth: { description: "The width of a tile, in pixels.", ...SIDE },
    tileHeight: { description: "The height of a tile, in pixels.", ...SIDE },
    each: { description: "How many tiles each kernel has a place for.", ...SIDE },
    columns: { description: "How many kernels stand in a row.", ...SIDE },
    kernels: { description: "How many kernels each picture has but the last.", ...SIDE },
    missing: listSchema(
      INDEX,
      "The tiles that are empty, as their photo was not there or could not be read: kernel times " +
        "each plus the place among its cells.",
    ),
  },
);

/** The schema of what excites the kernels of a layer in a dataset, as pictures. */
export const PATCHES_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, {
    strongest: { ...SHEETS, description: "Those of the strongest cells." },
    middle: nullableSchema(SHEETS, "Those of cells in the middle of a kernel's range; or null."),
  }),
  "What excites the kernels in a dataset, as pictures: of each cell the part of the photo that it " +
    "reads, as the network saw it; null where there are none.",
);

/** The schema of the small pictures of a dataset's photos. */
export const DATASET_PHOTOS_SCHEMA: SchemaPart = nullableSchema(
  objectSchema(null, {
    files: describeFiles("the report's folder"),
    side: { description: "The side of a tile, in pixels.", ...SIDE },
    columns: { description: "How many photos stand in a row.", ...SIDE },
    perFile: { description: "How many photos each picture has but the last.", ...SIDE },
    places: listSchema(
      INDEX,
      "The places of the photos in the list of the dataset, in the order of the tiles.",
    ),
    width: listSchema(
      INDEX,
      "How wide the network sees each, in pixels; 0 where it was not there or could not be read.",
    ),
    height: listSchema(INDEX, "How high."),
  }),
  "Small pictures of the photos of the dataset that layer.json names, each as large as it fits in " +
    "the middle of its tile; null where there are none.",
);
