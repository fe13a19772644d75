import assert from "node:assert/strict";
import { join } from "node:path";
import {
  type DatasetProject,
  findDeployed,
  hashWhole,
  makeDatasetProject,
  runIn,
} from "../support/deploy/dataset_project.ts";
import { type Cluster, hasSlurm, startCluster } from "../support/deploy/cluster.ts";
import { stopHalfway } from "../support/deploy/halfway.ts";
import { hashFile, isThere } from "../support/temp_folder.ts";

const ignore = !await hasSlurm() && Deno.env.get("CI") === undefined;
const note = ignore ? " (skipped: no Slurm)" : "";

Deno.test({
  name: `Slurm measures a dataset in an array, and merges its parts where all are there${note}`,
  ignore,
  fn: async (t) => {
    await using project = await makeDatasetProject(80);
    await using cluster = await startCluster();
    await t.step(
      "a task that is taken away half-way runs again, and all give one run's bytes",
      () => requireWhole(project, cluster),
    );
    await t.step(
      "a task that fails takes the merge with it",
      () => requireNothing(project, cluster),
    );
  },
});

async function requireWhole(project: DatasetProject, cluster: Cluster): Promise<void> {
  const { path } = project;
  const expected = await hashWhole(project);
  const [array, merge] = await submit(["8", "--array=1-8%2"], project, cluster);
  await stopHalfway(project, "3/8");
  assert.equal(await isThere(join(path, "parts/3.tally")), false);
  await cluster.ask("scontrol", "requeue", `${array}_3`);
  assert.match(await cluster.ask("squeue", "-h", "-o", "%r", "-j", merge), /^Dependency$/m);
  await cluster.drain();
  assert.match(await cluster.ask("scontrol", "show", "job", `${array}_3`), /Restarts=1 /);
  assert.equal(await hashFile(join(path, "all.tally")), expected);
}

async function requireNothing(project: DatasetProject, cluster: Cluster): Promise<void> {
  const { path } = project;
  await Deno.remove(join(path, "all.tally"));
  await submit(["2"], project, cluster, { CONFIG: "gone.json", PARTS: "none" });
  await cluster.drain();
  assert.match(await Deno.readTextFile(join(path, "none/1.log")), /^error: .*gone\.json/m);
  assert.equal(await isThere(join(path, "all.tally")), false);
}

/** Runs the script as it is, and gives the numbers of its jobs. */
async function submit(
  args: readonly string[],
  { path, program }: DatasetProject,
  cluster: Cluster,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly [array: string, merge: string]> {
  const { code, text } = await runIn(path, [findDeployed("slurm.sh"), ...args], {
    ...{ ...cluster.env, CONVATLAS: program, ...env },
  });
  assert.equal(code, 0, text);
  const [, array = "", merge = ""] = /^parts: job (\d+), merge: job (\d+)$/m.exec(text) ?? [];
  return [array, merge];
}
