import { CLASSES_SCHEMA } from "./classes_schema.ts";
import { DATASET_SCHEMA } from "./dataset_schema.ts";
import { FAMILIES_SCHEMA } from "./families_schema.ts";
import { EXPERIMENTS_SCHEMA, TRIED_SCHEMA } from "./experiments_schema.ts";
import {
  ALIKE_SCHEMA,
  COMPOSED_SCHEMA,
  KERNELS_SCHEMA,
  LEADING_SCHEMA,
  NEIGHBOURS_SCHEMA,
} from "./kernels_schema.ts";
import { MATRIX_SCHEMA, MIX_SCHEMA } from "./mixing_schema.ts";
import {
  ACTIVITY_SCHEMA,
  AVERAGES_SCHEMA,
  COLUMNS_SCHEMA,
  CONDITION_SCHEMA,
  EXCITING_SCHEMA,
  MAPS_SCHEMA,
} from "./maps_schema.ts";
import {
  ID,
  INDEX,
  listSchema,
  nullableSchema,
  objectSchema,
  refer,
  type SchemaPart,
} from "./schema_part.ts";
import { TUNING_SCHEMA } from "./tuning_schema.ts";

const EXCITING = refer("exciting");

const PHOTO_SCHEMA = objectSchema("A photo and the network's view of it.", {
  id: { description: "The id of the photo.", ...ID },
  name: { description: "The name for people.", type: "string" },
  dims: {
    description: "The dims of an array; null for a photo.",
    type: ["array", "null"],
    items: INDEX,
  },
  seen: nullableSchema(
    objectSchema(null, {
      file: { description: "The picture, relative to the report's folder.", type: "string" },
      width: { description: "Its size.", ...INDEX },
      height: { description: "Its size.", ...INDEX },
    }),
    "The picture; null where it was not kept.",
  ),
});

/** The schema of `layer.json`, as JSON Schema, draft 2020-12; `layer.schema.json` is its copy. */
export const LAYER_SCHEMA: SchemaPart = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "convatlas layer",
  ...objectSchema("The measures of one layer, layer.json, in columns.", {
    format: { description: "What this file is.", const: "convatlas-layer" },
    version: { description: "The version of the format.", const: 1 },
    model: { description: "The id of the model.", ...ID },
    layer: { description: "The id of the layer.", ...ID },
    kernels: KERNELS_SCHEMA,
    neighbours: NEIGHBOURS_SCHEMA,
    mix: MIX_SCHEMA,
    matrix: MATRIX_SCHEMA,
    alike: ALIKE_SCHEMA,
    composed: COMPOSED_SCHEMA,
    leading: LEADING_SCHEMA,
    maps: listSchema(MAPS_SCHEMA, "The measures of the maps, for each photo."),
    averages: AVERAGES_SCHEMA,
    activity: ACTIVITY_SCHEMA,
    condition: CONDITION_SCHEMA,
    classes: CLASSES_SCHEMA,
    families: FAMILIES_SCHEMA,
    experiments: EXPERIMENTS_SCHEMA,
    labels: {
      description: "The words of the classes that the maps stand for, null for one without; null " +
        "where they stand for none that is named.",
      type: ["array", "null"],
      items: { type: ["string", "null"] },
    },
    exciting: nullableSchema(EXCITING, "What excites each kernel most; null where no photo ran."),
    excitingInside: nullableSchema(
      EXCITING,
      "The same, with cells on the padding behind all others; null where no photo ran.",
    ),
    onPadding: {
      description:
        "The channels whose strongest cell over all photos reads padding; null where no " +
        "photo ran, or padding is not known.",
      type: ["array", "null"],
      items: { "type": "integer", "minimum": 0 },
    },
    tuning: TUNING_SCHEMA,
    dataset: DATASET_SCHEMA,
    about: objectSchema("What the page of the layer knows beside its measures.", {
      model: objectSchema("The model.", {
        id: { description: "The name of its folder.", ...ID },
        name: { description: "The name for people.", type: "string" },
        sha256: { description: "The SHA-256 of the ONNX file, in hexadecimal.", type: "string" },
      }),
      layer: {
        description: "The layer, as report.json has it.",
        $ref: "report.schema.json#/$defs/layer",
      },
      photos: listSchema(PHOTO_SCHEMA, "The photos, in the order of the layer's maps."),
      inputKernels: listSchema(
        objectSchema(null, {
          layer: { description: "The id of their layer.", ...ID },
          picture: {
            description: "Kernel k in tile k; its file is relative to the folder of this layer.",
            $ref: "report.schema.json#/$defs/picture",
          },
          coloured: {
            description: "Whether its tiles have colours of their own.",
            type: "boolean",
          },
        }),
        "How the kernels look that make the maps which it reads, of each of the layer's sources " +
          "that has a picture.",
      ),
      labels: {
        description: "The labels of the photos of the dataset; null where they have none.",
        type: ["array", "null"],
        items: { type: "string" },
      },
    }),
  }),
  $defs: { columns: COLUMNS_SCHEMA, exciting: EXCITING_SCHEMA, tried: TRIED_SCHEMA },
};
