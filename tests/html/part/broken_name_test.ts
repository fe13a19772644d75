import assert from "node:assert/strict";
import { breakName } from "../../../src/html/part/broken_name.ts";

Deno.test("breakName() lets lines end behind slashes, underscores and dots, and loses no sign", () => {
  assert.deepEqual(breakName("/features/features.0/Conv"), [
    "/",
    "features/",
    "features.",
    "0/",
    "Conv",
  ]);
  assert.deepEqual(breakName("skimage_astronaut"), ["skimage_", "astronaut"]);
  for (const name of ["", "conv1", "a..b//c_", "…/.", "_"]) {
    assert.equal(breakName(name).join(""), name);
  }
});
