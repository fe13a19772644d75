import assert from "node:assert/strict";
import fs from "node:fs/promises";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Output } from "../../../src/effects.ts";
import { openOutput as open } from "../../../src/host/output/output.ts";
import { PROGRAM, runDeno } from "../../support/program/command.ts";
import { listTree, makeTempFolder, type TempFolder } from "../../support/temp_folder.ts";

const WRITING = fileURLToPath(new URL("../../support/program/killed_output.ts", import.meta.url));

const warnings: string[] = [];

/** Opens a folder; what a user is told is kept for the test. */
async function openOutput(out: string): Promise<Output> {
  warnings.length = 0;
  return await open(out, { warn: (warning) => warnings.push(warning) });
}

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
    "a/b/dist/files.json",
    "a/b/dist/report.json",
  ]);
});

Deno.test("openOutput() takes an empty folder", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "dist");
  await Deno.mkdir(out);
  await writeReport(out, "new");
  assert.deepEqual(await listTree(out), ["assets/page.txt", "files.json", "report.json"]);
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

Deno.test("append() adds to the end of a file, which it begins, and files.json has its hash", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "dist");
  const output = await openOutput(out);
  await output.append("a/rows.csv", "größe\n");
  await output.append("a/rows.csv", Uint8Array.of(49, 10));
  await output.append("gone/rows.csv", "1");
  await output.remove("gone");
  await output.commit();
  const text = await Deno.readTextFile(join(out, "a/rows.csv"));
  assert.equal(text, "größe\n1\n");
  const { files } = JSON.parse(await Deno.readTextFile(join(out, "files.json")));
  assert.deepEqual(files, { "a/rows.csv": createHash("sha256").update(text).digest("hex") });
});

Deno.test("commit() puts the new report in the place of the whole earlier one", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "dist");
  const earlier = await openOutput(out);
  await earlier.write("report.json", REPORT);
  await earlier.write("old/index.html", "old");
  await earlier.commit();
  await writeReport(out, "new");
  assert.deepEqual(await listTree(folder.path), [
    "dist/assets/page.txt",
    "dist/files.json",
    "dist/report.json",
  ]);
  assert.deepEqual(warnings, []);
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
  assert.deepEqual(await listTree(folder.path), ["dist/files.json", "dist/report.json"]);
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
    message: /^Cannot write report to ".*dist": it is a file; name a folder$/,
  });
});

Deno.test("openOutput() refuses a place within a file", async () => {
  await using folder = await makeTempFolder({ a: "a file" });
  await assert.rejects(openOutput(join(folder.path, "a/dist")), {
    message:
      /^Cannot write report to ".*dist": (it is a file; name a folder|a part of its path is no folder)$/,
  });
});

Deno.test("commit() lists the files of the report with their hashes, in the order of their paths", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "dist");
  await writeReport(out, "new");
  assert.deepEqual(JSON.parse(await Deno.readTextFile(join(out, "files.json"))), {
    format: "convatlas-files",
    version: 1,
    files: {
      // printf new | sha256sum
      "assets/page.txt": "11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437",
      "report.json": hash(REPORT),
    },
  });
});

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

Deno.test("commit() keeps what is not the earlier report's, wherever it lies, and tells it once", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "dist");
  await writeReport(out, "old");
  const others = { ".git/HEAD": "ref", CNAME: "a.org", "assets/notes.txt": "mine" };
  for (const [path, text] of Object.entries(others)) {
    await Deno.mkdir(dirname(join(out, path)), { recursive: true });
    await Deno.writeTextFile(join(out, path), text);
  }
  await Deno.symlink("nowhere", join(out, "link"));
  await writeReport(out, "new");
  assert.deepEqual(await listTree(folder.path), [
    "dist/.git/HEAD",
    "dist/CNAME",
    "dist/assets/notes.txt",
    "dist/assets/page.txt",
    "dist/files.json",
    "dist/link",
    "dist/report.json",
  ]);
  assert.deepEqual(warnings, [
    `kept in "${out}", as the report did not write it: .git, CNAME, assets/notes.txt, link`,
  ]);
  assert.equal(await Deno.readTextFile(join(out, "assets/notes.txt")), "mine");
});

Deno.test("commit() keeps a file of the earlier report that somebody changed and the new one lacks", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "dist");
  const earlier = await openOutput(out);
  for (const path of ["report.json", "changed.html", "same.html"]) {
    await earlier.write(path, path === "report.json" ? REPORT : "by the report");
  }
  await earlier.commit();
  await Deno.writeTextFile(join(out, "changed.html"), "by hand");
  await writeReport(out, "new");
  assert.deepEqual(await listTree(out), [
    "assets/page.txt",
    "changed.html",
    "files.json",
    "report.json",
  ]);
});

Deno.test("commit() overwrites nothing that is not the earlier report's", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "dist");
  const earlier = await openOutput(out);
  await earlier.write("report.json", REPORT);
  await earlier.commit();
  await Deno.writeTextFile(join(out, "assets"), "a file where a folder will be");
  await assert.rejects(writeReport(out, "new"), /Cannot write report over "assets": it is not/);
  assert.deepEqual(await listTree(out), ["assets", "files.json", "report.json"]);
});

Deno.test("a report without a list of its files keeps what no report writes", async () => {
  await using folder = await makeTempFolder({
    "dist/report.json": '{"format":"convatlas-report","version":1,"models":[{"id":"net"}]}',
    "dist/index.zh-CN.html": "old",
    "dist/net/conv1/kernels.png": "old",
    "dist/images/cat.png": "old",
    "dist/images/cat.jpg": "mine",
    "dist/net/conv1/.git/index.html": "mine",
    "dist/net/conv1/notes.md": "mine",
    "dist/notes.txt": "mine",
  });
  await writeReport(join(folder.path, "dist"), "new");
  assert.deepEqual(await listTree(join(folder.path, "dist")), [
    "assets/page.txt",
    "files.json",
    "images/cat.jpg",
    "net/conv1/.git/index.html",
    "net/conv1/notes.md",
    "notes.txt",
    "report.json",
  ]);
});

