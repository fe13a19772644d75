import assert from "node:assert/strict";
import type { Forecast } from "../../src/forecast/forecast.ts";
import { createSizeFinder } from "../../src/forecast/map_sizes.ts";
import { listWarnings } from "../../src/forecast/warnings.ts";
import type { ReportFileKind } from "../../src/forecast/report_file.ts";
import { type Plan, planReport } from "../../src/plan/plan.ts";
import type { Size } from "../../src/raster/raster.ts";
import { surveyConfig } from "../../src/survey/survey.ts";
import { encodeModel } from "../support/model/onnx_model.ts";
import { describeTinyModel } from "../support/model/tiny_model.ts";
import { createMemoryWorld, encodePhoto } from "../support/report/memory_effects.ts";
import { configureTiny, createTinyWorld } from "../support/report/tiny_site.ts";

const small: Forecast = {
  aside: 0,
  ...{ files: 2, pictures: 1, bytes: 1e6, seconds: 1 },
  ...{ kinds: [{ kind: "values", files: 9, bytes: 6e8 }], largest: null },
};

async function planTiny(fields: Parameters<typeof configureTiny>[0] = {}): Promise<Plan> {
  const config = configureTiny(fields);
  using survey = await surveyConfig(config, createTinyWorld().effects);
  return planReport(config, survey);
}

Deno.test("listWarnings() has nothing to say of a small report", async () => {
  assert.deepEqual(listWarnings(small, await planTiny(), createSizeFinder()), []);
});

Deno.test("listWarnings() says what to change where GitHub Pages takes less", async () => {
  const large = { ...small, bytes: 1.24e9 };
  assert.deepEqual(listWarnings(large, await planTiny(), createSizeFinder()), [
    "the report will take about 1.2 GB, and GitHub Pages takes 1.0 GB; what to change in the " +
    'config: "values": "none" takes 600 MB less, or fewer "layers", or fewer "images"',
  ]);
  const [bare = ""] = listWarnings(large, await planTiny({ values: "none" }), createSizeFinder());
  assert.doesNotMatch(bare, /"values"/);
});

// [what the largest file holds, its path, advice]
const largest: readonly [ReportFileKind, string, RegExp][] = [
  ["slices", "tiny/conv2/slices.png", /: "!conv2" in "layers"$/],
  ["maps", "tiny/conv1/maps/cat.png", /: a smaller "resize" in "preprocess", or "!conv1" in /],
  ["measures", "tiny/conv1/layer.json", /: fewer "images", or "!conv1" in "layers"$/],
  ["measures", "report.json", /: fewer "images", or fewer "layers"$/],
];

for (const [kind, path, advice] of largest) {
  Deno.test(`listWarnings() says what to change where GitHub does not take ${path}`, async () => {
    const large = { ...small, largest: { kind, path, bytes: 130e6 } };
    const [warning = "", ...more] = listWarnings(large, await planTiny(), createSizeFinder());
    assert.deepEqual(more, []);
    assert.match(warning, advice);
    assert(warning.startsWith(`"${path}" will have about 130 MB, and GitHub takes 100 MiB a file`));
  });
}

Deno.test("listWarnings() tells of no file that GitHub takes to the last byte", async () => {
  const limit = 100 * 2 ** 20;
  const tell = async (bytes: number): Promise<number> => {
    const largest = { kind: "maps", path: "tiny/conv1/maps/cat.png", bytes } as const;
    return listWarnings({ ...small, largest }, await planTiny(), createSizeFinder()).length;
  };
  assert.deepEqual([await tell(limit), await tell(limit + 1)], [0, 1]);
});

/** Lists what is said of a photo that a model of open size is to run on. */
async function warnOfPhoto(size: Size, preprocess: "unit" | "imagenet"): Promise<string[]> {
  const model = { ...describeTinyModel(), inputs: { photo: ["batch", 3, "height", "width"] } };
  const files = { "tiny.onnx": encodeModel(model), "photos/cat.jpg": encodePhoto(size) };
  const { effects } = createMemoryWorld({ files });
  const config = configureTiny({ models: [{ path: "tiny.onnx", preprocess }] });
  using survey = await surveyConfig(config, effects);
  return listWarnings(small, planReport(config, survey), createSizeFinder());
}

Deno.test("listWarnings() tells of a photo that is too large for its own size, and what fits", async () => {
  assert.deepEqual(await warnOfPhoto({ width: 6000, height: 4000 }, "unit"), [
    '"cat" would be run in its own size, 6000 x 4000 pixels: the maps of "tiny" would take about ' +
    "1.2 GB of memory, at most 1.1 GB is taken, and larger layers are left out; " +
    'write "resize": {"shortestEdge": 3680} in its "preprocess"',
  ]);
  assert.deepEqual(await warnOfPhoto({ width: 5520, height: 3680 }, "unit"), []);
  assert.deepEqual(await warnOfPhoto({ width: 6000, height: 4000 }, "imagenet"), []);
});
