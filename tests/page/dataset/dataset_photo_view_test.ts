import assert from "node:assert/strict";
import { viewDatasetPhoto } from "../../../src/page/dataset/dataset_photo_view.ts";
import { gatherDatasetFile } from "../../../src/site/dataset/dataset_file.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { DATASET_LAYERS, DATASET_REPORT } from "../../support/report/made_dataset.ts";

const [model] = DATASET_REPORT.models;
const [layer] = model!.layers;
const subject = {
  data: { layer: layer!, labels: ["tabby", "dog", "red disc"], photos: [] },
  cells: gatherDatasetFile(DATASET_LAYERS[0]!.dataset!, model!),
  ...{ words: WORDS.en, link: (href: string): string => href, root: "../../" },
};

Deno.test("viewDatasetPhoto() shows the photo of a cell with what that reads", () => {
  const { title, picture, field, notes } = viewDatasetPhoto(subject, {
    ...{ k: 2, of: "strongest", at: 2 },
  });
  assert.equal(title, "val/cat.jpg; tabby");
  assert.deepEqual(picture, {
    ...{ href: "../../net-1.0/dataset/0.webp", width: 128, height: 64 },
    box: "0 16 64 32", // in the middle of its tile
    ...{ seenWidth: 224, seenHeight: 112, shownWidth: 320, shownHeight: 160 },
  });
  assert.deepEqual(field, { left: 6, top: 6, width: 11, height: 11 });
  assert.deepEqual(notes, ["10 at row 2, column 2"]);
});

Deno.test("viewDatasetPhoto() says that a photo was not there", () => {
  const { picture, field, notes } = viewDatasetPhoto(subject, { k: 2, of: "strongest", at: 1 });
  assert.deepEqual([picture, field], [null, null]);
  assert.deepEqual(notes, [
    "11 at row 1, column 2",
    "The photo was not there when the report was made.",
  ]);
});

Deno.test("viewDatasetPhoto() says where it is not known what a cell reads", () => {
  const data = { ...subject.data, layer: { ...layer!, receptiveField: null } };
  const { field, notes } = viewDatasetPhoto({ ...subject, data }, {
    ...{ k: 2, of: "strongest", at: 0 },
  });
  assert.equal(field, null);
  assert.equal(notes.at(-1), "Which part of it the cell reads is not known.");
});
