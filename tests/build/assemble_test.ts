import assert from "node:assert/strict";
import { ASSEMBLED, assembleText, placeAssembled } from "../../build/assemble.ts";

for (const name of ASSEMBLED) {
  Deno.test(`${name}.wasm is what its text is assembled to`, async () => {
    assert.deepEqual(await Deno.readFile(placeAssembled(name)), await assembleText(name));
  });
}
