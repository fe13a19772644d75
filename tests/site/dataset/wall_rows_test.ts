import assert from "node:assert/strict";
import { describeOn, isNeverOn, viewWallRows } from "../../../src/site/dataset/wall_rows.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layoutPatches, makeDatasetColumns } from "../../support/report/made_dataset.ts";

const numbers = makeDatasetColumns({ pairs: 10 });
const subject = {
  ...{ numbers, words: WORDS.en, labels: ["tabby", "dog", "red disc"] },
  patches: { strongest: layoutPatches(10, 16, 11), middle: null },
  link: (file: string): string => file,
};

Deno.test("viewWallRows() says of kernels in an order how often they are on, and their best label", () => {
  const rows = viewWallRows(subject, [2, 0]);
  assert.deepEqual(rows.map(({ index, name, said }) => ({ index, name, said })), [
    { index: "2", name: "Pair 2", said: "On in 52\u202f% of 50,000 photos; red disc 0.98" },
    { index: "0", name: "Pair 0", said: "On in 0.02\u202f% of 50,000 photos" },
  ]);
});

Deno.test("viewWallRows() shows as many patches as stand in a row, or as there are photos", () => {
  const count = (photos: number): string =>
    viewWallRows({ ...subject, numbers: { ...numbers, photos } }, [3])[0]!.patches!.box;
  assert.equal(count(50_000), "0 33 88 11");
  assert.equal(count(1), "0 33 11 11");
});

Deno.test("viewWallRows() shows no more patches than there are photos that a kernel is on in", () => {
  const rare = { ...numbers, onPhotos: numbers.onPhotos.map(() => 3 / 50_000) };
  assert.equal(viewWallRows({ ...subject, numbers: rare }, [3])[0]!.patches!.box, "0 33 33 11");
  const below = { ...rare, min: rare.min.map(() => -2) };
  assert.equal(viewWallRows({ ...subject, numbers: below }, [3])[0]!.patches!.box, "0 33 88 11");
});

Deno.test("viewWallRows() shows no patch of a kernel that is never on", () => {
  const [row] = viewWallRows(subject, [1]);
  assert.equal(row!.patches, null);
  assert.equal(row!.said, "Never on in 50,000 photos");
});

Deno.test("describeOn() says in Chinese how often a map is on", () => {
  assert.equal(
    describeOn(numbers, WORDS["zh-CN"], 0),
    "在 50,000 张照片的 0.02\u202f%中激活",
  );
});

Deno.test("isNeverOn() tells zeros from values that are all below", () => {
  const below = { ...numbers, min: [-3], max: [0] };
  assert.equal(isNeverOn(below, 0), false);
  assert.equal(isNeverOn(numbers, 1), true);
});
