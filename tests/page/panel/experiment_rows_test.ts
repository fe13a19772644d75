import assert from "node:assert/strict";
import { viewExperiments } from "../../../src/page/panel/experiment_rows.ts";
import type { LayerExperiments, LayerReport } from "../../../src/report/layer_report.ts";
import type { LayerPhoto } from "../../../src/report/layer_file.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layerReports } from "../../support/report/made_measures.ts";

const [report] = layerReports as readonly [LayerReport];
const experiments: LayerExperiments = {
  ...report.experiments!,
  images: ["cat", "dog"],
  colourLoss: { mean: [0.714, null], least: [0.6, null], most: [0.8, null] },
  detailLoss: { mean: [0, null], least: [0, null], most: [0, null] },
  coarseLoss: { mean: [null, null], least: [null, null], most: [null, null] },
  mirrorSymmetry: { mean: [-0.5, null], least: [-0.75, null], most: [-0.25, null] },
};

function listPhotos(...ids: readonly string[]): LayerPhoto[] {
  return ids.map((id) => ({ id, name: `the ${id}`, dims: null, seen: null }));
}

const data = { measures: { ...report, experiments }, photos: listPhotos("cat", "dog") };
const { en, "zh-CN": chinese } = WORDS;

Deno.test("viewExperiments() says how much of a map goes, on how many photos, from where to where", () => {
  assert.deepEqual(viewExperiments(data, en, 0), {
    head: "How much of this map goes, mean of 2 photos",
    photos: null,
    losses: [
      {
        without: "without colour",
        share: "71\u202f%",
        bar: "71.4%",
        spread: "60\u202f% to 80\u202f%",
      },
      {
        without: "without detail under 8 pixels",
        share: "0\u202f%",
        bar: "0%",
        spread: "0\u202f% to 0\u202f%",
      },
    ],
    mirrored: "Left and right exchanged, the map is this one’s mirror image with r −0.50 " +
      "(−0.75 to −0.25).",
  });
  const { head, losses } = viewExperiments(data, chinese, 0)!;
  assert.match(head, /2 张照片/);
  assert.equal(losses[0]!.without, "没有颜色");
});

Deno.test("viewExperiments() says nothing of a pair of which nothing is known", () => {
  assert.equal(viewExperiments(data, en, 1), null);
  assert.equal(
    viewExperiments({ ...data, measures: { ...report, experiments: null } }, en, 0),
    null,
  );
});

Deno.test("viewExperiments() names the photos where they are not all", () => {
  const photos = listPhotos("ape", "cat", "dog");
  const view = viewExperiments({ ...data, photos }, en, 0)!;
  assert.equal(view.head, "How much of this map goes, mean of 2 of 3 photos");
  assert.equal(view.photos, "the cat, the dog");
});

Deno.test("viewExperiments() gives no spread of one photo", () => {
  const one = { mean: [0.5], least: null, most: null };
  const alone = { ...experiments, images: ["dog"], colourLoss: one, mirrorSymmetry: one };
  const view = viewExperiments({ ...data, measures: { ...report, experiments: alone } }, en, 0)!;
  assert.equal(view.head, "How much of this map goes on the dog");
  assert.equal(view.losses[0]!.spread, null);
  assert.match(view.mirrored!, /with r 0\.50\.$/);
});
