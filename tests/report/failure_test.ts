import assert from "node:assert/strict";
import { explainError } from "../../src/report/failure.ts";

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
