import assert from "node:assert/strict";
import { join } from "node:path";
import type { Job } from "kubernetes-types/batch/v1";
import { parseAllDocuments } from "yaml";
import {
  type DatasetProject,
  findDeployed,
  hashWhole,
  makeDatasetProject,
  runDeployed,
} from "../support/deploy/dataset_project.ts";
import { PROGRAM, runDeno } from "../support/program/command.ts";
import { hashFile, makeTempFolder } from "../support/temp_folder.ts";

const text = await Deno.readTextFile(findDeployed("kubernetes.yaml"));
const jobs = parseAllDocuments(text).map((document) => document.toJS() as Job);
const [measure, merge] = jobs as [Job, Job];

// The types come from the schema of Kubernetes; a literal may have no field that they do not know.
async function checkTypes(jobs: readonly Job[]): Promise<string> {
  await using folder = await makeTempFolder({
    "jobs.ts": `import type { Job } from "kubernetes-types/batch/v1";
      export const jobs: readonly Job[] = ${JSON.stringify(jobs)};`,
  });
  const config = PROGRAM[PROGRAM.indexOf("--config") + 1]!;
  const { code, stderr } = await runDeno(["check", "--config", config, "jobs.ts"], folder.path);
  return code === 0 ? "" : stderr;
}

Deno.test("the jobs of Kubernetes have the fields of its schema, and no others", async () => {
  assert.deepEqual(jobs.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`), [
    "batch/v1 Job",
    "batch/v1 Job",
  ]);
  assert.equal(await checkTypes(jobs), "");
  const { completionMode, ...spec } = measure.spec!;
  const misspelt = { ...measure, spec: { ...spec, completionmode: completionMode } };
  assert.match(
    await checkTypes([misspelt as Job]),
    /completionmode.* does not exist in type 'JobSpec'/,
  );
});

Deno.test("each part has a pod of its own, which starts again by itself", () => {
  const { completionMode, completions, backoffLimitPerIndex, template } = measure.spec!;
  assert(backoffLimitPerIndex! > 0); // which asks for both of these
  assert.deepEqual([completionMode, template.spec!.restartPolicy], ["Indexed", "Never"]);
  const { env } = template.spec!.containers[0]!;
  assert.deepEqual(env, [{ name: "PARTS", value: String(completions) }]);
});

Deno.test("the pods of Kubernetes give the bytes of one run", async () => {
  await using project = await makeDatasetProject(12);
  const expected = await hashWhole(project);
  for (const index of [2, 0, 1]) {
    await runPod(measure, project, { PARTS: "3", JOB_COMPLETION_INDEX: String(index) });
  }
  await runPod(merge, project, {});
  assert.equal(await hashFile(join(project.path, "all.tally")), expected);
});

async function runPod(
  { spec }: Job,
  project: DatasetProject,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const { command = [], args = [] } = spec!.template.spec!.containers[0]!;
  await runDeployed(project, [...command, ...args], env);
}
