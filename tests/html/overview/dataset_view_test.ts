import assert from "node:assert/strict";
import { viewDataset } from "../../../src/html/overview/dataset_view.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { DATASET_REPORT } from "../../support/report/made_dataset.ts";

const dataset = DATASET_REPORT.dataset!;

Deno.test("viewDataset() says how large a dataset is, and names what could not be measured", () => {
  const { said, broken, named, more } = viewDataset(dataset, WORDS.en)!;
  assert.match(said, /^Kernels were measured on 50,000 photos more, 5(\.0)? GB, with 3 labels/);
  assert.equal(broken, "2 photos of these could not be measured");
  assert.deepEqual(named, dataset.broken);
  assert.equal(more, null);
});

Deno.test("viewDataset() counts a photo once that no model takes, and does not name thousands", () => {
  const broken = Array.from({ length: 300 }, (_, i) => {
    return { path: `${i % 150}.jpg`, model: null, message: "cut off" };
  });
  const view = viewDataset({ ...dataset, labels: null, broken }, WORDS.en)!;
  assert.equal(view.broken, "150 photos of these could not be measured");
  assert.equal(view.named.length, 100);
  assert.equal(view.more, "And 200 more in");
  assert.doesNotMatch(view.said, /label/);
});

Deno.test("viewDataset() says nothing where there is none, and of no loss where all were measured", () => {
  assert.equal(viewDataset(null, WORDS.en), null);
  assert.equal(viewDataset({ ...dataset, broken: [] }, WORDS.en)!.broken, null);
});
