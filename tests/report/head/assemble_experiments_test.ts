import assert from "node:assert/strict";
import { assembleExperiments } from "../../../src/report/head/assemble_experiments.ts";
import type { InputFinding, LayerFinding } from "../../../src/report/finding.ts";
import type { LayerExperiments } from "../../../src/report/layer_report.ts";
import { layerReports } from "../../support/report/made_measures.ts";

const [first] = layerReports.flatMap(({ experiments }) => experiments ?? []);

function listInputs(...photos: readonly string[]): InputFinding[] {
  return photos.map((photo) => {
    return {
      photo,
      file: `${photo}.png`,
      thumb: null,
      width: 8,
      height: 8,
      dims: null,
      events: null,
    };
  });
}

// Layers of which this was found.
function listLayers(...found: readonly (Partial<LayerExperiments> | null)[]): LayerFinding[] {
  return found.map((change) => {
    const experiments = change === null ? null : { ...first!, ...change };
    return { experiments: () => experiments } as Partial<LayerFinding> as LayerFinding;
  });
}

Deno.test("assembleExperiments() lists what was done to any photo for any layer", () => {
  const layers = listLayers(null, { images: ["b"], trials: ["mirrored"] }, {
    images: ["a", "b"],
    trials: ["grey", "mirrored"],
  });
  assert.deepEqual(assembleExperiments({ inputs: listInputs("a", "b", "c"), layers }, true), {
    experiments: { images: ["a", "b"], trials: ["grey", "mirrored"] },
    experimentsMissing: null,
    experimentsReason: null,
  });
});

Deno.test("assembleExperiments() says why nothing was tried", () => {
  const found = { inputs: listInputs("a"), layers: listLayers(null) };
  const [asked, left] = [true, false].map((isAsked) => assembleExperiments(found, isAsked));
  assert.deepEqual([asked!.experiments, asked!.experimentsReason], [null, { code: "no-trial" }]);
  assert.equal(left!.experimentsMissing, "this report was made without experiments");
});
