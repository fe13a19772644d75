import assert from "node:assert/strict";
import { startTry } from "../../../src/page/rule/started_try.ts";
import type { ViewState } from "../../../src/page/tile/view_state.ts";

const state = { try: "", sort: "norm", guess: "1_2" } as ViewState;

Deno.test("startTry() shows all pairs in their own order to guess, and keeps what was sorted", () => {
  const { sort, query, classes, guess } = startTry("guess", state);
  assert.deepEqual([sort, query, classes, guess], ["index", "", [], undefined]);
  assert.equal(startTry("again", state).guess, "");
});

Deno.test("startTry() sorts by what maps keep, and back when that is closed", () => {
  const sorted = { ...state, ...startTry("sort", state) };
  assert.equal(sorted.sort, "keepsPicture");
  assert.deepEqual(startTry("", sorted), { try: "", guess: "", sort: "index" });
  assert.equal(startTry("", { ...state, try: "pairs" }).sort, "norm");
});
