import assert from "node:assert/strict";
import { listBestLabels } from "../../../src/site/dataset/best_labels.ts";
import { makeDatasetColumns } from "../../support/report/made_dataset.ts";

const columns = makeDatasetColumns({ pairs: 10 });
const names = ["tabby", "dog", "red disc"];

Deno.test("listBestLabels() names the labels of a kernel, the best first", () => {
  assert.deepEqual(listBestLabels(columns, names, 2), [
    { name: "red disc", auc: 0.98, mean: 4.1 },
    { name: "tabby", auc: 0.75, mean: 2 },
  ]);
  assert.deepEqual(listBestLabels(columns, names, 3), []);
});

Deno.test("listBestLabels() lists none where photos have none", () => {
  assert.deepEqual(listBestLabels({ labels: null }, names, 2), []);
  assert.deepEqual(listBestLabels(columns, null, 2), []);
});
