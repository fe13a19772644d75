import assert from "node:assert/strict";
import { findKind, PICTURE_KINDS } from "../../../src/plan/picture_kind.ts";
import { PICTURE_EN } from "../../../src/words/en/picture_words.ts";

for (const kind of PICTURE_KINDS) {
  Deno.test(`PICTURE_EN says the scale of ${kind} as the report does`, () => {
    assert.equal(PICTURE_EN[kind].scale.replaceAll("’", "'"), findKind(kind).scale);
  });
}
