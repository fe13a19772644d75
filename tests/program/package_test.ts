import assert from "node:assert/strict";
import { join } from "node:path";
import { encodeTinyModel } from "../support/model/tiny_model.ts";
import { runCommand } from "../support/program/command.ts";
import {
  findNode,
  installPackage,
  NODES,
  reachesRegistry,
  runProgram,
  startProgram,
} from "../support/program/installed_package.ts";
import { followServer } from "../support/program/served.ts";
import { hashFile, hashTree, makeTempFolder, type TempFolder } from "../support/temp_folder.ts";

const SCENE = new URL("../../fixtures/scenes/beach.png", import.meta.url);

const PROGRAM = "node_modules/convatlas/dist/cli.js";

const LIBRARY = `
  import { captureMaps, findConvLayers, generateReport, preprocess, readModel } from "convatlas";
  import { readFile } from "node:fs/promises";
  const model = readModel(await readFile("tiny.onnx"));
  const photo = await preprocess(await readFile("beach.png"), "unit", { width: 8, height: 8 });
  const nodes = findConvLayers(model).map(({ node }) => node.name);
  const maps = await captureMaps(model, photo, { nodes });
  const config = { models: [{ path: "tiny.onnx", preprocess: "unit" }], images: ["beach.png"] };
  const report = await generateReport(config, { out: process.argv[2], jobs: 2 });
  console.log(JSON.stringify({
    maps: [...maps].map(([name, { dims, data }]) => [name, dims, [...data].slice(0, 5)]),
    pairs: report.models[0].layers[0].pairs,
  }));
`;

// Types that a module with mistakes would not have.
const TYPED = `
  import { defineConfig, generateReport, type Report } from "convatlas";
  const config = defineConfig({ models: [{ path: "tiny.onnx" }], images: ["beach.png"] });
  const report: Report = await generateReport(config);
  const pairs: number | undefined = report.models[0]?.layers[0]?.pairs;
  // @ts-expect-error: there is no such field
  console.log(pairs, report.pages);
`;

/** The ways to run a module: the arguments of a program, by the runtime's name. */
type Runtime = readonly [name: string, program: string, args: readonly string[]];

function listRuntimes({ path }: TempFolder): Runtime[] {
  return [
    ...NODES.map((version): Runtime => [`node-${version}`, findNode(path, version), []]),
    ["deno", Deno.execPath(), ["run", "--quiet", "--allow-all"]],
  ];
}

async function makeInstalled(): Promise<TempFolder> {
  const folder = await makeTempFolder({
    "tiny.onnx": encodeTinyModel(),
    "beach.png": await Deno.readFile(SCENE),
    "library.mjs": LIBRARY,
    "typed.ts": TYPED,
  });
  await installPackage(folder.path);
  return folder;
}

/** Starts a report on Node and ends it when it has begun to write. */
async function endRun({ path }: TempFolder, signal: Deno.Signal): Promise<void> {
  const child = new Deno.Command(findNode(path, NODES[0]), {
    args: [PROGRAM, "report", "--quiet", "--out", "ended"],
    ...{ cwd: path, stdin: "null", stdout: "null", stderr: "null" },
  }).spawn();
  const before = new Set(await listDrafts(path));
  while ((await listDrafts(path)).every((name) => before.has(name))) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill(signal);
  await child.status;
}

async function listDrafts(path: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(path), ({ name }) => name);
  return entries.filter((name) => name.startsWith(".ended-draft-"));
}

// Whether onnxruntime-node's own script fetches libraries for graphics cards.
const FETCHES = Deno.build.os === "linux" && Deno.build.arch === "x86_64";

async function listGraphicsLibraries(path: string): Promise<string[]> {
  const folder = join(path, "node_modules/onnxruntime-node/bin/napi-v6/linux/x64");
  const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  return names.filter((name) => name.includes("_providers_")).sort()
    .map((name) => join(folder, name));
}

/** Runs what npm runs before other packages' scripts, for a project in a folder. */
async function prepareInstall(path: string, project: string): Promise<void> {
  const { success } = await new Deno.Command(findNode(path, NODES[0]), {
    args: ["node_modules/convatlas/dist/preinstall.js"],
    ...{ cwd: path, env: { npm_config_local_prefix: join(path, project) } },
  }).output();
  assert.ok(success);
}

