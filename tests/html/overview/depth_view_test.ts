import assert from "node:assert/strict";
import { viewDepth } from "../../../src/html/overview/depth_view.ts";
import type { ExperimentColumns } from "../../../src/analysis/trial/experiments.ts";
import type { LayerReport } from "../../../src/report/layer_report.ts";
import { gatherLayersFile } from "../../../src/site/atlas/gathered_layers.ts";
import type { ReportModel } from "../../../src/report/report_model.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layerReports } from "../../support/report/made_measures.ts";
import { report } from "../../support/report/report_fixture.ts";

const [model] = report.models as [ReportModel];
const [first] = layerReports as [LayerReport];
const layer = model.layers[0]!;

/** A network of layers whose maps are so much photo, and so much the photo turned. */
function network(
  photo: readonly (number[] | null)[],
  turned = 0,
): readonly [ReportModel, ReadonlyMap<string, LayerReport>] {
  const layers = photo.map((_, i) => ({ ...layer, id: `l${i}`, name: `layer ${i}` }));
  const measures = photo.map((keepsPicture, i): readonly [string, LayerReport] => {
    const averages = keepsPicture && {
      ...first.averages!,
      keepsPicture,
      turnedPicture: keepsPicture.map(() => turned),
    };
    return [`l${i}`, { ...first, averages, experiments: null }];
  });
  return [{ ...model, layers }, new Map(measures)];
}

function viewNetwork(
  model: ReportModel,
  measures: ReadonlyMap<string, LayerReport>,
): ReturnType<typeof viewDepth> {
  const { rows } = gatherLayersFile(model, measures, []);
  const own = model.layers.map(({ id }) => measures.get(id) ?? null);
  return viewDepth({ rows, measures: own, words: WORDS.en });
}

function view(
  photo: readonly (number[] | null)[],
  turned?: number,
): ReturnType<typeof viewDepth> {
  return viewNetwork(...network(photo, turned));
}

Deno.test("viewDepth() tells what becomes of the photo, from the first layer to the last", () => {
  const [trend] = view([[0.9, 0.8], [0.6, 0.7], [0.3, 0.5], [0.2, 0.3], [0.1, 0.2]])!.trends;
  assert.equal(
    trend!.sentence,
    "The deeper they lie, the less maps look like the photo: 85 % in the first of 5 layers, " +
      "15 % in the last. At least half photo (R² of 0.5 or more): 2 of 2 maps in the first, " +
      "0 of 2 maps in the last.",
  );
  assert.match(trend!.correlation, /^Spearman with depth −1\.00, p 0\.0\d+, R², less that/);
});

Deno.test("viewDepth() takes off what comes about by chance", () => {
  const kept = [[0.3, 0.3], [0.35, 0.35], [0.4, 0.4]];
  assert.match(view(kept, 0.3)!.trends[0]!.sentence, /0 % in the first of 3 layers, 10 %/);
});

Deno.test("viewDepth() tells no trend of few layers, and none that chance would do", () => {
  const [trend] = view([[0.9], [0.5], [0.1]])!.trends;
  assert.match(trend!.sentence, /goes clearly neither up nor down/);
  assert.match(trend!.correlation, /^too few layers to tell a trend, /);
});

Deno.test("viewDepth() tells what maps need of the photo, where that was tried", () => {
  const [model, measures] = network([[0.9, 0.8], [0.6, 0.7]]);
  const column = (mean: number[]): ExperimentColumns => ({ mean, least: null, most: null });
  const tried = [...measures].map(([id, layer], i): readonly [string, LayerReport] => {
    const colourDependence = column([0.2 * i, 0.3 * i]);
    const detailDependence = column([0.5, 0.5]);
    const experiments = { ...first.experiments!, colourDependence, detailDependence };
    return [id, { ...layer, experiments }];
  });
  const { trends } = viewNetwork(model, new Map(tried))!;
  assert.deepEqual(trends.map(({ name }) => name), [
    "How much of a map is photo",
    "What of a map needs colour",
    "What of a map needs detail",
  ]);
  assert.match(trends[1]!.sentence, /: 0 % in the first of 2 layers, 25 % in the last\.$/);
});

Deno.test("viewDepth() needs two layers that were compared with photos", () => {
  assert.equal(view([[0.5], null]), null);
});
