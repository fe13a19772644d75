import assert from "node:assert/strict";
import { join } from "node:path";
import { loadConfig } from "../../../src/host/file/config_file.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

const fields = 'models: [{ path: "a.onnx" }], images: ["b.jpg"]';

Deno.test("loadConfig() reads JSON with comments", async () => {
  await using folder = await makeTempFolder({
    "my.json": '{ /* one */ "models": [{"path": "a.onnx"}], "images": ["b.jpg"], }',
  });
  const { config, folder: base } = await loadConfig(join(folder.path, "my.json"));
  assert.equal(config.models[0]!.name, "a");
  assert.equal(base, folder.path);
});

Deno.test("loadConfig() imports the default export of a TypeScript file", async () => {
  await using folder = await makeTempFolder({
    "my.config.ts": `const title: string = "typed"; export default { title, ${fields} };`,
  });
  const { config } = await loadConfig(join(folder.path, "my.config.ts"));
  assert.equal(config.title, "typed");
});

// [what, file, content, message]
const refused: readonly [string, string, string, RegExp][] = [
  ["JSON that is none", "a.json", '{ "models": [ ', /^Cannot parse config "a\.json": 1:15 /],
  [
    "a module that throws",
    "a.config.ts",
    "throw new Error('x');",
    /^Cannot load config ".*Error: x/,
  ],
  ["a module that is none", "b.config.ts", "export default {", /^Cannot load config "/],
  ["a module without a default", "c.config.ts", "export const a = 1;", /^Cannot parse config "c\./],
  [
    "a mistake",
    "d.config.ts",
    `export default { ${fields}, x: 1 };`,
    /: 1 problem\n {2}x: unknown/,
  ],
];

for (const [what, file, content, message] of refused) {
  Deno.test(`loadConfig() refuses ${what}`, async () => {
    await using folder = await makeTempFolder({ [file]: content });
    await assert.rejects(loadConfig(join(folder.path, file)), { message });
  });
}

Deno.test("loadConfig() refuses a missing file, JSON or TypeScript alike", async () => {
  await using folder = await makeTempFolder();
  for (const name of ["none.json", "none.config.ts"]) {
    await assert.rejects(loadConfig(join(folder.path, name)), {
      message: /^Cannot read config ".*": there is no such file$/,
    });
  }
});

Deno.test("loadConfig() finds the config of a folder by its usual names, else takes the embedded one", async () => {
  const text = `{ ${fields.replace(/(\w+):/g, '"$1":')} }`;
  for (const name of ["convatlas.json", "convatlas.jsonc"]) {
    await using folder = await makeTempFolder({ [name]: text });
    const found = await loadConfig(undefined, folder.path);
    assert.equal(found.origin, "found");
    assert.equal(found.config.models[0]!.name, "a");
  }
  await using empty = await makeTempFolder({ "sub/a.txt": "", "convatlas.json": text });
  const found = await loadConfig(undefined, join(empty.path, "sub"));
  assert.equal(found.origin, "embedded", "a config above a folder elsewhere is not the user's");
});
