import assert from "node:assert/strict";
import { join } from "node:path";
import { nameDataFile, writeModel } from "../../../src/host/output/model_output.ts";
import { memorySource } from "../../../src/onnx/wire/joined_source.ts";
import { listTree, makeTempFolder } from "../../support/temp_folder.ts";

const encoder = new TextEncoder();

function source(text: string): ReturnType<typeof memorySource> {
  return memorySource(encoder.encode(text));
}

const options = { force: false, sources: [], verify: () => {} };

Deno.test("writeModel() writes a model, and its weights beside it", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "new", "small.onnx");
  await writeModel(out, { file: source("model"), data: source("weights") }, options);
  assert.equal(nameDataFile(out), "small.onnx.data");
  assert.equal(await Deno.readTextFile(out), "model");
  assert.equal(await Deno.readTextFile(`${out}.data`), "weights");
  assert.deepEqual(await listTree(folder.path), ["new/small.onnx", "new/small.onnx.data"]);
});

Deno.test("writeModel() writes what is larger than it holds at once", async () => {
  await using folder = await makeTempFolder();
  const out = join(folder.path, "large.onnx");
  const bytes = Uint8Array.from({ length: 9_000_000 }, (_, i) => i % 251);
  await writeModel(out, { file: memorySource(bytes), data: null }, options);
  assert.ok((await Deno.readFile(out)).every((byte, i) => byte === i % 251));
});

Deno.test("writeModel() replaces another file only where it is forced to", async () => {
  await using folder = await makeTempFolder({ "a.onnx": "old", "b.onnx.data": "old" });
  const file = source("new");
  const out = join(folder.path, "a.onnx");
  await assert.rejects(writeModel(out, { file, data: null }, options), {
    name: "TypeError",
    message:
      /^Cannot write model to ".*a\.onnx": it is there already; name a new file, or let --force/,
  });
  await assert.rejects(
    writeModel(join(folder.path, "b.onnx"), { file, data: file }, options),
    /^TypeError: Cannot write model to ".*b\.onnx\.data": it is there already/,
  );
  assert.equal(await Deno.readTextFile(out), "old");
  await writeModel(out, { file, data: null }, { ...options, force: true });
  assert.equal(await Deno.readTextFile(out), "new");
});

Deno.test("writeModel() never replaces what the model is read from, by whatever name", async () => {
  await using folder = await makeTempFolder({ "a.onnx": "old", "w.onnx.data": "weights" });
  const [a, link, w] = ["a.onnx", "link.onnx", "w.onnx"].map((name) => join(folder.path, name));
  await Deno.link(a!, link!);
  const forced = { ...options, force: true, sources: [a!, `${w}.data`] };
  for (const out of [a!, link!, w!]) {
    await assert.rejects(
      writeModel(out, { file: source("new"), data: source("new") }, forced),
      /^TypeError: Cannot write model to ".*": the model is read from it; name a new file$/,
    );
  }
  assert.equal(await Deno.readTextFile(a!), "old");
  assert.equal(await Deno.readTextFile(`${w}.data`), "weights");
});

Deno.test("writeModel() leaves all as it was where reading or the last check fails", async () => {
  await using folder = await makeTempFolder({ "a.onnx": "old" });
  const out = join(folder.path, "a.onnx");
  const failing = { byteLength: 3, read: () => assert.fail("gone") };
  const verify = () => assert.fail("changed");
  const forced = { ...options, force: true };
  await assert.rejects(writeModel(out, { file: failing, data: null }, forced), /gone/);
  const model = { file: source("new"), data: null };
  await assert.rejects(writeModel(out, model, { ...forced, verify }), /changed/);
  assert.equal(await Deno.readTextFile(out), "old");
  assert.deepEqual(await listTree(folder.path), ["a.onnx"]);
});

Deno.test("writeModel() asks for a name that is a model's", async () => {
  await assert.rejects(
    writeModel("small", { file: source(""), data: null }, options),
    /^TypeError: Cannot write model to "small": it needs a name that ends with \.onnx$/,
  );
});
