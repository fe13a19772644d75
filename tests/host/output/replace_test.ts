import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openOutput } from "../../../src/host/output/output.ts";
import { PROGRAM, runDeno } from "../../support/program/command.ts";
import { listTree, makeTempFolder } from "../../support/temp_folder.ts";

const KILLED = fileURLToPath(new URL("../../support/program/killed_output.ts", import.meta.url));

const REPORT = '{"format":"convatlas-report","version":1}';

const EARLIER = ["net/conv/page.txt", "net/gone/page.txt", "old/page.txt"];

const OTHERS = [
  ".dist-notes/lock",
  "CNAME",
  "net/conv/notes.txt",
  "net/mine/a.txt",
  "old/mine.txt",
];

// More than any commit makes.
const MOST_RENAMES = 40;

async function writeReport(out: string, paths: readonly string[]): Promise<void> {
  const output = await openOutput(out, { warn: () => {} });
  for (const path of paths) await output.write(path, "a page");
  await output.write("report.json", REPORT);
  await output.commit();
}

async function writeOthers(out: string): Promise<void> {
  for (const path of OTHERS) {
    await Deno.mkdir(dirname(join(out, path)), { recursive: true });
    await Deno.writeTextFile(join(out, path), "mine");
  }
}

/** Makes a report over another one; gives whether the run came to its end. */
async function runKilled(out: string, renames: number, mount: string): Promise<boolean> {
  const flags = PROGRAM.slice(0, -1);
  const { code, stderr } = await runDeno([...flags, KILLED, out, `${renames}`, mount], ".");
  assert([0, 137].includes(code), stderr);
  return code === 0;
}

for (const [what, mount] of [["beside its place", "no"], ["in its place", "yes"]] as const) {
  Deno.test({
    name:
      `a run killed before any rename of a draft ${what} loses nothing, and the next one ends well`,
    ignore: Deno.build.os === "windows",
    fn: async () => {
      for (let renames = 0, ended = false; !ended; renames++) {
        assert(renames < MOST_RENAMES);
        await using folder = await makeTempFolder();
        const out = join(folder.path, "dist");
        await writeReport(out, EARLIER);
        await writeOthers(out);
        ended = await runKilled(out, renames, mount);
        await writeReport(out, ["net/conv/page.txt"]);
        const own = ["net/conv/page.txt", "files.json", "report.json"];
        const expected = [...OTHERS, ...own].map((path) => `dist/${path}`).sort();
        assert.deepEqual(await listTree(folder.path), expected, `before rename ${renames}`);
      }
    },
  });
}

Deno.test("a run killed in a folder that held no report is followed by one that ends well", async () => {
  for (let renames = 0, ended = false; !ended; renames++) {
    await using folder = await makeTempFolder({ "dist/lost+found/a": "" });
    const out = join(folder.path, "dist");
    ended = await runKilled(out, renames, "yes");
    await writeReport(out, ["net/conv/page.txt"]);
    assert.equal((await listTree(out)).length, 4);
  }
});

// [what, paths of its own that a list claims]
const claims: readonly [string, readonly string[]][] = [
  ["above its folder", ["../secret.txt", "net/../../secret.txt", ".."]],
  ["by their whole paths", ["/", "/etc/hostname", "", "."]],
  ["as if they were others' files", ["__proto__", "net", "CNAME/a"]],
];

for (const [what, paths] of claims) {
  for (const mount of ["no", "yes"]) {
    Deno.test(`a list that claims files ${what} costs none of them (mount point: ${mount})`, async () => {
      await using folder = await makeTempFolder({ "secret.txt": "mine" });
      const out = join(folder.path, "dist");
      await writeReport(out, ["net/conv/page.txt"]);
      await writeOthers(out);
      const files = Object.fromEntries(paths.map((path) => [path, null]));
      const list = JSON.stringify({ format: "convatlas-files", version: 1, files });
      await Deno.writeTextFile(join(out, "files.json"), list);
      await Deno.remove(join(out, "report.json"));
      await Deno.remove(join(out, "net/conv/page.txt"));
      assert(await runKilled(out, MOST_RENAMES, mount));
      const left = await listTree(folder.path);
      for (const path of ["secret.txt", ...OTHERS.map((path) => `dist/${path}`)]) {
        assert(left.includes(path), path);
      }
    });
  }
}
