import assert from "node:assert/strict";
import deno from "../../deno.json" with { type: "json" };
import { GENERATOR } from "../../src/version.ts";

const CHANGELOG = new URL("../../CHANGELOG.md", import.meta.url);

// `## [0.1.0] - 2026-11-27`, or before it is out `## [Unreleased], to become 0.1.0`.
const HEADING = /^## \[(?:Unreleased\], to become )?(\d+\.\d+\.\d+)(?:\] - \d{4}-\d\d-\d\d)?$/;

Deno.test("the version is that of the newest part of the changelog", async () => {
  const headings = (await Deno.readTextFile(CHANGELOG)).match(/^## .*$/gm) ?? [];
  const versions = headings.map((heading) => HEADING.exec(heading)?.[1]);
  assert(versions.length > 0 && versions.every((version) => version !== undefined), `${headings}`);
  assert.equal(versions[0], deno.version);
  assert.equal(GENERATOR, `convatlas ${deno.version}`);
});
