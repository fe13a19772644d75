import assert from "node:assert/strict";
import { shortenNames } from "../../../src/site/name/short_names.ts";

Deno.test("shortenNames() leaves out the words that all names begin with and end in", () => {
  assert.deepEqual(shortenNames(["squeezenet0_conv0_fwd", "squeezenet0_conv10_fwd"]), [
    "conv0",
    "conv10",
  ]);
  assert.deepEqual(
    shortenNames([
      "/features/features.0/features.0.0/Conv",
      "/features/features.1/conv/conv.1/Conv",
    ]),
    ["features.0/features.0.0", "features.1/conv/conv.1"],
  );
  assert.deepEqual(shortenNames(["skimage_cat", "skimage_coffee"]), ["cat", "coffee"]);
});

Deno.test("shortenNames() leaves no name without a letter, and one alone as it is", () => {
  for (const names of [["Conv_41", "Conv_5"], ["IMG_0001", "IMG_0002"], ["a_b"], [], ["a", "b"]]) {
    assert.deepEqual(shortenNames(names), names);
  }
  assert.deepEqual(shortenNames(["/net/Conv_1", "/net/Conv_2"]), ["Conv_1", "Conv_2"]);
});

Deno.test("shortenNames() keeps names apart and cuts no pair of signs", () => {
  const names = ["a_x_a", "a_a", "a_😀_a", "a_x_b_a"];
  const short = shortenNames(names);
  assert.equal(new Set(short).size, names.length);
  assert.ok(short.every((name, i) => names[i]!.includes(name) && name.isWellFormed()));
  assert.deepEqual(shortenNames(["net_x_fwd", "net_x_fwd"]), ["fwd", "fwd"]);
});
