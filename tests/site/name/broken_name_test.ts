import assert from "node:assert/strict";
import { breakName } from "../../../src/site/name/broken_name.ts";

Deno.test("breakName() lets lines end behind slashes, underscores and dots, and loses no sign", () => {
  assert.deepEqual(breakName("/features/features.0/Conv"), [
    "/",
    "features/",
    "features.",
    "0/",
    "Conv",
  ]);
  assert.deepEqual(breakName("skimage_astronaut"), ["skimage_", "astronaut"]);
  assert.deepEqual(breakName("Map 2 of m.0/conv is 0.83. Of 1,000 …"), [
    "Map 2 of m.",
    "0/",
    "conv is 0.83. Of 1,000 …",
  ]);
  for (const name of ["", "conv1", "a..b//c_", "…/.", "_"]) {
    assert.equal(breakName(name).join(""), name);
  }
});
