import assert from "node:assert/strict";
import { join } from "node:path";
import type { Config } from "../../../src/config/config.ts";
import { parseConfig } from "../../../src/config/parse.ts";
import { keepMeasurement } from "../../../src/program/dataset/kept_measurement.ts";
import { makeTempFolder, type TempFolder } from "../../support/temp_folder.ts";
import { encodeTinyModel } from "../../support/model/tiny_model.ts";

const SCENE = new URL("../../../fixtures/scenes/beach.png", import.meta.url);

const config = parseConfig({
  models: [{ path: "tiny.onnx", preprocess: "unit" }],
  images: ["set/0.png"],
  dataset: "set/*.png",
});

async function makeProject(): Promise<TempFolder> {
  const scene = await Deno.readFile(SCENE);
  return await makeTempFolder({ "tiny.onnx": encodeTinyModel(), "set/0.png": scene });
}

const SESSION = "session/kept.tally";

async function keep({ path }: TempFolder, asked: Config = config): Promise<Config> {
  const flags = { session: join(path, SESSION), jobs: 1, quiet: true };
  return await keepMeasurement({ config: asked, folder: path, source: "a test" }, flags);
}

Deno.test("keepMeasurement() measures once, and again when the photos are others", async () => {
  await using folder = await makeProject();
  const file = join(folder.path, SESSION);
  assert.equal((await keep(folder)).tally, SESSION);
  const first = await Deno.stat(file);
  await keep(folder, { ...config, title: "another title" });
  assert.equal((await Deno.stat(file)).ino, first.ino);
  await Deno.copyFile(SCENE, join(folder.path, "set/1.png"));
  await keep(folder);
  assert.notEqual((await Deno.stat(file)).ino, first.ino);
});

Deno.test("keepMeasurement() leaves what has a tally, no dataset, or no session", async () => {
  await using folder = await makeProject();
  const told = { ...config, tally: "all.tally" };
  assert.equal(await keep(folder, told), told);
  const without = { ...config, dataset: null };
  assert.equal(await keep(folder, without), without);
  const request = { config, folder: folder.path, source: "a test" };
  assert.equal(await keepMeasurement(request, { quiet: true }), config);
});

Deno.test("keepMeasurement() leaves it to the report to tell why nothing can be measured", async () => {
  await using folder = await makeProject();
  await Deno.writeTextFile(join(folder.path, "tiny.onnx"), "no model");
  assert.equal(await keep(folder), config);
});
