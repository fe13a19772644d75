import assert from "node:assert/strict";
import { viewWall } from "../../../src/html/layer/wall_view.ts";
import { DATASET_SUBJECTS } from "../../support/report/template_views.ts";

const [first, , , bare] = DATASET_SUBJECTS;

Deno.test("viewWall() heads the kernels of a layer, and says which patches are empty", () => {
  const { heading, rows, first: still, missing } = viewWall(first!)!;
  assert.equal(heading, "What excites the 10 kernels of conv1 in 50,000 photos");
  assert.deepEqual(rows.map(({ index }) => Number(index)), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.equal(still, null);
  assert.match(missing!, /^One patch is empty/);
});

Deno.test("viewWall() holds the first kernels of many", () => {
  const many = { ...first!, layer: { ...first!.layer, pairs: 64 } };
  const { rows, first: still } = viewWall(many)!;
  assert.equal(rows.length, 24);
  assert.match(still!, /first 24 of 64 kernels/);
});

Deno.test("viewWall() shows none without pictures, and none without a dataset", () => {
  assert.equal(viewWall(bare!), null);
  assert.equal(viewWall({ ...first!, measures: { ...first!.measures, dataset: null } }), null);
});
