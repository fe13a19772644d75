import assert from "node:assert/strict";
import { tellShows } from "../../../src/analysis/class/shows.ts";

Deno.test("tellShows() names what a map shows: the photo first, then its edges", () => {
  const averages = { keepsPicture: [0.5, 0.4, 0.4, null, null], edges: [0.9, 0.5, 0.4, 0.6, null] };
  assert.deepEqual(tellShows(averages, 5), ["photo", "edges", "neither", "edges", null]);
});

Deno.test("tellShows() knows nothing where no photo ran", () => {
  assert.deepEqual(tellShows(null, 2), [null, null]);
});