Deno.test("commit() leaves the folder where the user stands under their feet", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "dist");
  await writeReport(out, "old");
  const { ino } = await Deno.stat(out);
  const args = [...PROGRAM.slice(0, -1), WRITING, ".", "Infinity"];
  const { code, stderr } = await runDeno(args, out); // one folder for all of this process
  assert.equal(code, 0, stderr);
  assert.equal((await Deno.stat(out)).ino, ino);
  assert.deepEqual(await listTree(out), [
    "files.json",
    "net/added.txt",
    "net/conv/page.txt",
    "report.json",
  ]);
});

Deno.test("openOutput() follows a link, and refuses one that leads nowhere", async () => {
  await using folder = await makeTempFolder({ "real/report.json": REPORT });
  const link = join(folder.path, "dist");
  await Deno.symlink("real", link);
  await writeReport(link, "new");
  assert((await Deno.lstat(link)).isSymlink);
  assert.equal(await Deno.readTextFile(join(folder.path, "real/assets/page.txt")), "new");
  await Deno.symlink("nowhere", join(folder.path, "lost"));
  await assert.rejects(openOutput(join(folder.path, "lost")), /it is a link that leads nowhere$/);
});

Deno.test("openOutput() clears away what a run left that was ended, and not what one is writing", async () => {
  await using folder = await makeTempFolder({
    ".dist-draft-0aB9zZ/lock": "",
    ".dist-draft-0aB9zZ/report/index.html": "half",
  });
  const out = join(folder.path, "dist");
  const living = await openOutput(out);
  await writeReport(out, "new");
  const names = await Array.fromAsync(Deno.readDir(folder.path), ({ name }) => name);
  assert.equal(names.length, 2, "the report, and the draft of the run that lives");
  assert(!names.includes(".dist-draft-0aB9zZ"));
  await living.discard();
});

/** A folder where a run ended: the earlier report, with a CNAME, lies in its draft. */
async function makeEnded(): Promise<TempFolder & { readonly out: string; readonly dead: string }> {
  const folder = await makeTempFolder();
  const out = join(folder.path, "dist");
  const dead = join(folder.path, ".dist-draft-0aB9zZ");
  await writeReport(out, "old");
  await Deno.writeTextFile(join(out, "CNAME"), "a.org");
  await Deno.mkdir(dead);
  await Deno.writeTextFile(join(dead, "lock"), "");
  await Deno.rename(out, join(dead, "earlier"));
  return { ...folder, out, dead };
}

Deno.test("openOutput() brings back what a run that was ended had moved away", async () => {
  await using folder = await makeEnded();
  const { out } = folder;
  const output = await openOutput(out);
  assert.deepEqual(await listTree(out), ["CNAME", "assets/page.txt", "files.json", "report.json"]);
  await output.discard();
});

Deno.test("openOutput() brings back what was not the report's from a run that had replaced it", async () => {
  await using folder = await makeEnded();
  const { out, dead } = folder;
  await Deno.copyFile(join(dead, "earlier/files.json"), join(dead, "own.json"));
  await writeReport(join(folder.path, "other"), "new");
  await Deno.rename(join(folder.path, "other"), out);
  const output = await openOutput(out);
  await output.discard();
  assert.deepEqual(await listTree(folder.path), [
    "dist/CNAME",
    "dist/assets/page.txt",
    "dist/files.json",
    "dist/report.json",
  ]);
});

Deno.test("commit() says that it took the place of another config's report", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "dist");
  const write = async (title: string, ids: readonly string[]): Promise<void> => {
    const output = await openOutput(out);
    const models = ids.map((id) => ({ id }));
    await output.write(
      "report.json",
      JSON.stringify({ format: "convatlas-report", title, models }),
    );
    await output.commit();
  };
  await write("cats", ["alexnet"]);
  await write("cats", ["alexnet", "vgg"]);
  assert.deepEqual(warnings, [], "a model more is no other config");
  await write("dogs", ["resnet"]);
  assert.deepEqual(warnings, [`"${out}" held another report, "cats" of alexnet, vgg`]);
});

Deno.test("commit() says where a file is that came while the report took its name", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "dist");
  await writeReport(out, "old");
  const output = await openOutput(out);
  await output.write("report.json", REPORT);
  await output.write("notes.txt", "the report's");
  const { writeFile } = fs;
  fs.writeFile = async (path, ...rest) => {
    await writeFile(path, ...rest);
    if (!String(path).endsWith("own.json")) return;
    fs.writeFile = writeFile; // what is kept has been looked for
    await writeFile(join(out, "notes.txt"), "mine");
  };
  try {
    await output.commit();
  } finally {
    fs.writeFile = writeFile;
  }
  const [, place = ""] = /^moved to "(.*)", what came while .* names: notes\.txt$/.exec(
    warnings[0]!,
  )!;
  assert.equal(await Deno.readTextFile(join(out, "notes.txt")), "the report's");
  const kept = (await listTree(place)).find((path) => path.endsWith("notes.txt"))!;
  assert.equal(await Deno.readTextFile(join(place, kept)), "mine");
  await (await openOutput(out)).discard();
  assert.match(warnings[0]!, /^an earlier run left notes\.txt in ".*", beside ".*"$/);
});
