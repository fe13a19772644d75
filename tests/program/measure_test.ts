import assert from "node:assert/strict";
import { join } from "node:path";
import { readTally } from "../../src/tally/tally_file.ts";
import { runCommand, signalRun, startCommand } from "../support/program/command.ts";
import { countRounds, createChance } from "../support/rounds.ts";
import { hashTree, listTree, makeTempFolder, type TempFolder } from "../support/temp_folder.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";

const SCENES = ["balloons", "beach"];

async function readScene(name: string): Promise<Uint8Array> {
  return await Deno.readFile(new URL(`../../fixtures/scenes/${name}.png`, import.meta.url));
}

async function makeProject(): Promise<TempFolder> {
  const config = {
    models: [{ path: "tiny.onnx", preprocess: "unit" }],
    images: ["set/a/0.png"],
    dataset: { images: ["set/*/*.png"], labels: "folder" },
  };
  const scenes = await Promise.all(SCENES.map(readScene));
  const photos = Array.from(
    { length: 12 },
    (_, i) => [`set/${"abc"[i % 3]}/${i}.png`, scenes[i % 2]!],
  );
  return await makeTempFolder({
    "convatlas.json": JSON.stringify(config),
    "tiny.onnx": encodeTinyModel(),
    ...Object.fromEntries(photos),
    "set/b/broken.png": "no photo",
  });
}

Deno.test("parts of a dataset are measured one by one, kept where they are whole, and merged", async () => {
  await using folder = await makeProject();
  const { path } = folder;
  const measure = (...args: string[]) => runCommand(["measure", "--quiet", ...args], path);
  const whole = await measure();
  assert.equal(whole.code, 0, whole.stderr);
  assert.match(whole.stderr, /^left out: tiny on set\/b\/broken\.png: Cannot decode image/m);
  assert.match(whole.stderr, /^tiny: 12 photos measured\nwrote convatlas\.tally$/m);
  for (const part of [3, 1, 2]) await measure("--shard", `${part}/3`);
  const again = await measure("--shard", "2/3");
  assert.equal(again.stderr, "kept part-2.tally: it is whole, and of the same photos and models\n");
  const parts = [2, 3, 1].map((part) => `part-${part}.tally`);
  const merged = await runCommand(["merge", ...parts, "--out", "all.tally"], path);
  assert.equal(merged.code, 0, merged.stderr);
  const read = (name: string) => Deno.readTextFile(join(path, name));
  assert.equal(await read("all.tally") === await read("convatlas.tally"), true);
  const report = async (name: string, ...args: string[]) => {
    const made = await runCommand(["report", "--quiet", ...args, "--out", name], path);
    assert.equal(made.code, 0, made.stderr);
    return await hashTree(join(path, name));
  };
  assert.deepEqual(await report("of-parts", "--tally", "all.tally"), await report("of-itself"));
});

Deno.test("merge refuses parts that are missing, doubled, foreign or cut off, by their names", async () => {
  await using folder = await makeProject();
  const { path } = folder;
  const measure = (...args: string[]) => runCommand(["measure", "--quiet", ...args], path);
  for (const part of [1, 2]) await measure("--shard", `${part}/3`);
  await measure("--shard", "3/3", "--layers", "#0", "--out", "other.tally");
  await Deno.writeFile(
    join(path, "cut.tally"),
    (await Deno.readFile(join(path, "part-1.tally"))).slice(0, -9),
  );
  const merge = async (...parts: string[]): Promise<string> => {
    const { code, stderr } = await runCommand(["merge", ...parts], path);
    assert.equal(code, 2);
    return stderr;
  };
  assert.match(await merge("part-1.tally", "part-2.tally"), /part 3 of 3 is missing/);
  assert.match(await merge("part-1.tally", "part-1.tally"), /both hold part 1 of 3/);
  assert.match(
    await merge("part-1.tally", "other.tally"),
    /"other\.tally" with "part-1\.tally": other layers of tiny were measured/,
  );
  assert.match(await merge("cut.tally"), /"cut\.tally": it is not whole/);
  assert.match(await merge("tiny.onnx"), /"tiny\.onnx": it is no tally/);
  assert.match(await merge("gone.tally"), /"gone\.tally": there is no such file/);
});

