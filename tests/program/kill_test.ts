import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { signalRun, startCommand } from "../support/program/command.ts";
import { countRounds, createChance } from "../support/rounds.ts";
import { listTree, makeTempFolder, type TempFolder } from "../support/temp_folder.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";

const SCENE = new URL("../../fixtures/scenes/beach.png", import.meta.url);

const KILLS = countRounds(8, 100);

async function makeProject(): Promise<TempFolder> {
  const config = { models: [{ path: "tiny.onnx", preprocess: "unit" }], images: ["beach.png"] };
  return await makeTempFolder({
    "one.json": JSON.stringify({ ...config, title: "one" }),
    "two.json": JSON.stringify({ ...config, title: "two" }),
    "tiny.onnx": encodeTinyModel(),
    "beach.png": await Deno.readFile(SCENE),
  });
}

const FORMS = [
  { form: "a folder", flags: [], requireWhole: requireWholeFolder },
  { form: "one file", flags: ["--single-file"], requireWhole: requireWholeFile },
] as const;

for (const [i, { form, flags, requireWhole }] of FORMS.entries()) {
  Deno.test(`a report in ${form} stays whole when runs are killed at any moment`, async () => {
    await using folder = await makeProject();
    const random = createChance(i);
    const run = (config: string) => startReport([...flags, "--config", config], folder);
    const started = performance.now();
    assert((await run("one.json").ended).success);
    const lasts = Math.round(performance.now() - started);
    for (let n = 0; n < KILLS; n++) {
      const { child, ended } = run(n % 2 === 0 ? "two.json" : "one.json");
      await new Promise((resolve) => setTimeout(resolve, random.whole(0, lasts)));
      signalRun(child, n % 4 === 3 ? "SIGINT" : "SIGKILL");
      await ended;
      await requireWhole(folder.path);
    }
    assert((await run("one.json").ended).success);
    const left = await Array.fromAsync(Deno.readDir(folder.path), ({ name }) => name);
    assert.deepEqual(left.filter((name) => name.startsWith(".")), []);
  });
}

interface Run {
  readonly child: Deno.ChildProcess;
  readonly ended: Promise<Deno.CommandOutput>;
}

function startReport(flags: readonly string[], { path }: TempFolder): Run {
  const child = startCommand(["report", "--quiet", ...flags], path);
  return { child, ended: child.output() };
}

async function requireWholeFolder(path: string): Promise<void> {
  const dist = join(path, "dist");
  const { files } = JSON.parse(await Deno.readTextFile(join(dist, "files.json")));
  assert.deepEqual(await listTree(dist), [...Object.keys(files), "files.json"].sort());
  for (const [name, sha256] of Object.entries(files)) {
    const content = await Deno.readFile(join(dist, name));
    assert.equal(createHash("sha256").update(content).digest("hex"), sha256, name);
  }
}

async function requireWholeFile(path: string): Promise<void> {
  const text = new TextDecoder("utf-16le").decode(await Deno.readFile(join(path, "report.html")));
  assert.match(text, /<title>(one|two)<\/title>/);
  assert.match(text, /<\/html>\s*$/);
}
