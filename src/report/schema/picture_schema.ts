import { PICTURE_KINDS } from "../../plan/picture_kind.ts";
import {
  INDEX,
  listSchema,
  nullableSchema,
  objectSchema,
  refer,
  type SchemaPart,
} from "./schema_part.ts";

/** The schema of a grid of tiles. */
export const PICTURE_SCHEMA: SchemaPart = objectSchema(
  "A grid of tiles; tile k lies in column k mod columns and row floor(k / columns).",
  {
    kind: {
      description: `What the tiles are: ${PICTURE_KINDS.join(", ")}; more may come.`,
      type: "string",
    },
    file: {
      description: "The picture's file, relative to the layer's folder; one that another layer " +
        "has too lies in that layer's folder.",
      type: "string",
    },
    scale: { description: "How values became grey levels, in words.", type: "string" },
    tileWidth: { description: "The width of a tile, in pixels.", type: "integer", minimum: 1 },
    tileHeight: { description: "The height of a tile, in pixels.", type: "integer", minimum: 1 },
    columns: { description: "How many tiles stand in a row.", type: "integer", minimum: 1 },
    padding: {
      description: "The gap around and between the tiles, in pixels.",
      type: "integer",
      minimum: 0,
    },
    width: { description: "The width of the picture, in pixels.", type: "integer", minimum: 1 },
    height: { description: "The height of the picture, in pixels.", type: "integer", minimum: 1 },
  },
);

/** The schema of the numbers of kernels or maps in files. */
export const VALUES_SCHEMA: SchemaPart = objectSchema(
  "Numbers of kernels or maps in files: scripts with whole tiles in each, whose form docs/data.md tells.",
  {
    dims: listSchema(INDEX, "The dims of the whole; a tile is a slice along the first axis."),
    perFile: {
      description: "How many tiles a file holds; the last one may hold fewer.",
      type: "integer",
      minimum: 1,
    },
    files: {
      description: "How many files there are, numbered from 0.",
      type: "integer",
      minimum: 0,
    },
    form: {
      description: "Whether the numbers are kept to the bit, or within the error.",
      enum: ["compact", "coarse", "exact"],
    },
    error: {
      description: "How far a number may be from its own at most; 0 where none is.",
      type: "number",
      minimum: 0,
    },
    bytes: { description: "How many bytes the files have.", type: "integer", minimum: 0 },
  },
);

/** The schema of pictures of kernels in the photo's pixels. */
export const VIEW_SCHEMA: SchemaPart = objectSchema(
  "The pictures of what kernels mean in pixels, or why they are missing.",
  {
    pictures: listSchema(refer("picture"), "All pictures of it; empty where it is missing."),
    picture: nullableSchema(refer("picture"), "The picture; null where it is missing."),
    averagedFrom: nullableSchema(
      listSchema(INDEX, "The height and width of the fields."),
      "The height and width of the receptive fields in pixels, where its tiles show them " +
        "averaged to fewer; null where they show them as they are.",
    ),
    missing: { description: "Why it is missing; null where it is not.", type: ["string", "null"] },
    reason: nullableSchema(refer("reason"), "The same as a code with what goes with it."),
  },
);
