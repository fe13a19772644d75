import type { LayerReport } from "../../../src/report/layer_report.ts";
import type { Report } from "../../../src/report/report.ts";
import { createRandom } from "../random.ts";
import { layerReports } from "./made_measures.ts";
import { report, rgbLayer } from "./report_fixture.ts";

/** Makes the report of a network of so many layers, with numbers as if they had been measured. */
export function makeLongReport(
  count: number,
): { readonly report: Report; readonly layers: readonly LayerReport[] } {
  const random = createRandom(count);
  const [model] = report.models;
  const [measured] = layerReports;
  const layers = Array.from({ length: count }, (_, i) => ({
    ...rgbLayer,
    id: `layer_${i}`,
    name: `/backbone/stage.${i % 7}/conv_${i}`,
    reads: [i - 1, ...i % 5 === 0 ? [i - 9] : []].filter((each) => each >= 0).map((each) =>
      `layer_${each}`
    ),
    reviews: [],
  }));
  const own = layers.map(({ id }): LayerReport => {
    const numbers = (): number[] => [...random.floats(rgbLayer.pairs, 0, 1)];
    const averages = { ...measured!.averages!, keepsPicture: numbers(), turnedPicture: numbers() };
    const activity = { on: numbers(), zeros: numbers() };
    return { ...measured!, layer: id, averages, activity };
  });
  return { report: { ...report, models: [{ ...model!, layers, findings: [] }] }, layers: own };
}
