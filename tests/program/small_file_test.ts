import assert from "node:assert/strict";
import { generateReport } from "../../src/api/generate_report.ts";
import type { Forecast } from "../../src/forecast/forecast.ts";
import { makeTempFolder } from "../support/temp_folder.ts";
import { sharedPath, testShared } from "../support/shared.ts";

testShared(
  "a small file of an AlexNet on four photos has 8 MB at most, as is foretold",
  async () => {
    await using folder = await makeTempFolder();
    const out = `${folder.path}/report.html`;
    const forecasts: Forecast[] = [];
    const { models: [model] } = await generateReport({
      models: [{ path: sharedPath("corpus/models/alexnet-features-fp32.onnx") }],
      images: [sharedPath("corpus/images/224/*.png")],
    }, { out, singleFile: true, small: true, foresee: (forecast) => forecasts.push(forecast) });
    const { size } = await Deno.stat(out);
    assert(size <= 8e6, `it has ${size} bytes`);
    assert.equal(model!.layers.length, model!.reduced!.of);
    const [{ bytes }] = forecasts as [Forecast];
    assert(Math.abs(bytes - size) < 0.1 * size, `${bytes} bytes were foretold of ${size}`);
  },
);