const reaches = await reachesRegistry();
const note = reaches ? "" : " (skipped: npm, or its registry, is not there)";
const ignore = !reaches && Deno.env.get("CI") === undefined;

Deno.test({
  name: `the package runs on Node and Deno, with the same bytes as the checkout${note}`,
  ignore,
  fn: async (t) => {
    await using folder = await makeInstalled();
    const { path } = folder;
    await t.step({
      name: "notes stand in for libraries of graphics cards, but where a project may want these",
      ignore: !FETCHES,
      fn: async () => {
        const files = await listGraphicsLibraries(path);
        assert.equal(files.length, 3);
        for (const file of files) {
          assert.match(await Deno.readTextFile(file), /^Not fetched: .*\n$/);
          await Deno.remove(file);
        }
        const manifest = { dependencies: { "onnxruntime-node": "1.30.0" } };
        await Deno.mkdir(join(path, "asking"));
        await Deno.writeTextFile(join(path, "asking/package.json"), JSON.stringify(manifest));
        await prepareInstall(path, "asking");
        assert.deepEqual(await listGraphicsLibraries(path), []);
        await prepareInstall(path, ".");
        assert.deepEqual(await listGraphicsLibraries(path), files);
      },
    });
    const line = ["report", "--quiet", "--csv", "--parquet", "--out"];
    const known = await runCommand([...line, "checkout"], path);
    assert.equal(known.code, 0, known.stderr);
    const expected = await hashTree(join(path, "checkout"));
    const measure = ["measure", "tiny.onnx", "--dataset", "beach.png", "--quiet", "--out"];
    assert.equal((await runCommand([...measure, "checkout.tally"], path)).code, 0);
    const told: string[] = [];
    let turn = 0; // each changes the photo's time to another
    for (const [name, program, args] of listRuntimes(folder)) {
      await t.step(`${name} writes the embedded report`, async () => {
        const { code, stdout, stderr } = await runProgram(
          program,
          [...args, PROGRAM, ...line, name],
          path,
        );
        assert.deepEqual({ code, stdout, stderr }, {
          code: 0,
          stdout: "",
          stderr: known.stderr.replace("checkout", name),
        });
        assert.deepEqual(await hashTree(join(path, name)), expected);
      });
      await t.step(`${name} writes a tally`, async () => {
        const out = `${name}.tally`;
        const all = [...args, PROGRAM, ...measure, out];
        const { code, stderr } = await runProgram(program, all, path);
        const said = `tiny: 1 photo measured\nwrote ${out}\n`;
        assert.deepEqual({ code, stderr }, { code: 0, stderr: said });
        const place = (file: string) => join(path, file);
        assert.equal(await hashFile(place(out)), await hashFile(place("checkout.tally")));
      });
      await t.step(`${name} serves a report, and draws it anew when a photo changes`, async () => {
        const flags = ["--port", "0", "--quiet", "--out", `served-${name}`];
        const all = [...args, PROGRAM, "serve", "--watch", "tiny.onnx", "beach.png", ...flags];
        await using served = followServer(startProgram(program, all, path));
        await served.told(/it is drawn anew when what it is made of changes/);
        await Deno.utime(join(path, "beach.png"), ++turn, turn);
        await served.told(/changed: beach\.png/);
        await served.told(/wrote/);
      });
      await t.step(`${name} runs the library`, async () => {
        const { code, stdout, stderr } = await runProgram(
          program,
          [...args, "library.mjs", `library-${name}`],
          path,
        );
        assert.equal(code, 0, stderr);
        assert.equal(stderr, "");
        told.push(stdout);
      });
    }
    await t.step("the library has types", async () => {
      const args = ["check", "--quiet", "typed.ts"];
      const { code, stderr } = await runProgram(Deno.execPath(), args, path);
      assert.equal(code, 0, stderr);
    });
    await t.step("Node clears away what a killed run left, and ends at Ctrl-C", async () => {
      for (const [signal, left] of [["SIGKILL", 1], ["SIGINT", 0]] as const) {
        await endRun(folder, signal);
        assert.equal((await listDrafts(path)).length, left, signal);
      }
    });
    assert.equal(new Set(told).size, 1, told.join(""));
    assert.equal(JSON.parse(told[0]!).pairs, 4);
  },
});
