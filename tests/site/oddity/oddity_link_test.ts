import assert from "node:assert/strict";
import { ODDITY_KINDS } from "../../../src/config/oddity_kind.ts";
import type { Oddity } from "../../../src/report/oddity.ts";
import { listAllColumns } from "../../../src/site/measure_columns.ts";
import { linkEvidence } from "../../../src/site/oddity/oddity_link.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { DATASET_LAYERS, DATASET_REPORT } from "../../support/report/made_dataset.ts";

const [model] = DATASET_REPORT.models;
const sorts = new Set(listAllColumns(DATASET_LAYERS[0]!).map(({ id }) => id));

for (const dataset of [0, 50_000]) {
  Deno.test(`linkEvidence() sorts by measures that a layer has, of ${dataset} photos`, () => {
    const read = (code: Oddity["code"]): string | null => {
      const oddity = { ...model!.findings[0]!, code, dataset, layer: "conv1" };
      const link = linkEvidence(oddity, {
        ...{ words: WORDS.en, report: DATASET_REPORT, model: model!.id, root: "" },
      });
      return new URLSearchParams(link.split("#")[1]).get("sort");
    };
    const found = ODDITY_KINDS.map(read).filter((sort) => sort !== null);
    assert.deepEqual(found.filter((sort) => !sorts.has(sort)), []);
    assert.ok(found.includes(dataset === 0 ? "colourDependence" : "datasetColour"));
  });
}
