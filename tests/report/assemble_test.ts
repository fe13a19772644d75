import assert from "node:assert/strict";
import { studyKernels } from "../../src/analysis/kernel_study.ts";
import { measureMaps } from "../../src/analysis/map/map_measures.ts";
import { presets } from "../../src/config/preprocess/presets.ts";
import { findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { planPicture } from "../../src/plan/picture.ts";
import { type Plan, planReport } from "../../src/plan/plan.ts";
import { planValueFiles } from "../../src/plan/value_files.ts";
import { assembleReport } from "../../src/report/assemble.ts";
import { assembleLayerReports, assembleMaps } from "../../src/report/assemble_layer.ts";
import { makeTuning } from "../support/report/made_tuning.ts";
import type { LayerFinding, ModelFinding, ShownDataset } from "../../src/report/finding.ts";
import { packCells } from "../../src/report/packed_cells.ts";
import { countingTensor } from "../support/tensors.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";
import { describeFailure, placeFile } from "../../src/report/failure.ts";

const photos = ["cat", "dog"].map((name) => {
  return {
    name,
    path: `${name}.jpg`,
    dims: null,
    profile: null,
    sha256: `of ${name}`,
    width: 300,
    height: 200,
  };
});

const grid = { nrow: 8, padding: 2, padValue: 0 };
const plan = planTiny();

function planTiny(): Plan {
  const model = readModel(encodeTinyModel());
  const layers = findConvLayers(model).map((conv) => ({ conv, field: null }));
  const preprocess = { name: "imagenet", recipe: presets.imagenet };
  const found = {
    name: "tiny",
    path: "tiny.onnx",
    sha256: "of tiny",
    onnx: model,
    preprocess,
    given: {},
    classes: null,
    image: "photo",
    layers,
    leftOut: null,
  };
  return planReport({
    site: null,
    title: "A report",
    note: "A note",
    grid,
    projections: false,
    experiments: true,
    tuning: false,
    compare: true,
    values: "compact",
    patches: true,
  }, {
    photos,
    models: [found],
    dataset: null,
  });
}

// The first layer ran on one of two photos; the second has neither kernels nor maps.
const { neighbours, ...kernels } = studyKernels(countingTensor([4, 3, 3, 3]));
const first: LayerFinding = {
  kernels,
  neighbours: () => neighbours,
  mixing: () => null,
  pictures: [planPicture("kernels", [4, 3, 3, 3], { grid })],
  values: null,
  cosines: [],
  events: null,
  kernelsMissing: null,
  mapsMissing: null,
  study: null,
  excited: () => null,
  families: null,
  classes: null,
  experiments: () => null,
  onPadding: null,
  effective: null,
  composed: null,
  leading: null,
  projections: { missing: { code: "not-asked-for" } },
  tuning: () => makeTuning(4),
  maps: [{
    previewed: false,
    photo: "dog",
    height: 5,
    width: 6,
    dims: [4, 5, 6],
    samples: { shown: 1, of: 1 },
    pictures: (["maps", "inputs"] as const).map((kind) =>
      planPicture(kind, [4, 5, 6], { grid, photo: "dog" })
    ),
    values: { ...planValueFiles([4, 5, 6]), form: "compact", error: 0.001, bytes: 123 },
    activatedValues: null,
    field: {
      cells: [5, 6],
      line: { size: [3, 3], stride: [1, 1], offset: [0, 0] },
      reads: [],
      straight: true,
      whole: false,
    },
    addsUp: true,
    events: null,
    tried: null,
    kept: {},
    coarse: null,
    measured: () => ({
      columns: assembleMaps({ photo: "dog", height: 5, width: 6, samples: { shown: 1, of: 1 } }, {
        measures: measureMaps(countingTensor([4, 5, 6])),
        activated: null,
        strongest: [null, null, null, null],
        strongestActivated: null,
        peaks: [null, null, null, null],
        circuit: null,
      }),
      top: packCells([]),
      topInside: packCells([]),
    }),
  }],
};

const second: LayerFinding = {
  kernels: null,
  neighbours: () => null,
  mixing: () => null,
  pictures: [],
  values: null,
  cosines: [],
  events: null,
  kernelsMissing: { code: "element-type", type: "complex64" },
  mapsMissing: { code: "no-photo" },
  study: null,
  excited: () => null,
  families: null,
  classes: null,
  experiments: () => null,
  onPadding: null,
  effective: null,
  composed: null,
  leading: null,
  projections: { missing: { code: "not-asked-for" } },
  tuning: null,
  maps: [],
};

const findings: readonly ModelFinding[] = [{
  inputs: [{
    photo: "dog",
    file: "images/dog.png",
    thumb: null,
    width: 8,
    height: 8,
    dims: null,
    events: null,
  }],
  answers: [{ photo: "dog", classes: [2, 0], shares: [0.75, 0.125] }],
  layers: [first, second],
  tuning: { missing: { code: "tuning-not-asked-for" } },
}];

const failures = [describeFailure(placeFile("cat.jpg"), new Error("Cannot read image"))];

// Of the first layer, in one picture each.
const tiles = { tileWidth: 3, tileHeight: 3, each: 2, columns: 1, kernels: 4, missing: [5] };
const shown: ShownDataset = {
  patches: new Map([[plan.models[0]!.layers[0]!.folder, {
    strongest: { ...tiles, files: [{ file: "patches/strongest-0.webp", width: 6, height: 12 }] },
    middle: null,
  }]]),
  photos: new Map([[plan.models[0]!.id, {
    files: [{ file: "images/dataset/0.webp", width: 64, height: 32 }],
    ...{ side: 32, columns: 2, perFile: 256, places: [3, 8], width: [30, 0], height: [20, 0] },
  }]]),
};

const report = assembleReport(plan, findings, {
  generator: "tests 1",
  runtime: "none",
  comparisons: [],
  shown,
  dataset: null,
  failures,
});

Deno.test("assembleReport() puts pictures of a dataset at their layers and models", () => {
  const [model] = report.models;
  assert.deepEqual([...shown.patches.values()], [model!.layers[0]!.patches]);
  assert.equal(model!.layers[1]!.patches, null);
  assert.deepEqual([...shown.photos.values()], [model!.datasetPhotos]);
});

Deno.test("assembleReport() says what the report is, of what and by what", () => {
  const { models: _, images: __, ...head } = report;
  assert.deepEqual(head, {
    format: "convatlas-report",
    version: 1,
    generator: "tests 1",
    runtime: "none",
    title: "A report",
    note: "A note",
    site: null,
    comparisons: [],
    dataset: null,
    checks: [],
    failures,
  });
});

Deno.test("assembleReport() lists photos without their paths, which may be private", () => {
  assert.deepEqual(report.images, [
    {
      id: "cat",
      name: "cat",
      width: 300,
      height: 200,
      dims: null,
      profile: null,
      sha256: "of cat",
    },
    {
      id: "dog",
      name: "dog",
      width: 300,
      height: 200,
      dims: null,
      profile: null,
      sha256: "of dog",
    },
  ]);
});

Deno.test("assembleReport() tells by what a preprocessing was found", () => {
  const reasons = [
    { code: "recipe-guessed", guess: "gray" },
    { code: "recipe-size-open", width: 224, height: 224 },
  ] as const;
  const found = { sure: false, size: null, reasons };
  const [model] = plan.models;
  const preprocess = { name: "auto", recipe: presets.unit, found };
  const planned = { ...plan, models: [{ ...model!, preprocess }] };
  assert.deepEqual(
    assembleReport(planned, findings, { ...report, comparisons: [], shown }).models[0]!.preprocess
      .found,
    {
      sure: false,
      text: "a guess, as most models of grey photos take it; any size fits, 224 x 224 is taken",
      reasons,
    },
  );
  assert.equal("found" in report.models[0]!.preprocess, false);
});

Deno.test("assembleReport() describes the preprocessing as a config writes it", () => {
  assert.deepEqual(report.models[0]!.preprocess, {
    name: "imagenet",
    resize: { shortestEdge: 256 },
    kernel: "bilinear",
    crop: { width: 224, height: 224, rounding: "even" },
    profile: "ignore",
    channels: "RGB",
    rescale: 1 / 255,
    mean: [0.485, 0.456, 0.406],
    std: [0.229, 0.224, 0.225],
  });
});

Deno.test("assembleReport() gives a layer one pair for each kernel and map", () => {
  const [layer] = report.models[0]!.layers;
  assert.equal(layer!.pairs, 4);
  assert.equal(layer!.outChannels, 4);
  assert.deepEqual(
    layer!.maps.map(({ image, width, height, picture }) => {
      return { image, width, height, file: picture.file, columns: picture.columns };
    }),
    [{ image: "dog", width: 6, height: 5, file: "maps/dog.png", columns: 4 }],
  );
});

Deno.test("assembleReport() tells of the files that were written, and of no other", () => {
  const [layer] = report.models[0]!.layers;
  assert.deepEqual(layer!.pictures.map(({ file }) => file), ["kernels.png"]);
  assert.equal(layer!.values, null);
  assert.deepEqual(layer!.maps[0]!.values, {
    ...planValueFiles([4, 5, 6]),
    form: "compact",
    error: 0.001,
    bytes: 123,
  });
  assert.equal(layer!.maps[0]!.activatedValues, null);
});

Deno.test("assembleReport() names the pictures of maps that are always looked for", () => {
  const { pictures, picture, activated, inputs } = report.models[0]!.layers[0]!.maps[0]!;
  assert.deepEqual(pictures, [picture, inputs]);
  assert.deepEqual([picture.kind, inputs?.kind, activated], ["maps", "inputs", null]);
});

Deno.test("assembleReport() lists no picture of kernels that are missing, and says why", () => {
  const [, layer] = report.models[0]!.layers;
  assert.deepEqual(layer!.pictures, []);
  assert.equal(layer!.kernelsMissing, "Cannot decode elements: they are complex64");
  assert.deepEqual(layer!.kernelsReason, { code: "element-type", type: "complex64" });
  assert.equal(layer!.mapsMissing, "no photo could be read");
  assert.deepEqual(layer!.mapsReason, { code: "no-photo" });
});

Deno.test("assembleLayerReports() gives columns of one length, led by the index", () => {
  const [layer] = assembleLayerReports(plan, findings);
  assert.equal(layer!.model, "tiny");
  assert.equal(layer!.layer, "conv1");
  assert.deepEqual(layer!.kernels!.index, [0, 1, 2, 3]);
  const columns = [...Object.values(layer!.kernels!), ...Object.values(layer!.maps[0]!.channels)];
  for (const column of columns) assert.equal(column.length, 4);
});

Deno.test("assembleLayerReports() writes null for kernels that are missing", () => {
  const [, layer] = assembleLayerReports(plan, findings);
  assert.deepEqual(layer, {
    format: "convatlas-layer",
    version: 1,
    model: "tiny",
    layer: "conv2",
    kernels: null,
    neighbours: null,
    mix: null,
    matrix: null,
    alike: null,
    experiments: null,
    composed: null,
    leading: null,
    maps: [],
    averages: null,
    activity: null,
    condition: null,
    exciting: null,
    excitingInside: null,
    families: null,
    classes: null,
    labels: null,
    onPadding: null,
    tuning: null,
    dataset: null,
  });
});

Deno.test("assembleLayerReports() reads measures when they are asked for, and not for each who asks", () => {
  let reads = 0;
  const [maps] = first.maps;
  const measured = () => (reads++, maps!.measured());
  const layers = [{ ...first, maps: [{ ...maps!, measured }] }, second];
  const [layer] = assembleLayerReports(plan, [{ ...findings[0]!, layers }]);
  assert.equal(reads, 0);
  for (let i = 0; i < 9; i++) assert.equal(layer!.maps[0]!.image, "dog");
  assert.equal(reads, 1);
});

Deno.test("assembleLayerReports() reads what is set aside of a layer when it is asked for", () => {
  const read: string[] = [];
  const cell = { photo: "dog", x: 1, y: 2, value: 3, onPadding: false };
  const matrix = { output: [0], input: [0], inputNorm: [1], averaged: [1, 1], limit: 1 } as const;
  const mixing = { mix: { input: [[0]], weight: [[1]], share: [1] }, matrix };
  const kept = {
    ...first,
    neighbours: () => (read.push("neighbours"), neighbours),
    mixing: () => (read.push("mixing"), mixing),
    excited: () => {
      read.push("excited");
      return { exciting: [[cell]], excitingInside: [[{ ...cell, y: 0 }]] };
    },
  };
  const [layer] = assembleLayerReports(plan, [{ ...findings[0]!, layers: [kept, second] }]);
  assert.deepEqual(read, []);
  assert.deepEqual(layer!.neighbours, neighbours);
  assert.deepEqual([layer!.exciting!.y, layer!.excitingInside!.y], [[[2]], [[0]]]);
  assert.deepEqual([layer!.mix, layer!.matrix], [mixing.mix, mixing.matrix]);
  assert.deepEqual(read, ["neighbours", "excited", "mixing"]);
});
