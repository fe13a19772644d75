import assert from "node:assert/strict";
import { openSideFiles } from "../../../src/host/output/side_files.ts";
import { listTree, makeTempFolder } from "../../support/temp_folder.ts";

const never = (): boolean => false;

Deno.test("openSideFiles() puts what was appended into its place at commit, with its folders", async () => {
  await using temp = await makeTempFolder();
  const path = `${temp.path}/runs/net/events`;
  const files = openSideFiles();
  await files.begin(path, never);
  await files.append(path, "one ");
  await files.append(path, Uint8Array.of(50));
  assert.deepEqual((await listTree(temp.path)).map((name) => /events/.test(name)), [false]);
  await files.commit();
  assert.deepEqual(await listTree(temp.path), ["runs/net/events"]);
  assert.equal(await Deno.readTextFile(path), "one 2");
  await files.discard();
  assert.deepEqual(await listTree(temp.path), ["runs/net/events"]);
});

Deno.test("openSideFiles() leaves no file and no folder of what it began and did not fill", async () => {
  await using temp = await makeTempFolder({ "there/notes.txt": "mine" });
  const files = openSideFiles();
  await files.begin(`${temp.path}/there/a`, never);
  await files.begin(`${temp.path}/new/deep/b`, never);
  await files.begin(`${temp.path}/new/deep/c`, never);
  await files.commit();
  assert.deepEqual(await listTree(temp.path), ["there/notes.txt"]);
  await assert.rejects(Deno.stat(`${temp.path}/new`), Deno.errors.NotFound);
});

Deno.test("openSideFiles() leaves what stood there when it is discarded, and writes no more", async () => {
  await using temp = await makeTempFolder({ "a": "before" });
  const path = `${temp.path}/a`;
  const files = openSideFiles();
  await files.begin(path, () => true);
  await files.append(path, "after");
  await files.discard();
  const late = files.append(path, "later").then(() => "written");
  assert.equal(await Promise.race([late, Promise.resolve("waits")]), "waits");
  assert.deepEqual(await listTree(temp.path), ["a"]);
  assert.equal(await Deno.readTextFile(path), "before");
});

Deno.test("openSideFiles() asks whose a file is by its first bytes, and of an empty one not", async () => {
  await using temp = await makeTempFolder({ "own": "own 1", "foreign": "else", "empty": "" });
  const files = openSideFiles();
  const isOwn = (head: Uint8Array): boolean => new TextDecoder().decode(head).startsWith("own");
  await files.begin(`${temp.path}/own`, isOwn);
  await files.begin(`${temp.path}/empty`, isOwn);
  await assert.rejects(
    files.begin(`${temp.path}/foreign`, isOwn),
    /^TypeError: Cannot write ".*foreign": it is another file; name a new one, or move it away$/,
  );
  await files.discard();
  assert.deepEqual(await listTree(temp.path), ["empty", "foreign", "own"]);
});

Deno.test("openSideFiles() says why a place cannot be written", async () => {
  await using temp = await makeTempFolder({ "file": "", "folder/x": "" });
  const files = openSideFiles();
  await assert.rejects(
    files.begin(`${temp.path}/file/a`, never),
    /^Error: Cannot write ".*file\/a": a part of its path is no folder$/,
  );
  await assert.rejects(
    files.begin(`${temp.path}/folder`, never),
    /^Error: Cannot write ".*folder": it is a folder$/,
  );
});