Deno.test("what stands in the place of a tally and is none stays", async () => {
  await using folder = await makeProject();
  const { code, stderr } = await runCommand(["measure", "--out", "tiny.onnx"], folder.path);
  assert.equal(code, 2);
  assert.match(stderr, /Cannot write "tiny\.onnx": it is another file/);
});

Deno.test("a part whose photos are all broken is a part, and a dataset of them is none", async () => {
  await using folder = await makeProject();
  const measure = async (...args: string[]) => {
    const named = ["measure", "--quiet", "--dataset", "set/b/broken.png", ...args];
    return await runCommand(named, folder.path);
  };
  const part = await measure("--shard", "2/2");
  assert.equal(part.code, 0, part.stderr);
  assert.match(part.stderr, /^left out: tiny on set\/b\/broken\.png/);
  assert.equal((await measure("--shard", "1/2")).code, 0);
  assert.equal((await measure()).code, 1);
  const merged = await runCommand(["merge", "part-1.tally", "part-2.tally"], folder.path);
  assert.match(merged.stderr, /^left out: tiny on set\/b\/broken\.png/);
  assert.equal(merged.code, 1);
});

Deno.test("a measurement that is to end leaves nothing, and tells a scheduler by what", async () => {
  await using folder = await makeProject();
  const before = await listTree(folder.path);
  const child = startCommand(["measure", "--quiet"], folder.path);
  await waitForDraft(folder.path);
  signalRun(child, "SIGTERM");
  assert.equal((await child.output()).code, 143);
  assert.deepEqual(await listTree(folder.path), before);
});

async function waitForDraft(folder: string): Promise<void> {
  for (;;) {
    for await (const { name } of Deno.readDir(folder)) if (name.startsWith(".")) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

Deno.test("mistakes of options that stand in for fields are told by the options", async () => {
  await using folder = await makeProject();
  const { code, stderr } = await runCommand(["measure", "--layers", "none"], folder.path);
  assert.equal(code, 2);
  assert.match(stderr, /^ {2}--layers: Cannot select layers "none": it matches none of 2 layers/m);
});

Deno.test("parts are counted from 1", async () => {
  for (const shard of ["0/8", "9/8", "8"]) {
    const { code, stderr } = await runCommand(["measure", "--shard", shard], ".");
    assert.equal(code, 2);
    assert.match(stderr, /a shard is one of so many parts, counted from 1, such as 3\/16/);
  }
});

Deno.test("a measurement needs a dataset, and says how to name one", async () => {
  await using folder = await makeTempFolder({ "tiny.onnx": encodeTinyModel() });
  const { code, stderr } = await runCommand(["measure", "tiny.onnx"], folder.path);
  assert.equal(code, 2);
  assert.match(stderr, /the config has no "dataset"; --dataset/);
});

Deno.test("a measurement that is killed at any moment leaves no part that is not whole", async () => {
  await using folder = await makeProject();
  const random = createChance(16);
  const args = ["measure", "--quiet", "--shard", "1/1", "--out", "part.tally"];
  const started = performance.now();
  await runCommand(args, folder.path);
  const lasts = Math.round(performance.now() - started);
  const place = join(folder.path, "part.tally");
  const whole = await Deno.readFile(place);
  for (let n = 0; n < countRounds(5, 50); n++) {
    await Deno.remove(place).catch(() => {});
    const child = startCommand(args, folder.path);
    await new Promise((resolve) => setTimeout(resolve, random.whole(0, lasts)));
    signalRun(child, "SIGKILL");
    await child.output();
    const left = await Deno.readFile(place).catch(() => null);
    if (left !== null) {
      assert.deepEqual(readTally(left, "part.tally").shards, readTally(whole, "").shards);
    }
  }
  assert.equal((await runCommand(args, folder.path)).code, 0);
  const files = await Array.fromAsync(Deno.readDir(folder.path), ({ name }) => name);
  assert.deepEqual(files.filter((name) => name.startsWith(".")), []);
});
