import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EMBEDDED_FILES } from "../../../src/host/file/embedded.ts";
import { serveFolder } from "../../../src/host/serve/server.ts";
import { type Ending, PROGRAM, runDeno } from "../../support/program/command.ts";
import { hashFile, hashTree, listTree, makeTempFolder } from "../../support/temp_folder.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const FIXTURES = join(ROOT, "fixtures");

Deno.test("EMBEDDED_FILES are all of the fixtures but what tells of them", async () => {
  const files = (await listTree(FIXTURES)).filter((path) => !/^make\/|\.md$/.test(path));
  assert.deepEqual([...EMBEDDED_FILES], files);
});

/** Runs a script that loads the embedded default from an address, with the packages that are here. */
async function runFrom(address: string, folder: string, before = ""): Promise<Ending> {
  const script = join(folder, "script.ts");
  await Deno.writeTextFile(
    script,
    `import { loadConfig } from "${address}src/host/file/config_file.ts";
${before}
await using loaded = await loadConfig(undefined, ${JSON.stringify(folder)});
const { folder, origin, config: { title } } = loaded;
await Deno.mkdir("seen");
for (const name of ["miniature.onnx", "scenes"]) await Deno.rename(folder + "/" + name, "seen/" + name);
console.log(JSON.stringify({ folder, origin, title }));`,
  );
  const { denoDir } = JSON.parse((await runDeno(["info", "--json"], folder)).stdout);
  await Deno.mkdir(join(folder, "deno"));
  await Deno.symlink(join(denoDir, "npm"), join(folder, "deno/npm"), { type: "junction" });
  const env = { DENO_DIR: join(folder, "deno"), TMPDIR: folder };
  return await runDeno([...PROGRAM.slice(0, -1), "--no-lock", script], folder, env);
}

Deno.test("openEmbedded() brings the default of a program that runs from a URL, and clears it away", async () => {
  await using folder = await makeTempFolder();
  await using serving = await serveFolder({ folder: ROOT, port: 0 });
  const { code, stdout, stderr } = await runFrom(serving.address, folder.path);
  assert.equal(code, 0, stderr);
  const loaded = JSON.parse(stdout);
  assert.deepEqual([loaded.origin, loaded.title], ["embedded", "A miniature AlexNet"]);
  await assert.rejects(Deno.stat(loaded.folder), Deno.errors.NotFound);
  for (const [path, sha256] of await hashTree(join(folder.path, "seen"))) {
    assert.equal(sha256, await hashFile(join(FIXTURES, path)), path);
  }
});

Deno.test("openEmbedded() says what it cannot bring, and leaves nothing", async () => {
  await using folder = await makeTempFolder();
  await using serving = await serveFolder({ folder: ROOT, port: 0 });
  const refuse = 'globalThis.fetch = () => Promise.resolve(new Response("", { status: 503 }));';
  const { code, stderr } = await runFrom(serving.address, folder.path, refuse);
  assert.equal(code, 1);
  const { href } = new URL("fixtures/convatlas.json", serving.address);
  assert(stderr.includes(`Cannot read embedded default "${href}": the server answers 503`), stderr);
  const left = await Array.fromAsync(Deno.readDir(folder.path), ({ name }) => name);
  assert.deepEqual(left.sort(), ["deno", "script.ts"]);
});
