import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PROGRAM, runDeno } from "../support/program/command.ts";
import { makeTempFolder } from "../support/temp_folder.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SCENE = new URL("../../fixtures/scenes/beach.png", import.meta.url);

interface Tasks {
  readonly tasks: Readonly<Record<string, { readonly command: string }>>;
}

const { tasks }: Tasks = JSON.parse(await Deno.readTextFile(join(ROOT, "deno.json")));

function listPermissions(task: string): string[] {
  return tasks[task]!.command.match(/--allow-\S+/g) ?? [];
}

Deno.test("the task report asks for no network, no programs, the room on the disk and named variables only", () => {
  const kinds = listPermissions("report").map((flag) => flag.split("=")[0]);
  const asked = ["--allow-read", "--allow-write", "--allow-ffi", "--allow-sys", "--allow-env"];
  assert.deepEqual(kinds, asked);
  assert(listPermissions("report").includes("--allow-sys=statfs"));
  assert(listPermissions("report").some((flag) => flag.startsWith("--allow-env=")));
  const layers = listPermissions("layers").map((flag) => flag.split("=")[0]);
  assert.deepEqual(layers, ["--allow-read", "--allow-ffi", "--allow-env"]);
  const slim = listPermissions("slim").map((flag) => flag.split("=")[0]);
  assert.deepEqual(slim, ["--allow-read", "--allow-write", "--allow-sys", "--allow-env"]);
  assert.deepEqual(listPermissions("measure"), listPermissions("report"));
  const merge = listPermissions("merge").map((flag) => flag.split("=")[0]);
  assert.deepEqual(merge, ["--allow-read", "--allow-write", "--allow-env"]);
  const init = listPermissions("init").map((flag) => flag.split("=")[0]);
  assert.deepEqual(init, ["--allow-read", "--allow-write", "--allow-env"]);
});

Deno.test("the task slim needs no more than it asks for", async () => {
  await using folder = await makeTempFolder({ "tiny.onnx": encodeTinyModel() });
  const flags = [...listPermissions("slim"), "--no-prompt"];
  const args = PROGRAM.flatMap((arg) => arg === "--allow-all" ? flags : [arg]);
  const { code, stderr } = await runDeno([...args, "slim", "tiny.onnx"], folder.path);
  assert.equal(code, 0, stderr);
  assert((await Deno.stat(join(folder.path, "tiny-slim.onnx"))).isFile);
});

// Where sharp looks for the C library of a Linux.
const LDD = "/usr/bin/ldd";

Deno.test("a report is made with access to its own folders and the packages alone", async () => {
  const config = { models: [{ path: "tiny.onnx", preprocess: "unit" }], images: ["beach.png"] };
  await using folder = await makeTempFolder({
    "convatlas.json": JSON.stringify(config),
    "tiny.onnx": encodeTinyModel(),
    "beach.png": await Deno.readFile(SCENE),
  });
  const { denoDir } = JSON.parse((await runDeno(["info", "--json"], folder.path)).stdout);
  const env = listPermissions("report").find((flag) => flag.startsWith("--allow-env="))!;
  const narrow = [
    ...[`--allow-read=${[folder.path, ROOT, denoDir, LDD].join(",")}`],
    ...[`--allow-write=${folder.path}`, "--allow-ffi", env, "--no-prompt"],
  ];
  const args = PROGRAM.flatMap((arg) => arg === "--allow-all" ? narrow : [arg]);
  const { code, stderr } = await runDeno([...args, "report", "--quiet"], folder.path);
  assert.equal(code, 0, stderr);
  assert((await Deno.stat(join(folder.path, "dist/index.html"))).isFile);
});
