import assert from "node:assert/strict";
import { openTallyOutput } from "../../../src/host/output/tally_output.ts";
import { listTree, makeTempFolder } from "../../support/temp_folder.ts";

const OWN = '{"format":"convatlas-tally","version":1';

Deno.test("openTallyOutput() lets two runs write the same tally at once", async () => {
  await using folder = await makeTempFolder();
  const out = `${folder.path}/parts/3.tally`;
  {
    await using one = await openTallyOutput(out);
    await using other = await openTallyOutput(out);
    await one.write(`${OWN}, from one`);
    assert.equal(await Deno.readTextFile(out), `${OWN}, from one`);
    await other.write(`${OWN}, from the other`);
  }
  assert.equal(await Deno.readTextFile(out), `${OWN}, from the other`);
  assert.deepEqual(await listTree(folder.path), ["parts/3.tally"]);
});

Deno.test("openTallyOutput() leaves what is there until a tally is whole", async () => {
  await using folder = await makeTempFolder({ "a.tally": OWN });
  const out = `${folder.path}/a.tally`;
  await (await openTallyOutput(out))[Symbol.asyncDispose]();
  assert.equal(await Deno.readTextFile(out), OWN);
  assert.deepEqual(await listTree(folder.path), ["a.tally"]);
});

Deno.test("openTallyOutput() takes the place of no other file", async () => {
  await using folder = await makeTempFolder({ "net.onnx": "else", "folder/a": "" });
  const refused: readonly (readonly [string, RegExp])[] = [
    ["net.onnx", /^TypeError: Cannot write ".*net\.onnx": it is another file; name a new one/],
    ["folder", /^Error: Cannot write ".*folder": it is a folder$/],
    ["net.onnx/a", /^Error: Cannot write ".*net\.onnx\/a": a part of its path is no folder$/],
  ];
  for (const [out, message] of refused) {
    await assert.rejects(openTallyOutput(`${folder.path}/${out}`), message);
  }
});
