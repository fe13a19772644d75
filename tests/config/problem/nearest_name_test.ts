import assert from "node:assert/strict";
import { findNearestName } from "../../../src/config/problem/nearest_name.ts";

Deno.test("findNearestName() finds what a slip meant", () => {
  assert.equal(findNearestName("layer", ["name", "path", "layers"]), "layers");
  assert.equal(findNearestName("LAYERS", ["name", "path", "layers"]), "layers");
});

Deno.test("findNearestName() finds nothing where all are other words", () => {
  assert.equal(findNearestName("colour", ["nrow", "padding", "padValue"]), null);
  assert.equal(findNearestName("x", []), null);
});

Deno.test("findNearestName() takes the first of two as near", () => {
  assert.equal(findNearestName("conv3", ["conv1", "conv2"]), "conv1");
});
