import assert from "node:assert/strict";
import { tellFailedChecks, writeCheckSummary } from "../../src/program/check_summary.ts";
import { runCommand } from "../support/program/command.ts";
import { encodePlantedModel } from "../support/model/planted_model.ts";
import { joinPlanted } from "../support/model/planted_kinds.ts";
import { report as fixture } from "../support/report/report_fixture.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

const report = { ...fixture, title: "Net", site: "https://example.org/net/" };

Deno.test("writeCheckSummary() tells what fails, with links to the pairs, and what else is odd", () => {
  const text = writeCheckSummary(report);
  assert.match(text, /^## Net: 1 of 1 check failed\n\n### ❌ `never-on>2`: 1 finding\n\n- Map/);
  assert.match(text, /\(https:\/\/example\.org\/net\/net-1\.0\/conv1\/index\.html#k=0&image=/);
  assert.match(text, /<summary>What else is odd in /);
  assert.deepEqual(tellFailedChecks(report), ["check failed: never-on>2: 1 finding"]);
});

Deno.test("writeCheckSummary() has no links without a site, and says where all is well", () => {
  const checks = [{ kind: "damage" as const, limit: 0.1, failed: [] }];
  const text = writeCheckSummary({ ...report, site: null, checks });
  assert.doesNotMatch(text, /\]\(/);
  assert.match(text, /^## Net: all 1 check passed\n/);
  assert.match(text, /<summary>What is odd in /);
  assert.deepEqual(tellFailedChecks({ ...report, checks }), []);
});

Deno.test("writeCheckSummary() lets no name be Markdown or HTML", () => {
  const text = writeCheckSummary({ ...fixture, title: "<b>`*[x](y)" });
  assert.match(text, /^## \\<b\\>\\`\\\*\\\[x\\\]\(y\): /);
  assert.doesNotMatch(text, /(?<!\\)<(?!\/?(?:details|summary)>)/);
  const [model] = fixture.models;
  const named = writeCheckSummary({
    ...fixture,
    models: [{ ...model!, name: "a_b<script>&amp;" }],
  });
  assert.match(named, /<summary>What else is odd in a_b&#60;script&#62;&#38;amp;<\/summary>/);
});

Deno.test("report --check ends with 3 where a check fails, writes the summary, and refuses a dry run", async () => {
  await using folder = await makeTempFolder();
  const photo = new URL("../../fixtures/scenes/beach.png", import.meta.url);
  await Deno.copyFile(photo, `${folder.path}/beach.png`);
  await Deno.writeFile(`${folder.path}/net.onnx`, encodePlantedModel(joinPlanted(["mergeable"])));
  const args = ["report", "net.onnx", "beach.png", "--preprocess", "inception", "--quiet"];
  const run = [...args, "--no-tuning", "--no-experiments", "--values", "none"];
  const failed = await runCommand(
    [...run, "--check", "damage>0.1,mergeable", "--summary", "s.md"],
    folder.path,
  );
  assert.equal(failed.code, 3, failed.stderr);
  assert.match(
    failed.stdout,
    /### ❌ `mergeable`: 1 finding\n\n- Kernels 2 and 5 of mergeable could/,
  );
  assert.equal(await Deno.readTextFile(`${folder.path}/s.md`), failed.stdout);
  assert.match(failed.stderr, /check failed: mergeable: 1 finding/);
  const dry = await runCommand([...args, "--check", "mergeable", "--dry-run"], folder.path);
  assert.deepEqual([dry.code, dry.stdout], [2, ""]);
  assert.match(dry.stderr, /leave out --check, or --dry-run/);
  const wrong = await runCommand([...args, "--check", "mergable", "--dry-run"], folder.path);
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /found "mergable"; .+; did you mean "mergeable"\?/);
  const lost = await runCommand([...args, "--summary", "no/s.md"], folder.path);
  assert.equal(lost.code, 2);
  assert.match(lost.stderr, /Cannot write summary to "no\/s\.md": its folder is not there/);
});
