import assert from "node:assert/strict";
import {
  decodeDatasetFile,
  gatherDatasetFile,
  nameDatasetFile,
} from "../../../src/site/dataset/dataset_file.ts";
import { DATASET_REPORT, makeDatasetColumns } from "../../support/report/made_dataset.ts";

const columns = makeDatasetColumns({ pairs: 3 });
const [model] = DATASET_REPORT.models;

Deno.test("nameDatasetFile() names the file beside that of the measures", () => {
  assert.equal(nameDatasetFile("net/layer/layer"), "net/layer/dataset");
});

Deno.test("gatherDatasetFile() finds the small pictures of the photos that a layer names", () => {
  const file = gatherDatasetFile(columns, model!);
  assert.equal(file.named, columns.named);
  const { tile, width, height } = file.pictures!;
  assert.deepEqual({ tile, width, height }, { tile: [0, null], width: [224, 0], height: [112, 0] });
});

Deno.test("gatherDatasetFile() knows of no picture of a photo that the model does not show", () => {
  const named = [{ place: 8, path: "val/dog.jpg", label: null }];
  const { pictures } = gatherDatasetFile({ ...columns, named }, model!);
  assert.deepEqual(pictures!.tile, [null]);
  assert.equal(gatherDatasetFile(columns, { datasetPhotos: null }).pictures, null);
});

Deno.test("decodeDatasetFile() reads what was gathered", () => {
  const file = gatherDatasetFile(columns, model!);
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  assert.deepEqual(decodeDatasetFile(bytes), file);
});
