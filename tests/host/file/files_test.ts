import assert from "node:assert/strict";
import { join } from "node:path";
import { createFiles } from "../../../src/host/file/files.ts";
import { createTinyWorld } from "../../support/report/tiny_site.ts";
import { encodeTinyModel } from "../../support/model/tiny_model.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

const photos = ["p/b.jpg", "p/a.jpg", "p/B.png", "p/ä.jpg", "p/10.jpg", "p/9.jpg", "p/q/deep.jpg"];

async function makePhotos(names: readonly string[]): ReturnType<typeof makeTempFolder> {
  return await makeTempFolder(Object.fromEntries(names.map((name) => [name, "x"])));
}

// [pattern, files]
const patterns: readonly [string, readonly string[]][] = [
  ["p/*.jpg", ["p/10.jpg", "p/9.jpg", "p/a.jpg", "p/b.jpg", "p/ä.jpg"]],
  ["p/**/*.jpg", ["p/10.jpg", "p/9.jpg", "p/a.jpg", "p/b.jpg", "p/q/deep.jpg", "p/ä.jpg"]],
  ["p/{a,b}.jpg", ["p/a.jpg", "p/b.jpg"]],
  ["p/a.jpg", ["p/a.jpg"]],
  ["./p/a.jpg", ["./p/a.jpg"]],
  ["p/*.JPG", ["p/10.jpg", "p/9.jpg", "p/a.jpg", "p/b.jpg", "p/ä.jpg"]],
  ["p/*.{png,jpg}", ["p/10.jpg", "p/9.jpg", "p/B.png", "p/a.jpg", "p/b.jpg", "p/ä.jpg"]],
  ["p", ["p/10.jpg", "p/9.jpg", "p/a.jpg", "p/b.jpg", "p/ä.jpg"]], // of the suffixes asked for
  ["p/", ["p/10.jpg", "p/9.jpg", "p/a.jpg", "p/b.jpg", "p/ä.jpg"]],
  ["p/q", ["p/q/deep.jpg"]],
  ["p/missing.jpg", []],
];

for (const [pattern, expected] of patterns) {
  Deno.test(`list() of "${pattern}" is sorted, however the files lie in the folder`, async () => {
    await using first = await makePhotos(photos);
    await using second = await makePhotos(photos.toReversed());
    assert.deepEqual(await createFiles(first.path).list(pattern, ["jpg"]), expected);
    assert.deepEqual(await createFiles(second.path).list(pattern, ["jpg"]), expected);
  });
}

// [files, pattern, found]
const named: readonly [readonly string[], string, readonly string[]][] = [
  [["p/[1].jpg", "p/1.jpg"], "p/[1].jpg", ["p/[1].jpg"]],
  [["p/*.jpg", "p/a.jpg"], "p/*.jpg", ["p/*.jpg", "p/a.jpg"]],
  [["[x]/a.JPG", "x/b.jpg"], "[x]", ["[x]/a.JPG"]],
  [["IMG_1.JPG", "img_2.jpeg", "c.Jpeg"], "*.jpeg", ["c.Jpeg", "img_2.jpeg"]],
];

for (const [files, pattern, found] of named) {
  Deno.test(`list() of "${pattern}" loses none of ${files.join(", ")}`, async () => {
    await using folder = await makePhotos(files);
    assert.deepEqual(await createFiles(folder.path).list(pattern, ["jpg"]), found);
  });
}

Deno.test("list() looks below a folder where asked, and follows no link back up", {
  ignore: Deno.build.os === "windows",
}, async () => {
  await using folder = await makePhotos(["val/a/1.jpg", "val/b/c/2.JPG", "val/b/notes.md"]);
  await Deno.symlink("..", join(folder.path, "val/b/loop"));
  await Deno.symlink("../a", join(folder.path, "val/b/too"));
  const { list } = createFiles(folder.path);
  const found = ["val/a/1.jpg", "val/b/c/2.JPG", "val/b/too/1.jpg"];
  assert.deepEqual(await list("val/", ["jpg"], { isDeep: true }), found);
  assert.deepEqual(await list("val/**/*.jpg", []), found);
  const below = createFiles(join(folder.path, "val/b"));
  assert.deepEqual(await below.list("../a/**/*.jpg", []), ["../a/1.jpg"]);
  assert.deepEqual(await list("val", ["jpg"]), []);
});

