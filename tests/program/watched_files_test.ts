import assert from "node:assert/strict";
import { join, relative } from "node:path";
import { parseConfig } from "../../src/config/parse.ts";
import { listWatched, type WatchedFiles } from "../../src/program/watched_files.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

const files = {
  "convatlas.json": "",
  "net/model.onnx": "",
  "net/model.onnx.data": "",
  "net/preprocessor_config.json": "",
  "net/notes.txt": "",
  "photos/a.jpg": "",
  "photos/in/b.jpg": "",
  "photos/notes.txt": "",
  "right.png": "",
  "reviews/ana.json": "",
};

const config = parseConfig({
  models: [{
    path: "net/model.onnx",
    preprocess: "own/vit.json",
    inputs: { right: { photo: "right.png" }, count: 3 },
  }],
  images: ["photos/**/*.jpg", { path: "cat.png" }],
  reviews: ["reviews/*.json"],
  dataset: { images: ["set/*.jpg", "set.tar"], labels: "labels.csv" },
  tally: "all.tally",
});

/** Lists what lies in a folder, relative to it. */
async function list(folder: string): Promise<WatchedFiles> {
  const request = { config, folder, source: "convatlas.json", origin: "named" } as const;
  const watched = await listWatched([], request);
  const own = (paths: readonly string[]): string[] =>
    paths.map((path) => relative(folder, path)).filter((path) => !path.startsWith(".."));
  return { paths: own(watched.paths), shallow: own(watched.shallow), deep: own(watched.deep) };
}

Deno.test("listWatched() lists the files that a report is made of, those that are missing too", async () => {
  await using folder = await makeTempFolder(files);
  const { paths } = await list(folder.path);
  assert.deepEqual(paths.filter((path) => !path.includes("*")), [
    "all.tally",
    "cat.png",
    "convatlas.json",
    "labels.csv",
    "net/config.json",
    "net/model.onnx",
    "net/model.onnx.data",
    "net/preprocessor_config.json",
    "own/vit.json",
    "photos/a.jpg",
    "photos/in/b.jpg",
    "reviews/ana.json",
    "right.png",
    "set.tar",
  ]);
});

Deno.test("listWatched() lists the folders in which others may come", async () => {
  await using folder = await makeTempFolder(files);
  const { shallow, deep } = await list(folder.path);
  assert.deepEqual(deep, ["photos"]);
  for (const own of ["", "net", "own", "reviews"]) assert(shallow.includes(own), own);
  assert(!shallow.includes("photos"));
});

Deno.test("listWatched() lists what the command line names, with what folders hold", async () => {
  await using folder = await makeTempFolder(files);
  const photos = relative("", join(folder.path, "photos"));
  const request = { config, folder: folder.path, source: "", origin: "embedded" } as const;
  const { paths, shallow } = await listWatched([photos], request);
  assert(paths.includes(join(folder.path, "photos/a.jpg")));
  assert(shallow.includes(join(folder.path, "photos")));
});

Deno.test("listWatched() lists what tells of preprocessing above a folder onnx/, and watches there", async () => {
  await using folder = await makeTempFolder(files);
  const hub = parseConfig({ models: [{ path: "hub/onnx/model.onnx" }], images: ["cat.png"] });
  const request = { config: hub, folder: folder.path, source: "", origin: "embedded" } as const;
  const { paths, shallow } = await listWatched([], request);
  for (const name of ["preprocessor_config.json", "config.json"]) {
    for (const place of ["hub/onnx", "hub"]) assert(paths.includes(join(folder.path, place, name)));
  }
  assert(shallow.includes(join(folder.path, "hub")));
});
