import { ODDITY_KINDS } from "../../config/oddity_kind.ts";
import {
  ID,
  INDEX,
  INDICES,
  listSchema,
  NUMBER,
  objectSchema,
  type SchemaPart,
} from "./schema_part.ts";

const COUNT: SchemaPart = { type: "integer", minimum: 0 };

/** The schema of what is odd about the layers of a model. */
export const FINDINGS_SCHEMA: SchemaPart = listSchema(
  objectSchema("Something odd about a layer, with the pair that shows it most.", {
    id: { description: "Stays the same over runs of a model: conv8/never-on.", type: "string" },
    sentence: { description: "What is odd, in English.", type: "string" },
    code: { description: "What it is.", type: "string", enum: [...ODDITY_KINDS] },
    layer: { description: "The id of the layer.", ...ID },
    kernel: { description: "The kernel that shows it most, counted from 0.", ...INDEX },
    other: {
      description: "The kernel or the input channel that it is like; null where there is none.",
      type: ["integer", "null"],
      minimum: 0,
    },
    image: {
      description: "The id of the photo that shows it most; null where there is none.",
      type: ["string", "null"],
    },
    images: {
      description: "On how many photos it is so; 0 where kernels alone, or the photos of a " +
        "dataset, tell it.",
      ...COUNT,
    },
    dataset: {
      description: "In how many photos of a dataset it is so; 0 where these do not tell it.",
      ...COUNT,
    },
    value: { description: "What is measured of that pair; null where nothing is.", ...NUMBER },
    usual: {
      description: "The same of what it is compared with, such as the layer's median map; null " +
        "where there is none.",
      ...NUMBER,
    },
    count: { description: "How many pairs of the layer show it.", ...COUNT },
    of: { description: "Of how many.", ...COUNT },
    kernels: { ...INDICES, description: "These, by the index of the kernel." },
    model: {
      description: "The id of the model that it is compared with; null where it is odd by itself.",
      type: ["string", "null"],
    },
    surprise: {
      description: "How surprising it is, from 0 to 1.",
      type: "number",
      minimum: 0,
      maximum: 1,
    },
  }),
  "What is odd about its layers, the most surprising first.",
);
