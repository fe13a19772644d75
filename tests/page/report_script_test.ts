import assert from "node:assert/strict";
import { bundleScript } from "../../templates/make/report_script.ts";

Deno.test("templates/report.js is what src/page/ bundles to; if not: deno task script", async () => {
  const committed = await Deno.readTextFile(new URL("../../templates/report.js", import.meta.url));
  assert.equal(committed, await bundleScript());
});
