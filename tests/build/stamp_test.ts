import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeTempFolder } from "../support/temp_folder.ts";

const code = await Deno.readTextFile(new URL("../../build/stamp.ts", import.meta.url));

const changes: readonly [string, (folder: string) => Promise<void>][] = [
  ["a file that was read is changed", (folder) => Deno.writeTextFile(join(folder, "in"), "new")],
  ["a file that was read is gone", (folder) => Deno.remove(join(folder, "in"))],
  ["a built file is gone", (folder) => Deno.remove(join(folder, "assets/out.js"))],
  ["the stamp is gone", (folder) => Deno.remove(join(folder, "assets/built.json"))],
  ["the stamp is cut off", (folder) => Deno.truncate(join(folder, "assets/built.json"), 9)],
];

for (const [what, change] of changes) {
  Deno.test(`isFresh() tells that ${what}`, async () => {
    const files = { "build/stamp.ts": code, "in": "old", "assets/out.js": "" };
    await using folder = await makeTempFolder(files);
    const place = pathToFileURL(join(folder.path, "build/stamp.ts")).href;
    const { isFresh, keepStamp }: typeof import("../../build/stamp.ts") = await import(place);
    assert.equal(isFresh(), false);
    keepStamp(["in", "assets/out.js"]);
    assert.equal(isFresh(), true);
    await change(folder.path);
    assert.equal(isFresh(), false);
  });
}
