/** A JSON Schema, draft 2020-12, or a part of one. */
export type SchemaPart = Readonly<Record<string, unknown>>;

/** Gives the schema of an object that has all of these fields and no other. */
export function objectSchema(
  description: string | null,
  properties: Readonly<Record<string, SchemaPart>>,
): SchemaPart {
  return {
    ...description === null ? {} : { description },
    type: "object",
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/** Gives the schema of an object in which a field may be missing. */
export function allowMissing(schema: SchemaPart, field: string): SchemaPart {
  const required = (schema.required as readonly string[]).filter((name) => name !== field);
  return { ...schema, required };
}

/** Gives the schema of a list, such as a column of one value a kernel. */
export function listSchema(items: SchemaPart, description: string): SchemaPart {
  return { description, type: "array", items };
}

/** Gives the schema of an object that holds a number for each of its names. */
export function recordSchema(description: string): SchemaPart {
  return { description, type: "object", additionalProperties: { type: "number" } };
}

/** A list of whole numbers, such as a row of a column that has several a kernel. */
export const WHOLES: SchemaPart = { type: "array", items: { type: "integer" } };

/** A list of numbers that all have a meaning. */
export const NUMBERS: SchemaPart = { type: "array", items: { type: "number" } };

/** Refers to a schema that a whole one defines by name. */
export function refer(name: string): SchemaPart {
  return { $ref: `#/$defs/${name}` };
}

/** Gives the schema of what may be null. */
export function nullableSchema(schema: SchemaPart, description: string): SchemaPart {
  return { anyOf: [schema, { type: "null" }], description };
}

/** A whole number that may have no meaning. */
export const WHOLE: SchemaPart = { type: ["integer", "null"] };

/** A number that may have no meaning. */
export const NUMBER: SchemaPart = { type: ["number", "null"] };

/** Gives the schemas of columns of numbers, by their names, from what each is; some are whole. */
export function numberColumns(
  meanings: Readonly<Record<string, string>>,
  wholes: readonly string[],
): Readonly<Record<string, SchemaPart>> {
  const columns = Object.entries(meanings).map(([name, meaning]) =>
    [name, listSchema(wholes.includes(name) ? WHOLE : NUMBER, meaning)] as const
  );
  return Object.fromEntries(columns);
}

/** The place of a kernel or a channel, counted from 0. */
export const INDEX: SchemaPart = { type: "integer", minimum: 0 };

/** The column of the places themselves. */
export const INDICES: SchemaPart = listSchema(INDEX, "The index, counted from 0.");

/** The name of a file or folder of a report. */
export const ID: SchemaPart = { type: "string", pattern: "^[\\p{L}\\p{M}\\p{N}._-]+$" };

/** A SHA-256 in hexadecimal. */
export const SHA256: SchemaPart = { type: "string", pattern: "^[0-9a-f]{64}$" };
