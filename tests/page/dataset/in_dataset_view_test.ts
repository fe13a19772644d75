import assert from "node:assert/strict";
import { viewInDataset } from "../../../src/page/dataset/in_dataset_view.ts";
import { gatherDatasetFile } from "../../../src/site/dataset/dataset_file.ts";
import { WORDS } from "../../../src/words/translations.ts";
import {
  DATASET_LAYERS,
  DATASET_REPORT,
  makeDatasetColumns,
} from "../../support/report/made_dataset.ts";

const [model] = DATASET_REPORT.models;
const [layer] = model!.layers;
const numbers = DATASET_LAYERS[0]!.dataset!;
const labels = ["tabby", "dog", "red disc"];
const subject = {
  ...{ data: { layer: layer!, labels }, numbers, words: WORDS.en },
  cells: gatherDatasetFile(numbers, model!),
  link: (file: string): string => file,
};

Deno.test("viewInDataset() says how often and how strongly a kernel is on", () => {
  const { heading, said } = viewInDataset(subject, 2);
  assert.equal(heading, "In 50,000 photos of the dataset");
  assert.equal(said, "On in 52\u202f% of 50,000 photos; 1\u202f% of all cells; mean 2.25 ± 0.5");
});

Deno.test("viewInDataset() shows the patches of a kernel, the photos of both kinds by name", () => {
  const [strongest, middle] = viewInDataset(subject, 2).patches;
  assert.equal(strongest!.heading, "Excited most by");
  assert.deepEqual(strongest!.cells.map(({ of, at, value }) => [of, at, value].join(" ")), [
    "strongest 0 12",
    "strongest 1 11",
    "strongest 2 10",
    "strongest 3 9",
  ]);
  assert.equal(strongest!.cells[0]!.title, "12 in val/cat.jpg, tabby");
  assert.equal(strongest!.cells[2]!.tile!.box, "22 22 11 11");
  assert.equal(middle!.cells.length, 1);
});

Deno.test("viewInDataset() tells labels with their AUC and mean, and how selective a kernel is", () => {
  const { losses, said } = viewInDataset(subject, 2).labels!;
  assert.deepEqual(losses, [
    { without: "red disc", bar: "96%", share: "0.98", spread: "4.1" },
    { without: "tabby", bar: "50%", share: "0.75", spread: "2" },
  ]);
  assert.equal(said, "mean of all labels 0.6; selectivity 0.80");
  const none = viewInDataset(subject, 3).labels!;
  assert.deepEqual(none.losses, []);
  assert.match(none.said, /^It tells no label .*; mean of all labels 0.6; selectivity 0.80$/);
});

Deno.test("viewInDataset() names the kernel that goes best with one, and those that are the same", () => {
  const [likest, merged] = viewInDataset(subject, 3).others;
  assert.equal(likest!.says, "Goes best, over 256 photos, with");
  assert.deepEqual(likest!.kernels, [{ index: "4", name: "Pair 4" }]);
  assert.equal(likest!.rest, "r 0.15");
  assert.deepEqual(merged!.kernels, [{ index: "4", name: "Pair 4" }]);
  assert.equal(viewInDataset(subject, 2).others.length, 1);
});

Deno.test("viewInDataset() tells what maps need as far as it was tried", () => {
  const { head, losses } = viewInDataset(subject, 2).depends!;
  assert.equal(head, "How much of its maps needs, median of 32 photos");
  assert.deepEqual(losses, [
    { without: "colour", bar: "42%", share: "0.42", spread: "0.30 to 0.50" },
  ]);
});

Deno.test("viewInDataset() names the measures that it tells, as they are explained", () => {
  const names = (k: number) => viewInDataset(subject, k).explained.map(({ id }) => id);
  assert.deepEqual(names(2), [
    ...["onPhotos", "onCells", "datasetMean", "datasetDeviation", "datasetMin", "datasetMax"],
    ...["selectivity", "auc", "likest", "datasetColour"],
  ]);
  assert.deepEqual(names(5), ["onPhotos", "onCells"]);
});

Deno.test("viewInDataset() says nothing of cells where a kernel is never on, or nothing is finite", () => {
  const never = viewInDataset(subject, 1);
  assert.equal(never.said, "Never on in 50,000 photos; mean 0 ± 0");
  assert.deepEqual([never.patches, never.range], [[], null]);
  const broken = viewInDataset(subject, 5);
  assert.match(broken.said, /; 3 cells are not finite$/);
  const single = { ...numbers, nonFinite: numbers.nonFinite.map(() => 1) };
  assert.match(viewInDataset({ ...subject, numbers: single }, 5).said, /; 1 cell is not finite$/);
  assert.deepEqual([broken.range, broken.depends, broken.others], [null, null, []]);
});

Deno.test("viewInDataset() stands by its numbers without cells, labels and pictures", () => {
  const bare = {
    ...makeDatasetColumns({ pairs: 10 }),
    ...{ labels: null, likeness: null, colour: null, detail: null },
  };
  const view = viewInDataset({ ...subject, numbers: bare, cells: null }, 2);
  assert.deepEqual(
    [view.patches, view.labels, view.others, view.depends],
    [[], null, [], null],
  );
  const withoutPictures = { ...subject, data: { layer: { ...layer!, patches: null }, labels } };
  const [strongest] = viewInDataset(withoutPictures, 2).patches;
  assert.deepEqual(strongest!.cells.map(({ tile }) => tile), [null, null, null, null]);
});
