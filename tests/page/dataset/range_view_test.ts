import assert from "node:assert/strict";
import { viewRange } from "../../../src/page/dataset/range_view.ts";
import { WORDS } from "../../../src/words/translations.ts";

const quantiles = [[0.25, 2], [0.5, 4], [0.75, 6]].map(([share, value]) => {
  return { share: share!, value: [value!] };
});

Deno.test("viewRange() lays the outermost quantiles and the median between the extremes", () => {
  const view = viewRange({ min: [0], max: [8], quantiles } as never, WORDS.en.dataset, 0)!;
  assert.deepEqual([view.left, view.across, view.middle], ["75.5", "149.0", "M150.0 0V14"]);
  assert.equal(
    view.said,
    "0 to 8; 25\u202f% at most 2, 50\u202f% at most 4, 75\u202f% at most 6",
  );
});

Deno.test("viewRange() tells of equal quantiles the last alone", () => {
  const lower = quantiles.map(({ share }) => ({ share, value: [share > 0.5 ? 6 : 0] }));
  const view = viewRange({ min: [0], max: [8], quantiles: lower } as never, WORDS.en.dataset, 0)!;
  assert.equal(view.said, "0 to 8; 50\u202f% at most 0, 75\u202f% at most 6");
});

Deno.test("viewRange() shows nothing where all cells are alike, or none is finite", () => {
  const flat = { min: [2], max: [2], quantiles };
  assert.equal(viewRange(flat as never, WORDS.en.dataset, 0), null);
  assert.equal(viewRange({ ...flat, min: [null] } as never, WORDS.en.dataset, 0), null);
});
