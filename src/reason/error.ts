import { type Reason, tellReason } from "./reason.ts";

/** A kind of errors that JavaScript has. */
type ErrorKind<Kind extends Error> = new (message: string, options?: ErrorOptions) => Kind;

/** Makes an error that carries its reason; its message is the reason in English. */
export function createError<Kind extends Error>(
  Kind: ErrorKind<Kind>,
  reason: Reason,
  options?: ErrorOptions,
): Kind & { readonly reason: Reason } {
  return Object.assign(new Kind(tellReason(reason), options), { reason });
}

/**
 * Finds why something failed: the reason that an error carries, else its own words as foreign ones.
 *
 * @param error What was caught.
 * @returns A code, with the numbers and names that go with it; their texts are of a line.
 *
 * @example A web page in place of a model
 * ```ts
 * import { findReason, readModel } from "@convatlas/convatlas";
 * import assert from "node:assert/strict";
 *
 * const page = new TextEncoder().encode("<!doctype html><title>Sign in</title>");
 * await assert.rejects(async () => await readModel(page), (error) => {
 *   assert.equal(findReason(error).code, "no-model");
 *   return true;
 * });
 * ```
 */
export function findReason(error: unknown): Reason {
  if (error instanceof Error && "reason" in error) return shortenTexts(error.reason as Reason);
  return { code: "unforeseen", text: explainError(error) };
}

// A runtime's message may hold a whole stack; the report has room for a line.
const LONGEST = 600;

/** Says in one line why something failed. */
export function explainError(error: unknown): string {
  return toLine(error instanceof Error ? error.message : String(error));
}

/** Says a reason in one line of English. */
export function explainReason(reason: Reason): string {
  return toLine(tellReason(reason));
}

function toLine(text: string): string {
  const line = text.replace(/\s*\n\s*/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function shortenTexts<Value>(value: Value): Value {
  if (typeof value === "string") return toLine(value) as Value;
  if (Array.isArray(value)) return value.map(shortenTexts) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, shortenTexts(each)]),
  ) as Value;
}
