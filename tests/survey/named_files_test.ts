import assert from "node:assert/strict";
import { createFiles } from "../../src/host/file/files.ts";
import { type NamedFiles, sortNamedFiles } from "../../src/survey/named_files.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

const TREE = {
  "a.onnx": "",
  "b.ONNX": "",
  "cat.JPG": "",
  "[x] y.png": "",
  "model.pt": "",
  "notes.txt": "",
  "photos/dog.webp": "",
  "photos/IMG.heic": "",
  "photos/Thumbs.db": "",
  "hub/model.onnx": "",
  "hub/model.onnx.data": "",
  "hub/model.onnx_data_1": "",
  "hub/config.json": "",
  "hub/preprocessor_config.json": "",
  "saved/saved_model.pb": "",
  "texts/a.txt": "",
  "set/b/c.png": "",
};

async function sort(...names: readonly string[]): Promise<NamedFiles> {
  await using folder = await makeTempFolder(TREE);
  return await sortNamedFiles(names, createFiles(folder.path), ["report", "layers"]);
}

// [what, names, models, photos, skipped]
const cases: readonly [string, string[], string[], string[], string[]][] = [
  ["files in any order", ["cat.JPG", "b.ONNX", "[x] y.png", "a.onnx"], ["b.ONNX", "a.onnx"], [
    ...["cat.JPG", "[x] y.png"],
  ], []],
  ["a folder of photos", ["photos/"], [], ["photos/dog.webp"], [
    ...["photos/IMG.heic", "photos/Thumbs.db"],
  ]],
  ["a folder with a model and what is read with it", ["hub"], ["hub/model.onnx"], [], [
    "hub/config.json",
  ]],
  ["a recipe without its model", ["hub/*.json", "cat.JPG"], [], ["cat.JPG"], [
    ...["hub/config.json", "hub/preprocessor_config.json"],
  ]],
  ["globs", ["*.onnx", "**/*.{webp,txt}"], ["a.onnx", "b.ONNX"], ["photos/dog.webp"], [
    ...["notes.txt", "texts/a.txt"],
  ]],
  ["what a shell makes of a glob", ["notes.txt", "cat.JPG"], [], ["cat.JPG"], ["notes.txt"]],
  ["what is named twice", ["./cat.JPG", "cat.JPG", "*.jpg"], [], ["cat.JPG"], []],
  [
    "models of other tools, to be refused with advice",
    ["model.pt", "saved"],
    [
      ...["model.pt", "saved"],
    ],
    [],
    [],
  ],
  ["photos that are not read, to be refused with advice", ["photos/IMG.heic"], [], [
    "photos/IMG.heic",
  ], []],
  ["nothing", [], [], [], []],
];

for (const [what, names, models, photos, skipped] of cases) {
  Deno.test(`sortNamedFiles() sorts ${what}`, async () => {
    assert.deepEqual(await sort(...names), { models, photos, skipped });
  });
}

// [what, names, message]
const refused: readonly [string, string[], RegExp][] = [
  ["a slip", ["cta.JPG"], /no file matches "cta.JPG"; the folder "." holds .*mean "cat.JPG"\?$/],
  ["a slip in the ending", ["cat.JPEG"], /mean "cat.JPG"\?$/],
  ["what nothing is like", ["dog.gif"], /holds [^?]*$/],
  [
    "a folder of folders",
    ["set/"],
    /"set\/" itself holds neither .*; "set\/\*\*\/\*\.png" names those in its own folders$/,
  ],
  ["a slip in a folder", ["photos/dog.wep"], /mean "photos\/dog.webp"\?$/],
  ["a command's slip", ["reprot"], /did you mean "report"\?$/],
  [
    "a glob",
    ["photos/*.gif"],
    /"photos\/\*.gif"; the folder "photos" holds photos\/IMG.heic, [^?]*$/,
  ],
  ["an address", ["https://a.b/c.onnx"], /is an address, and no connection is opened/],
  [
    "what is neither",
    ["notes.txt", "texts"],
    /neither an \.onnx file nor a photo: notes.txt, texts\/a.txt/,
  ],
  [
    "photos that are not read alone",
    ["photos/*.heic", "notes.txt"],
    /2 problems\n.*save it as JPEG, PNG or AVIF: photos\/IMG\.heic\n.*neither .*: notes\.txt$/,
  ],
  [
    "a folder without files",
    ["pictures"],
    /"pictures", and none is in a folder of that name; the folder "\." holds /,
  ],
  ["two at once", ["no.jpg", "none.onnx"], /2 problems\n.*"no.jpg".*\n.*"none.onnx"/],
];

for (const [what, names, message] of refused) {
  Deno.test(`sortNamedFiles() refuses ${what}`, async () => {
    await assert.rejects(sort(...names), message);
  });
}
