import { z } from "./problem/field.ts";
import { configSchema } from "./config.ts";

/**
 * Writes the config's schema as JSON Schema, draft 2020-12, for editors; `config.schema.json` is
 * its copy.
 */
export function configJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(configSchema, {
    io: "input",
    target: "draft-2020-12",
    override: dropSafeLimit,
  });
}

// zod bounds every integer by the largest safe one, which tells a reader nothing.
function dropSafeLimit({ jsonSchema }: { jsonSchema: { maximum?: number } }): void {
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}
