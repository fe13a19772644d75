import assert from "node:assert/strict";
import { join } from "node:path";
import { runCommand } from "../support/program/command.ts";
import {
  hostile,
  makeHostileProject,
  OBEYED,
  writeHostileReport,
} from "../support/program/hostile_project.ts";
import { listTree } from "../support/temp_folder.ts";

Deno.test("a terminal is given no character that it obeys", async () => {
  await using folder = await makeHostileProject(hostile);
  await writeHostileReport(folder, ["--out", "site"]);
  const models = (await listTree(folder.path)).filter((name) => name.endsWith(".onnx"));
  for (const format of [[], ["--json"]]) {
    const { code, stdout, stderr } = await runCommand(
      ["layers", models[0]!, ...format],
      folder.path,
    );
    assert.equal(code, 0, stderr);
    assert.match(stdout, /harmed/);
    assert.doesNotMatch(stdout + stderr, OBEYED);
  }
  await Deno.writeTextFile(
    join(folder.path, "convatlas.json"),
    JSON.stringify({
      [hostile("key")]: 1,
      models: [{ path: models[0], layers: [hostile("no layer")], preprocess: hostile("none") }],
      images: [hostile("no photo")],
    }),
  );
  const { code, stderr } = await runCommand(["report"], folder.path);
  assert.equal(code, 2);
  assert.match(stderr, /harmed/);
  assert.doesNotMatch(stderr, OBEYED);
});
