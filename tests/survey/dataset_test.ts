import assert from "node:assert/strict";
import { parseConfig } from "../../src/config/parse.ts";
import { createFiles } from "../../src/host/file/files.ts";
import { findDataset } from "../../src/survey/dataset.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

const FILES = {
  "val/cat/1.jpg": "x",
  "val/dog/2.jpg": "x",
  "val/3.jpg": "x",
  "val/notes.md": "x",
  "paths.csv": "path,label\ncat/1.jpg,cat\n3.jpg,\n",
  "others.csv": "path,label\n7.jpg,cat\n",
};

interface Found {
  readonly labels: readonly string[] | null;
  readonly labelled: readonly (readonly [string, number | null])[];
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

async function find(labels: string | undefined, images = ["val"]): Promise<Found> {
  await using folder = await makeTempFolder(FILES);
  const { dataset } = parseConfig({
    models: [{ path: "m.onnx" }],
    images: ["a.jpg"],
    dataset: { images, labels },
  });
  const problems: { path: string; message: string }[] = [];
  const found = await findDataset(dataset!, createFiles(folder.path), { problems });
  const labelled = found.photos.map(({ path, label }) => [path, label] as const);
  return { labels: found.facts.labels, labelled, problems };
}

Deno.test("findDataset() takes the photos in and below a folder, and their folders for labels", async () => {
  const { labels, labelled } = await find("folder");
  assert.deepEqual(labels, ["cat", "dog", "val"]);
  assert.deepEqual(labelled, [["val/3.jpg", 2], ["val/cat/1.jpg", 0], ["val/dog/2.jpg", 1]]);
});

Deno.test("findDataset() leaves those without a label that a table does not name", async () => {
  const { labels, labelled, problems } = await find("paths.csv");
  assert.deepEqual(labels, ["cat"]);
  assert.deepEqual(labelled, [["val/3.jpg", null], ["val/cat/1.jpg", 0], ["val/dog/2.jpg", null]]);
  assert.deepEqual(problems, []);
});

Deno.test("findDataset() refuses a table that has no label of a photo", async () => {
  const message = 'no line of "others.csv" has a label of a photo, such as "val/3.jpg"';
  assert.deepEqual((await find("others.csv")).problems, [{ path: "dataset.labels", message }]);
});

Deno.test("findDataset() says that no photo is in or below a folder", async () => {
  const { problems: [problem] } = await find(undefined, ["none"]);
  assert.match(
    problem!.message,
    /^no file matches "none", and none is in or below a folder of that/,
  );
});
