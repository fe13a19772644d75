import assert from "node:assert/strict";
import { join } from "node:path";
import { createFiles } from "../../../src/host/file/files.ts";
import { findNamedFile } from "../../../src/host/file/named_file.ts";
import { encodeTinyModel } from "../../support/model/tiny_model.ts";
import { makeTempFolder, type TempFolder } from "../../support/temp_folder.ts";

const LEADS_OUT = /a link leads it out of its folder; name the file that the link leads to$/;

/** Makes a folder of a project beside a secret, with links by their places. */
async function makeLinks(links: Readonly<Record<string, string>>): Promise<TempFolder> {
  const folder = await makeTempFolder({
    "secret/key.jpg": "secret",
    "project/photos/cat.jpg": "cat",
    "project/tiny.onnx": encodeTinyModel(),
    "hub/models--a/blobs/1f": encodeTinyModel(),
    "hub/models--a/blobs/2e": Uint8Array.of(1, 2, 3),
    "hub/models--a/snapshots/rev/onnx/config.json": "{}",
  });
  for (const [place, target] of Object.entries(links)) {
    await Deno.symlink(target, join(folder.path, place));
  }
  return folder;
}

// [what, links, file that is named]
const refused: readonly [string, Readonly<Record<string, string>>, string][] = [
  ["a link to a file elsewhere", { "project/a.jpg": "../secret/key.jpg" }, "a.jpg"],
  ["a link by its whole path", { "project/a.jpg": "/etc/hostname" }, "a.jpg"],
  ["a file in a folder that is a link", { "project/out": "../secret" }, "out/key.jpg"],
  ["a link to a link that leads out", {
    "project/a.jpg": "b.jpg",
    "project/b.jpg": "../secret/key.jpg",
  }, "a.jpg"],
  ["a link as of Hugging Face's cache whose blobs are a link themselves", {
    "project/blobs": "../secret",
    "project/snapshots": "photos",
    "project/photos/rev": ".",
    "project/photos/a.jpg": "../blobs/key.jpg",
  }, "snapshots/rev/a.jpg"],
  ["a link in a folder elsewhere that is named", {
    "secret/a.jpg": "../project/photos/cat.jpg",
  }, "../secret/a.jpg"],
];

for (const [what, links, named] of refused) {
  Deno.test({
    name: `findNamedFile() refuses ${what}`,
    ignore: Deno.build.os === "windows",
    fn: async () => {
      await using folder = await makeLinks(links);
      const project = join(folder.path, "project");
      assert.throws(() => findNamedFile(named, project), { name: "TypeError", message: LEADS_OUT });
      await assert.rejects(createFiles(project).read(named), { message: LEADS_OUT });
    },
  });
}

// [what, links, file that is named]
const taken: readonly [string, Readonly<Record<string, string>>, string][] = [
  ["a file", {}, "photos/cat.jpg"],
  ["a file elsewhere, by its own path", {}, "../secret/key.jpg"],
  ["a link within the folder", { "project/a.jpg": "photos/cat.jpg" }, "a.jpg"],
  ["a folder that is a link within it", { "project/b": "photos" }, "b/cat.jpg"],
  ["a link of Hugging Face's cache", {
    "hub/models--a/snapshots/rev/onnx/model.onnx": "../../../blobs/1f",
  }, "../hub/models--a/snapshots/rev/onnx/model.onnx"],
];

for (const [what, links, named] of taken) {
  Deno.test({
    name: `findNamedFile() takes ${what}`,
    ignore: Deno.build.os === "windows",
    fn: async () => {
      await using folder = await makeLinks(links);
      const project = join(folder.path, "project");
      assert.equal(findNamedFile(named, project), join(project, named));
    },
  });
}

Deno.test({
  name: "openModel() reads data beside the model through no link but those of Hugging Face's cache",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    const snapshot = "hub/models--a/snapshots/rev/onnx";
    await using folder = await makeLinks({
      "project/lnk.bin": "../secret/key.jpg",
      [`${snapshot}/model.onnx`]: "../../../blobs/1f",
      [`${snapshot}/model.onnx_data`]: "../../../blobs/2e",
      [`${snapshot}/other_data`]: "../../../../../secret/key.jpg",
    });
    const files = createFiles(folder.path);
    const own = files.openModel("project/tiny.onnx");
    assert.throws(() => own.source.openBeside!("lnk.bin"), { message: LEADS_OUT });
    own.close();
    const cached = files.openModel(`${snapshot}/model.onnx`);
    assert.deepEqual([...cached.source.openBeside!("model.onnx_data").read(0, 3)], [1, 2, 3]);
    assert.throws(() => cached.source.openBeside!("other_data"), { message: LEADS_OUT });
    cached.close();
  },
});

Deno.test({
  name: "findNamedFile() refuses pipes and devices",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    await using folder = await makeTempFolder();
    await new Deno.Command("mkfifo", { args: [join(folder.path, "pipe")] }).output();
    for (const named of ["pipe", "/dev/zero"]) {
      assert.throws(() => findNamedFile(named, folder.path), {
        message: "it is a pipe or a device, no file",
      });
    }
  },
});
