import assert from "node:assert/strict";
import { join } from "node:path";
import {
  findDeployed,
  hashWhole,
  makeDatasetProject,
  runIn,
} from "../support/deploy/dataset_project.ts";
import { stopHalfway } from "../support/deploy/halfway.ts";
import { hashFile, isThere } from "../support/temp_folder.ts";

// Another program of this name is in moreutils.
async function hasGnuParallel(): Promise<boolean> {
  try {
    return (await runIn(".", ["parallel", "--version"])).text.startsWith("GNU parallel");
  } catch {
    return false; // there is no such command
  }
}

const ignore = !await hasGnuParallel() && Deno.env.get("CI") === undefined;
const note = ignore ? " (skipped: no GNU parallel)" : "";

Deno.test({
  name: `GNU parallel measures a killed part again, and all give the bytes of one run${note}`,
  ignore,
  fn: async () => {
    await using project = await makeDatasetProject(60);
    const { path, program } = project;
    const expected = await hashWhole(project);
    const run = () => runIn(path, [findDeployed("parallel.sh"), "6"], { CONVATLAS: program });
    const running = run();
    const halfway = await stopHalfway(project, "3/6");
    assert.equal(await isThere(join(path, "parts/3.tally")), false);
    Deno.kill(halfway, "SIGKILL");
    const { code, text } = await running;
    assert.equal(code, 0, text);
    assert.equal(text.match(/^wrote parts\/3\.tally$/gm)?.length, 1);
    assert.equal(await hashFile(join(path, "all.tally")), expected);
    const again = await run();
    assert.equal(again.text.match(/^kept parts\/\d\.tally: it is whole/gm)?.length, 6);
  },
});
