import assert from "node:assert/strict";
import { join } from "node:path";
import { readStates } from "../../../src/host/serve/file_states.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

Deno.test("readStates() tells files that have changed, come or gone, and no folders", async () => {
  await using folder = await makeTempFolder({ "a.txt": "1", "b.txt": "1", "in/c.txt": "1" });
  const paths = ["a.txt", "b.txt", "d.txt", "in"].map((name) => join(folder.path, name));
  const before = await readStates(paths);
  assert.deepEqual([...before.keys()], paths.slice(0, 2));
  await Deno.writeTextFile(paths[0]!, "22");
  await Deno.utime(paths[1]!, 1, 1);
  await Deno.writeTextFile(paths[2]!, "1");
  const after = await readStates(paths);
  assert.deepEqual([...after.keys()], paths.slice(0, 3));
  for (const path of paths.slice(0, 2)) assert.notEqual(after.get(path), before.get(path));
});