Deno.test("read() gives the bytes of a file", async () => {
  await using folder = await makeTempFolder({ "a/b.bin": Uint8Array.of(1, 2, 3) });
  const { bytes, sha256 } = await createFiles(folder.path).read("a/b.bin");
  assert.deepEqual([...bytes], [1, 2, 3]);
  assert.equal(sha256, "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
});

// [what, path, reason]
const refused: readonly [string, string, string][] = [
  ["a missing file", "no.jpg", "there is no such file"],
  ["a folder", "a", "it is a folder"],
  ["a path within a file", "a/b.bin/c", "a part of its path is no folder"],
  ["a name that is too long", "n".repeat(300), "name too long"],
];

for (const [what, path, reason] of refused) {
  Deno.test(`read() refuses ${what}, and tells no private path`, async () => {
    await using folder = await makeTempFolder({ "a/b.bin": "x" });
    await assert.rejects(createFiles(folder.path).read(path), {
      message: `Cannot read file "${path}": ${reason}`,
    });
  });
}

Deno.test("readText() gives a text, null where there is none, and refuses a long one", async () => {
  const text = "[1]".padEnd(2100);
  await using folder = await makeTempFolder({ "a.json": text });
  const files = createFiles(folder.path);
  assert.equal(await files.readText("a.json", 2100), text);
  assert.equal(await files.readText("b.json", 2100), null);
  assert.equal(await files.readText("a.json/b.json", 2100), null);
  await assert.rejects(files.readText("a.json", 2000), {
    message:
      'Cannot read file "a.json": it has 2.1 kB, more than the 2.0 kB that such a file may have',
  });
});

Deno.test("read() refuses links in a circle", { ignore: Deno.build.os === "windows" }, async () => {
  await using folder = await makeTempFolder();
  await Deno.symlink("loop", `${folder.path}/loop`);
  await assert.rejects(createFiles(folder.path).read("loop"), {
    message: 'Cannot read file "loop": its links lead in a circle',
  });
});

Deno.test("read() refuses a file that changed since it was read", async () => {
  await using folder = await makeTempFolder({ "cat.jpg": "cat" });
  const files = createFiles(folder.path);
  await files.read("cat.jpg");
  await files.read("cat.jpg");
  await Deno.writeTextFile(`${folder.path}/cat.jpg`, "dog");
  await assert.rejects(files.read("cat.jpg"), {
    message: 'Cannot read file "cat.jpg": it changed while the report was made; run again',
  });
});

Deno.test("openModel() hashes the whole file", async () => {
  const model = encodeTinyModel();
  await using folder = await makeTempFolder({ "tiny.onnx": model });
  const file = createFiles(folder.path).openModel("tiny.onnx");
  assert.equal(file.hash(), createTinyWorld().effects.files.openModel("tiny.onnx").hash());
  file.close();
});

Deno.test("openModel() opens the files beside the model", async () => {
  await using folder = await makeTempFolder({
    "nets/tiny.onnx": encodeTinyModel(),
    "nets/weights/w.bin": Uint8Array.of(1, 2, 3, 4),
  });
  const file = createFiles(folder.path).openModel("nets/tiny.onnx");
  const beside = file.source.openBeside!("weights/w.bin");
  assert.deepEqual([...beside.read(1, 3)], [2, 3]);
  assert.throws(() => file.source.openBeside!("none.bin"), {
    message: 'Cannot open file "nets/none.bin": there is no such file',
  });
  file.close();
});
