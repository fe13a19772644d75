import { LARGEST_SIDE } from "./preprocess.ts";
import { createError } from "../../reason/error.ts";

/** The fields of a `preprocessor_config.json`, without those that are null. */
export type Fields = Readonly<Record<string, unknown>>;

/** Says that a field cannot be honoured, or that it is missing where it has no value. */
export function refuseField(name: string, value: unknown): TypeError {
  if (value === undefined) {
    return createError(TypeError, { code: "recipe-field-missing", field: name });
  }
  const told = { field: name, value: JSON.stringify(value) };
  return createError(TypeError, { code: "recipe-field", ...told });
}

/** Parses a number above 0. */
export function parsePositive(fields: Fields, name: string, fallback: number): number {
  const value = fields[name] ?? fallback;
  if (typeof value === "number" && value > 0) return value;
  const told = { field: name, value: JSON.stringify(value) };
  throw createError(TypeError, { code: "recipe-number", ...told });
}

/** Parses a number for each channel; one stands for all. */
export function parseTriple(
  fields: Fields,
  name: string,
  fallback: readonly number[] | undefined,
): readonly number[] {
  const value = fields[name] ?? fallback;
  if (value === undefined) throw refuseField(name, value);
  if (typeof value === "number") return [value, value, value];
  if (Array.isArray(value) && value.length === 3 && value.every(Number.isFinite)) return value;
  const told = { field: name, value: JSON.stringify(value) };
  throw createError(TypeError, { code: "recipe-triple", ...told });
}

/** Tells whether a value is the length of a side, in pixels. */
export function isSide(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= LARGEST_SIDE;
}

/** Tells whether a value is an object with keys. */
export function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
