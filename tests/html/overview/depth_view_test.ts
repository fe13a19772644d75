import assert from "node:assert/strict";
import { viewDepth } from "../../../src/html/overview/depth_view.ts";
import type { ExperimentColumns } from "../../../src/analysis/trial/experiments.ts";
import type { LayerReport } from "../../../src/report/layer_report.ts";
import type { ReportModel } from "../../../src/report/report_model.ts";
import { WORDS } from "../../../src/words/translations.ts";
import { layerReports, report } from "../../support/report/report_fixture.ts";

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

function view(
  photo: readonly (number[] | null)[],
  turned?: number,
): ReturnType<typeof viewDepth> {
  return viewDepth(...network(photo, turned), WORDS.en);
}

Deno.test("viewDepth() tells what becomes of the photo, from the first layer to the last", () => {
  const [chart] = view([[0.9, 0.8], [0.6, 0.7], [0.3, 0.5], [0.2, 0.3], [0.1, 0.2]])!.charts;
  assert.equal(
    chart!.sentence,
    "The deeper they lie, the less maps look like the photo: 85 % in the first of 5 layers, " +
      "15 % in the last. At least half photo (R² of 0.5 or more): 2 of 2 maps in the first, " +
      "0 of 2 maps in the last.",
  );
  assert.match(chart!.correlation, /^Spearman with depth −1\.00, p 0\.0\d+$/);
  assert.match(chart!.words, /^How much of a map is photo, R².*85 % in the first/);
});

Deno.test("viewDepth() takes off what comes about by chance", () => {
  const kept = [[0.3, 0.3], [0.35, 0.35], [0.4, 0.4]];
  assert.match(view(kept, 0.3)!.charts[0]!.sentence, /0 % in the first of 3 layers, 10 %/);
});

Deno.test("viewDepth() tells no trend of few layers, and none that chance would do", () => {
  const [chart] = view([[0.9], [0.5], [0.1]])!.charts;
  assert.match(chart!.sentence, /goes clearly neither up nor down/);
  assert.equal(chart!.correlation, "too few layers to tell a trend");
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
  const { charts } = viewDepth(model, new Map(tried), WORDS.en)!;
  assert.deepEqual(charts.map(({ name }) => name), [
    "How much of a map is photo",
    "What of a map needs colour",
    "What of a map needs detail",
  ]);
  assert.match(charts[1]!.sentence, /: 0 % in the first of 2 layers, 25 % in the last\.$/);
  assert.equal(
    charts[1]!.columns[1]!.title,
    "layer 1: median 0.25, half from 0.23 to 0.28, 2 maps",
  );
});

Deno.test("viewDepth() names and links every layer that has numbers", () => {
  const [chart] = view([[0.9, 0.5, 0.1], null, [0.5]])!.charts;
  assert.deepEqual(chart!.columns.map(({ href, title }) => [href, title]), [
    ["l0/index.html", "layer 0: median 0.50, half from 0.30 to 0.70, 3 maps"],
    ["l2/index.html", "layer 2: median 0.50, half from 0.50 to 0.50, 1 map"],
  ]);
});

Deno.test("viewDepth() needs two layers that were compared with photos", () => {
  assert.equal(view([[0.5], null]), null);
});
