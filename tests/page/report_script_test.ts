import assert from "node:assert/strict";
import { bundleScript, SCRIPTS } from "../../templates/make/report_script.ts";

for (const [name, entryPoint] of Object.entries(SCRIPTS)) {
  Deno.test(`templates/${name} is what src/page/ bundles to; if not: deno task script`, async () => {
    const committed = await Deno.readTextFile(new URL(`../../templates/${name}`, import.meta.url));
    assert.equal(committed, await bundleScript(entryPoint));
  });
}
