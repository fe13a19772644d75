import assert from "node:assert/strict";
import { join } from "node:path";
import { PROGRAM, startCommand, startDeno } from "../support/program/command.ts";
import { followServer, type Served } from "../support/program/served.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";
import { makeTempFolder, type TempFolder } from "../support/temp_folder.ts";

const SCENE = new URL("../../fixtures/scenes/beach.png", import.meta.url);

const config = {
  models: [{ path: "tiny.onnx", preprocess: "unit" }],
  images: ["photos/*"],
};

function startServing(
  { path }: TempFolder,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Served {
  return followServer(startDeno([...PROGRAM, "serve", "--port", "0", ...args], path, env));
}

async function makeProject(files: Readonly<Record<string, string>> = {}): Promise<TempFolder> {
  return await makeTempFolder({
    "convatlas.json": JSON.stringify(config),
    "tiny.onnx": encodeTinyModel(),
    "photos/beach.png": await Deno.readFile(SCENE),
    ...files,
  });
}

Deno.test("serve --watch draws anew what has changed, and keeps the last report where that fails", async () => {
  await using folder = await makeProject();
  await using served = startServing(folder, ["--watch", "--quiet", "--out", "site"]);
  const [, address] = await served.told(/serving "site" at (\S+),/);
  await served.told(/it is drawn anew when what it is made of changes/);
  const read = async (): Promise<{ title: string; images: unknown[] }> =>
    await (await fetch(`${address}report.json`)).json();
  assert.equal((await read()).images.length, 1);

  await Deno.copyFile(SCENE, join(folder.path, "photos/second.png"));
  await served.told(/changed: photos[\\/]second\.png/);
  await served.told(/wrote site/);
  assert.equal((await read()).images.length, 2);

  await Deno.writeTextFile(join(folder.path, "convatlas.json"), "{");
  await served.told(/error: [^]*not drawn: what was there before stays/);
  assert.equal((await read()).images.length, 2);

  const mended = JSON.stringify({ ...config, title: "Mended" });
  await Deno.writeTextFile(join(folder.path, "convatlas.json"), mended);
  await served.told(/wrote site/);
  assert.equal((await read()).title, "Mended");
});

Deno.test("serve --open opens the address, or says that nothing does", async () => {
  await using folder = await makeProject({ "dist/index.html": "", "none/x": "" });
  const opened = join(folder.path, "opened");
  const opener = join(folder.path, Deno.build.os === "darwin" ? "open" : "xdg-open");
  await Deno.writeTextFile(opener, `#!/bin/sh\necho "$1" > "${opened}"\n`);
  await Deno.chmod(opener, 0o755);
  await using served = startServing(folder, ["--open"], { PATH: folder.path });
  const [, address] = await served.told(/serving "dist" at (\S+),/);
  let found = "";
  while (!found.endsWith("\n")) found = await Deno.readTextFile(opened).catch(() => "");
  assert.equal(found, `${address}\n`);

  await using without = startServing(folder, ["--open"], { PATH: join(folder.path, "none") });
  const [, other] = await without.told(/serving "dist" at (\S+),/);
  const [, told] = await without.told(/no browser could be opened: open (\S+) in one/);
  assert.equal(told, other);
});

for (const name of ["photos", "nowhere"]) {
  Deno.test(`serve says that no report is in a folder: ${name}`, async () => {
    await using folder = await makeProject();
    await using served = startServing(folder, [name]);
    await served.told(RegExp(`"${name}" holds no report yet: .* report writes one`));
  });
}

// [what, arguments, stderr]
const misuses: readonly [string, readonly string[], RegExp][] = [
  ["two folders", ["a", "b"], /Cannot serve "b": without --watch/],
  ["an option of report", ["--out", "a"], /Cannot serve "--out": without --watch/],
  ["one file", ["--watch", "--single-file"], /Cannot watch a report with --single-file/],
  ["a report as a source", ["--watch", "site"], /Cannot watch "site": it is a report/],
  ["a word of no option", ["--watch", "--ouput", "x"], /unknown option '--ouput'/],
];

for (const [what, args, words] of misuses) {
  Deno.test(`serve refuses ${what}`, async () => {
    await using folder = await makeProject({ "site/report.json": "{}" });
    const { code, stderr } = await startCommand(["serve", ...args], folder.path).output();
    assert.equal(code, 2);
    assert.match(new TextDecoder().decode(stderr), words);
  });
}
