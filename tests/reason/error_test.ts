import assert from "node:assert/strict";
import { createError, explainError, findReason } from "../../src/reason/error.ts";

Deno.test("explainError() gives an error's message in one line", () => {
  const error = new TypeError("Cannot run model:\n   the input is missing\r\n");
  assert.equal(explainError(error), "Cannot run model: the input is missing");
});

Deno.test("explainError() takes what is thrown and is no error", () => {
  assert.equal(explainError("a text"), "a text");
  assert.equal(explainError(undefined), "undefined");
});

Deno.test("explainError() cuts a message that is as long as a stack", () => {
  const line = explainError(new Error("x".repeat(10_000)));
  assert(line.length < 1000);
  assert(line.endsWith("x…"));
});

Deno.test("createError() makes a built-in error that says its reason and carries it", () => {
  const reason = { code: "npy-version", version: 9 } as const;
  const error = createError(SyntaxError, reason, { cause: "a cause" });
  assert(error instanceof SyntaxError);
  assert.equal(error.message, "Cannot read .npy file: its format is version 9, 1 to 3 are read");
  assert.equal(error.cause, "a cause");
  assert.deepEqual(findReason(error), reason);
});

Deno.test("findReason() quotes an error that carries none", () => {
  assert.deepEqual(findReason(new Error("no\n  way")), { code: "unforeseen", text: "no way" });
});

Deno.test("findReason() shortens the words of others, however deep they stand", () => {
  const text = "x".repeat(10_000);
  const reason = { code: "maps-not-drawn", reason: { code: "runtime-fails", text } } as const;
  assert(JSON.stringify(findReason(createError(Error, reason))).length < 1000);
});
