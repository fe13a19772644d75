import assert from "node:assert/strict";
import { join } from "node:path";
import { openOutput } from "../../src/host/output.ts";
import { listTree, makeTempFolder } from "../support/temp_folder.ts";

const REPORT = '{"format":"convatlas-report","version":1}';

/** Writes a report of one page into a folder. */
async function writeReport(out: string, page: string): Promise<void> {
  const output = await openOutput(out);
  await output.write("report.json", REPORT);
  await output.write("assets/page.txt", page);
  await output.commit();
}

Deno.test("openOutput() makes the folder and those above it", async () => {
  await using folder = await makeTempFolder();
  await writeReport(join(folder.path, "a/b/dist"), "new");
  assert.deepEqual(await listTree(folder.path), [
    "a/b/dist/assets/page.txt",
    "a/b/dist/report.json",
  ]);
});

Deno.test("openOutput() takes an empty folder", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "dist");
  await Deno.mkdir(out);
  await writeReport(out, "new");
  assert.deepEqual(await listTree(out), ["assets/page.txt", "report.json"]);
});

Deno.test("openOutput() writes texts and bytes as they are", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "dist");
  const output = await openOutput(out);
  await output.write("a/text.txt", "größe");
  await output.write("a/b/bytes.bin", Uint8Array.of(0, 255, 10));
  await output.commit();
  assert.equal(await Deno.readTextFile(join(out, "a/text.txt")), "größe");
  assert.deepEqual([...await Deno.readFile(join(out, "a/b/bytes.bin"))], [0, 255, 10]);
});

Deno.test("commit() puts the new report in the place of the whole earlier one", async () => {
  await using folder = await makeTempFolder({
    "dist/report.json": REPORT,
    "dist/old/index.html": "old",
  });
  await writeReport(join(folder.path, "dist"), "new");
  assert.deepEqual(await listTree(folder.path), ["dist/assets/page.txt", "dist/report.json"]);
});

Deno.test("commit() makes a folder that others may read", { ignore: isWindows() }, async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "dist");
  await writeReport(out, "new");
  assert.equal((await Deno.stat(out)).mode! & 0o777, 0o755);
});

function isWindows(): boolean {
  return Deno.build.os === "windows";
}

Deno.test("nothing of a report is in its place before commit()", async () => {
  await using folder = await makeTempFolder({ "dist/report.json": REPORT });
  const output = await openOutput(join(folder.path, "dist"));
  await output.write("index.html", "half");
  assert.deepEqual(await listTree(join(folder.path, "dist")), ["report.json"]);
  await output.discard();
});

Deno.test("discard() keeps the earlier report and leaves nothing else", async () => {
  await using folder = await makeTempFolder({ "dist/report.json": REPORT, "dist/a.txt": "old" });
  const output = await openOutput(join(folder.path, "dist"));
  await output.write("index.html", "half");
  await output.discard();
  assert.deepEqual(await listTree(folder.path), ["dist/a.txt", "dist/report.json"]);
});

Deno.test("discard() after commit() leaves the report alone", async () => {
  await using folder = await makeTempFolder();
  const output = await openOutput(join(folder.path, "dist"));
  await output.write("report.json", REPORT);
  await output.commit();
  await output.discard();
  assert.deepEqual(await listTree(folder.path), ["dist/report.json"]);
});

// [what, files of the folder "dist"]
const foreign: readonly [string, Record<string, string>][] = [
  ["a folder of other files", { "dist/thesis.tex": "years of work" }],
  ["a folder with another report.json", { "dist/report.json": '{"format":"lighthouse"}' }],
  ["a folder with a report.json that is no JSON", { "dist/report.json": "{" }],
  ["a folder with a report.json of null", { "dist/report.json": "null" }],
];

for (const [what, files] of foreign) {
  Deno.test(`openOutput() refuses ${what}, and leaves it as it is`, async () => {
    await using folder = await makeTempFolder(files);
    const before = await listTree(folder.path);
    await assert.rejects(openOutput(join(folder.path, "dist")), {
      name: "TypeError",
      message: /^Cannot write report to ".*dist": it holds other files; name an empty folder/,
    });
    assert.deepEqual(await listTree(folder.path), before);
  });
}

Deno.test("openOutput() refuses a file", async () => {
  await using folder = await makeTempFolder({ dist: "a file" });
  await assert.rejects(openOutput(join(folder.path, "dist")), {
    name: "TypeError",
    message: /^Cannot write report to ".*dist": it is a file$/,
  });
});

Deno.test("openOutput() refuses a place within a file", async () => {
  await using folder = await makeTempFolder({ a: "a file" });
  await assert.rejects(openOutput(join(folder.path, "a/dist")), {
    message: /^Cannot write report to ".*dist": (it is a file|a part of its path is no folder)$/,
  });
});
