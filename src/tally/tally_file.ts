import { createHash } from "node:crypto";
import { z } from "../config/problem/field.ts";
import { createError } from "../reason/error.ts";
import { packLayer, unpackLayer } from "./tally_columns.ts";
import type { StoredTally, Tally } from "./tally.ts";

const FORMAT = "convatlas-tally";
const VERSION = 2;

/** How the file of a tally begins. */
const HEAD = `{"format":"${FORMAT}"`;

/**
 * Writes a tally as JSON, which ends with the SHA-256 of all that stands before: equal tallies give
 * equal bytes.
 */
export function writeTally({ origin, shards, models, photos, broken }: Tally): string {
  const open = JSON.stringify({
    ...{ format: FORMAT, version: VERSION, ...origin, shards },
    photos: [...photos].sort(([a], [b]) => a - b).map(([place, photo]) => ({ place, ...photo })),
    broken: broken.toSorted((a, b) => a.place - b.place),
    models: models.map(({ layers, ...model }) => ({
      ...model,
      layers: layers.map(({ id, tally }) => ({ id, ...packLayer(tally) })),
    })),
  }).slice(0, -1);
  return `${open}${SEAL}${hash(open)}${END}`;
}

const SEAL = ',"sha256":"';
const END = '"}\n';
const HASH_LENGTH = 64;

function hash(text: string | Uint8Array): string {
  return createHash("sha256").update(text).digest("hex");
}

const place = z.int().min(0);
const text = z.string();

const columnSchema = z.object({
  type: z.enum(["uint8", "uint32", "float32", "float64"]),
  deflated: text,
});

const layerSchema = z.object({
  id: text,
  kernels: z.int().min(1),
  photos: place,
  cells: place,
  columns: z.record(text, columnSchema.nullable()),
  sampled: z.array(z.object({
    photo: place,
    ...{ means: columnSchema, strongest: columnSchema, cells: columnSchema },
  })),
  tried: z.array(z.object({
    photo: place,
    ...{ colour: columnSchema.nullable(), detail: columnSchema.nullable() },
  })),
  labels: z.array(z.object({
    label: place,
    photos: place,
    ...{ sums: columnSchema, bins: columnSchema.nullable() },
  })),
});

const tallySchema = z.object({
  generator: text,
  runtime: text,
  dataset: z.object({
    ...{ photos: place, bytes: place, sha256: text },
    labels: z.array(text).nullable(),
  }),
  shards: z.object({ of: z.int().min(1), held: z.array(z.int().min(1)).min(1) }),
  photos: z.array(z.object({ place, path: text, label: place.nullable() })),
  broken: z.array(z.object({ place, path: text, model: text.nullable(), message: text })),
  models: z.array(z.object({
    ...{ name: text, sha256: text, preprocess: z.unknown() },
    layers: z.array(layerSchema),
  })),
});

/**
 * Reads a tally with all its layers.
 *
 * @param file What messages call it.
 * @throws {SyntaxError} If it is not whole, or was changed.
 * @throws {TypeError} If it is no tally, or one that is not known here.
 */
export function readTally(bytes: Uint8Array, file: string): Tally {
  const { models, ...head } = readStored(bytes, file);
  return parseOrTell(file, () => ({
    ...head,
    models: models.map(({ layers, ...model }) => ({
      ...model,
      layers: layers.map(({ id, ...columns }) => ({ id, tally: unpackLayer(columns) })),
    })),
  }));
}

/**
 * Reads a tally whose layers stay packed.
 *
 * @param file What messages call it.
 * @throws {SyntaxError} If it is not whole, or was changed.
 * @throws {TypeError} If it is no tally, or one that is not known here.
 */
export function readStored(bytes: Uint8Array, file: string): StoredTally {
  const text = new TextDecoder().decode(bytes);
  requireTally(text, file);
  const length = SEAL.length + HASH_LENGTH + END.length; // all ASCII
  const seal = text.slice(-length);
  if (!/^,"sha256":"[0-9a-f]{64}"\}\n$/.test(seal)) {
    throw createError(SyntaxError, { code: "tally-cut-off", file });
  }
  if (seal !== `${SEAL}${hash(bytes.subarray(0, -length))}${END}`) {
    throw createError(SyntaxError, { code: "tally-changed", file });
  }
  return parseTally(JSON.parse(text), file);
}

/** Tells of the first bytes of a file whether it is a tally, whole or not. */
export function isTallyHead(head: Uint8Array): boolean {
  return new TextDecoder().decode(head).startsWith(HEAD);
}

// Within so many characters stand its format and its version.
const SHORT = 64;

function requireTally(text: string, file: string): void {
  const rest = text.startsWith(HEAD) ? text.slice(HEAD.length, SHORT) : "";
  const [, version] = /^,"version":(\d+)[,}]/.exec(rest) ?? [];
  if (version === undefined) {
    const isCutOff = text.length < SHORT && HEAD.startsWith(text.slice(0, HEAD.length));
    throw isCutOff
      ? createError(SyntaxError, { code: "tally-cut-off", file })
      : createError(TypeError, { code: "tally-other", file });
  }
  if (Number(version) === VERSION) return;
  throw createError(TypeError, {
    code: "tally-version",
    ...{ file, version: Number(version), read: VERSION },
  });
}

function parseTally(value: unknown, file: string): StoredTally {
  return parseOrTell(file, () => {
    const { photos, models, shards, broken, ...origin } = tallySchema.parse(value);
    return {
      ...{ origin, shards, broken },
      photos: new Map(photos.map(({ place, ...photo }) => [place, photo])),
      models: models as StoredTally["models"],
    };
  });
}

function parseOrTell<Value>(file: string, parse: () => Value): Value {
  try {
    return parse();
  } catch (cause) {
    const text = cause instanceof Error ? cause.message : String(cause);
    throw createError(TypeError, { code: "tally-unfit", file, text }, { cause });
  }
}
