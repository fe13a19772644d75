import { MODEL_FIELDS, RECIPE_FIELDS } from "../report/schema/report_model_schema.ts";
import {
  INDEX,
  listSchema,
  nullableSchema,
  objectSchema,
  type SchemaPart,
} from "../report/schema/schema_part.ts";

const SIZES: SchemaPart = { type: ["array", "null"], items: INDEX };
const COUNT: SchemaPart = { type: ["integer", "null"], minimum: 0 };

const INPUT_SCHEMA = objectSchema("What has to be fed.", {
  name: { description: "Its name.", type: "string" },
  dataType: { description: "The type of its elements, such as float32.", type: "string" },
  dims: nullableSchema(
    { type: "array", items: { type: ["integer", "string", "null"] } },
    "Its sizes: open ones by their names, or as null; null where none are declared.",
  ),
});

const LAYER_SCHEMA = objectSchema("A convolution, or a fully connected layer.", {
  index: {
    description: "Its place among the convolutions: the selector #0 and so on; null for a fully " +
      "connected layer.",
    ...COUNT,
  },
  name: { description: "The name of its node.", type: "string" },
  op: { description: "Its operator.", type: "string" },
  kernels: {
    description: "The dims of its kernels, [outChannels, inChannels / group, ...kernelShape]; " +
      "null where unknown.",
    ...SIZES,
  },
  group: { description: "In how many groups its channels fall; null where unknown.", ...COUNT },
  stored: {
    description: "How the file stores the weights; null where they are computed.",
    type: ["string", "null"],
  },
  maps: {
    description: "The dims of its maps on one photo, [channels, height, width]; null where " +
      "unknown, or where the photo decides.",
    ...SIZES,
  },
  receptiveField: {
    description: "The size of what one cell of a map reads of the photo, in pixels; null where " +
      "unknown, or where cells read unlike much.",
    ...SIZES,
  },
  field: {
    description: "The same for people; null where the photo decides.",
    type: ["string", "null"],
  },
  pairs: { description: "How many pairs of a kernel and a map; null where unknown.", ...COUNT },
  bytes: {
    description: "The bytes of its pictures before compression, for one photo; null where unknown.",
    ...COUNT,
  },
  badges: listSchema({ type: "string" }, "What is special about it."),
  unasked: { description: "Whether it is drawn where no selector names it.", type: "boolean" },
  missing: {
    description: "Why its kernels or maps are not drawn; empty where they are.",
    type: "string",
  },
});

/** The schema of what `layers --json` writes; `layers.schema.json` is its copy. */
export const LISTING_SCHEMA: SchemaPart = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "convatlas layers",
  ...objectSchema("What a model says of itself before it is run.", {
    format: { description: "What this text is.", const: "convatlas-layers" },
    version: { description: "The version of the format.", const: 1 },
    opset: MODEL_FIELDS.opset,
    producer: MODEL_FIELDS.producer,
    inputs: listSchema(INPUT_SCHEMA, "What has to be fed, in the order of the file."),
    imageInput: MODEL_FIELDS.imageInput,
    preprocess: nullableSchema(
      objectSchema(null, {
        sure: MODEL_FIELDS.sure,
        text: { description: "What photos become, and why, as a sentence.", type: "string" },
        recipe: objectSchema("The same as the preprocess of a config.", RECIPE_FIELDS),
      }),
      "How photos become the input where no config says it; null where no input takes one.",
    ),
    layers: listSchema(
      LAYER_SCHEMA,
      "All convolutions and fully connected layers, in the order of the graph.",
    ),
  }),
};
