import assert from "node:assert/strict";
import { join } from "node:path";
import { PROGRAM } from "../support/program/command.ts";
import { hashFile, hashTree, listTree, makeTempFolder } from "../support/temp_folder.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";

/** A small network, a photo, and the place of a disk. */
const FILES = {
  "tiny.onnx": encodeTinyModel(),
  "beach.png": await Deno.readFile(new URL("../../fixtures/scenes/beach.png", import.meta.url)),
  "disk/.keep": "",
};

// A disk of its own, that the mounts of no other process see.
const DISK = 'mount -t tmpfs -o size="$0" tmpfs "$1" || exit 99; shift';
const UNMOUNTABLE = 99;

interface Ending {
  readonly code: number;
  readonly stderr: string;
}

// Deno is not allowed to ask how much room is left.
const UNASKED = ["run", "--deny-sys=statfs", ...PROGRAM.slice(1)];

/** Runs a shell script in a folder with a small disk mounted at `disk`. */
async function runOnDisk(
  folder: string,
  size: string,
  script: string,
  program: readonly string[] = PROGRAM,
): Promise<Ending> {
  const { code, stderr } = await new Deno.Command("unshare", {
    args: ["-m", "sh", "-c", `${DISK}; ${script}`, size, join(folder, "disk"), ...program],
    ...{ cwd: folder, stdin: "null", stdout: "null", stderr: "piped" },
  }).output();
  return { code, stderr: new TextDecoder().decode(stderr) };
}

async function canMount(): Promise<boolean> {
  try {
    await using folder = await makeTempFolder({ "disk/.keep": "" });
    return (await runOnDisk(folder.path, "64k", "exit 0")).code === 0;
  } catch {
    return false; // there is no unshare
  }
}

const mountable = await canMount();
const note = mountable ? "" : " (skipped: no disk can be mounted here)";

// [what, arguments, what is written]
const FORMS: readonly (readonly [string, string, string])[] = [
  ["a report", "--out disk/dist", "dist"],
  ["a report in one file", "--single-file --out disk/report.html", "report.html"],
];

// [how it ends, program, message]
const ENDS: readonly (readonly [string, readonly string[], RegExp])[] = [
  ["on a full disk", UNASKED, /^error: Cannot write .*: no space is left on the disk$/m],
  [
    "on a disk that will not take it",
    PROGRAM,
    /^error: Cannot write report to .*: it would take about \d+ MB, and \S+ MB are left on the disk$/m,
  ],
];

const cases = FORMS.flatMap((form) => ENDS.map((end) => [form, end] as const));

for (const [[what, args, name], [end, program, message]] of cases) {
  Deno.test({
    name: `${what} ${end} says so, leaves nothing, and keeps the earlier one${note}`,
    ignore: !mountable,
    fn: async () => {
      const config = (model: string): string =>
        JSON.stringify({ models: [{ path: model, preprocess: "unit" }], images: ["beach.png"] });
      await using folder = await makeTempFolder({
        "small.json": config("tiny.onnx"),
        "large.json": config("large.onnx"),
        "large.onnx": await Deno.readFile(
          new URL("../../fixtures/miniature.onnx", import.meta.url),
        ),
        "kept/.keep": "",
        ...FILES,
      });
      const report = `deno "$@" report --quiet ${args} --config`;
      const { code, stderr } = await runOnDisk(
        folder.path,
        "2100k",
        `${report} small.json || exit 98; cp -r disk/${name} kept/before; ` +
          `${report} large.json; code=$?; cp -r disk kept/after; exit $code`,
        program,
      );
      assert.notEqual(code, UNMOUNTABLE);
      assert.equal(code, 2, stderr);
      assert.match(stderr, message);
      const after = join(folder.path, "kept/after");
      const left = await Array.fromAsync(Deno.readDir(after), (entry) => entry.name);
      assert.deepEqual(left, [name]);
      assert.deepEqual(
        await hashKept(join(after, name)),
        await hashKept(join(folder.path, "kept/before")),
      );
    },
  });
}

Deno.test({
  name: `a report on a disk that is read-only says so, and keeps the earlier one${note}`,
  ignore: !mountable,
  fn: async () => {
    await using folder = await makeTempFolder({
      "convatlas.json": JSON.stringify({
        models: [{ path: "tiny.onnx", preprocess: "unit" }],
        images: ["beach.png"],
      }),
      ...FILES,
    });
    const report = 'deno "$@" report --quiet --out disk/dist';
    const { code, stderr } = await runOnDisk(
      folder.path,
      "8m",
      `${report} || exit 98; mount -o remount,ro disk; ` +
        `${report}; code=$?; cp -r disk/dist after; exit $code`,
    );
    assert.equal(code, 2, stderr);
    assert.match(stderr, /^error: Cannot write report to "disk\/dist": .*[Rr]ead-only/m);
    assert((await hashKept(join(folder.path, "after"))).has("files.json"));
  },
});

Deno.test({
  name: `a tally on a disk that is full, or read-only, says so and leaves nothing${note}`,
  ignore: !mountable,
  fn: async () => {
    await using folder = await makeTempFolder(FILES);
    const measure = 'deno "$@" measure --quiet --dataset beach.png --out disk/all.tally tiny.onnx';
    const { code, stderr } = await runOnDisk(
      folder.path,
      "64k",
      `cat /dev/zero > disk/other; ${measure} && exit 98; ls -A disk > left; rm disk/other; ` +
        `mount -o remount,ro disk; ${measure}`,
    );
    assert.equal(code, 2, stderr);
    assert.equal(await Deno.readTextFile(join(folder.path, "left")), "other\n");
    assert.match(
      stderr,
      /^error: Cannot write tally to "disk\/all\.tally": no space is left on the/m,
    );
    assert.match(stderr, /^error: Cannot write tally to "disk\/all\.tally": .*[Rr]ead-only/m);
  },
});

async function hashKept(path: string): Promise<ReadonlyMap<string, string>> {
  if ((await Deno.stat(path)).isFile) return new Map([["", await hashFile(path)]]);
  assert((await listTree(path)).length > 10);
  return await hashTree(path);
}
