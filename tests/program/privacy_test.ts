import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { PROGRAM, runDeno } from "../support/program/command.ts";
import { listTree, makeTempFolder, type TempFolder } from "../support/temp_folder.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";

const MOD = fileURLToPath(new URL("../../mod.ts", import.meta.url));
const SCENE = new URL("../../fixtures/scenes/beach.png", import.meta.url);

// A run of the library that reads, runs and draws.
const LIBRARY = `
  import { generateReport } from ${JSON.stringify(pathToFileURL(MOD).href)};
  const config = { models: [{ path: "tiny.onnx", preprocess: "unit" }], images: ["beach.png"] };
  await generateReport(config, { out: "library" });
`;

/** Makes a folder with a model, a photo, a script and an empty home. */
async function makeProject(): Promise<TempFolder> {
  const config = { models: [{ path: "tiny.onnx", preprocess: "unit" }], images: ["beach.png"] };
  const folder = await makeTempFolder({
    "work/convatlas.json": JSON.stringify(config),
    "work/tiny.onnx": encodeTinyModel(),
    "work/beach.png": await Deno.readFile(SCENE),
    "work/library.ts": LIBRARY,
  });
  for (const name of ["home", "tmp"]) await Deno.mkdir(join(folder.path, name));
  return folder;
}

/** The variables of a user who has only these folders, but for the packages that are there. */
async function liveIn({ path }: TempFolder): Promise<Record<string, string>> {
  const { denoDir } = JSON.parse((await runDeno(["info", "--json"], path)).stdout);
  const home = join(path, "home");
  const tmp = join(path, "tmp");
  return {
    ...{ HOME: home, USERPROFILE: home, XDG_CACHE_HOME: join(home, "cache") },
    ...{ TMPDIR: tmp, TEMP: tmp, TMP: tmp },
    ...{ DENO_DIR: denoDir, DENO_NO_UPDATE_CHECK: "1" },
  };
}

// [what, arguments, what it writes beside what was there]
const RUNS: readonly [string, readonly string[], readonly string[]][] = [
  ["a report", [...PROGRAM, "report", "--quiet"], ["dist"]],
  ["a report in one file", [...PROGRAM, "report", "--quiet", "--single-file"], ["report.html"]],
  ["a list of layers", [...PROGRAM, "layers", "tiny.onnx"], []],
  ["a slim model", [...PROGRAM, "slim", "tiny.onnx"], ["tiny-slim.onnx"]],
  ["the library", [...PROGRAM.slice(0, -1), "library.ts"], ["library"]],
];

for (const [what, args, made] of RUNS) {
  Deno.test(`${what} writes nothing but its output`, async () => {
    await using folder = await makeProject();
    const work = join(folder.path, "work");
    const before = await listNames(work);
    const { code, stderr } = await runDeno(args, work, await liveIn(folder));
    assert.equal(code, 0, stderr);
    assert.deepEqual(await listTree(join(folder.path, "home")), []);
    assert.deepEqual(await listTree(join(folder.path, "tmp")), []);
    assert.deepEqual(await listNames(work), [...before, ...made].sort());
  });
}

async function listNames(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder), ({ name }) => name)).sort();
}

const STRACE = "/usr/bin/strace";
const traced = existsSync(STRACE);
const note = traced ? "" : ` (skipped: no ${STRACE})`;

for (const [what, args] of RUNS) {
  Deno.test({
    name: `${what} opens no socket and looks up no name${note}`,
    ignore: !traced && Deno.env.get("CI") === undefined,
    fn: async () => {
      await using folder = await makeProject();
      const log = join(folder.path, "calls");
      const tracing = ["-f", "-qq", "-e", "trace=network,open,openat", "-o", log, Deno.execPath()];
      const env = await liveIn(folder);
      const { success } = await new Deno.Command(STRACE, {
        args: [...tracing, ...args],
        ...{ cwd: join(folder.path, "work"), env, stdin: "null", stdout: "null", stderr: "null" },
      }).output();
      assert(success);
      const calls = (await Deno.readTextFile(log)).split("\n");
      assert(calls.some((call) => call.includes("tiny.onnx")), "the calls are seen");
      assert.deepEqual(calls.filter((call) => TELLING.test(call)), []);
    },
  });
}

// A socket to anywhere, and the files by which names and machines are looked up.
const TELLING = /\bsocket\(|\bconnect\(|\/etc\/(resolv\.conf|hosts|nsswitch\.conf|machine-id)/;
