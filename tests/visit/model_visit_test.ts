import { namePictureScript } from "../../src/plan/picture_script.ts";
import assert from "node:assert/strict";
import { join } from "node:path/posix";
import type { Config } from "../../src/config/config.ts";
import type { Effects, Progress, Session } from "../../src/effects.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import type { Submodel } from "../../src/onnx/write/cut.ts";
import { createCosts } from "../../src/forecast/costs.ts";
import { createShapes } from "../../src/forecast/shapes.ts";
import { type PlannedModel, planReport } from "../../src/plan/plan.ts";
import type { ValueFiles } from "../../src/plan/value_files.ts";
import { tellReason } from "../../src/reason/reason.ts";
import { describeFailure, type Failure } from "../../src/report/failure.ts";
import type { LayerFinding, ModelFinding } from "../../src/report/finding.ts";
import { surveyConfig } from "../../src/survey/survey.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import type { Visit } from "../../src/visit/visit.ts";
import { openLanes } from "../../src/visit/lanes.ts";
import { visitModel } from "../../src/visit/model_visit.ts";
import { reckonModel } from "../../src/forecast/loads.ts";
import { openWork } from "../../src/visit/work.ts";
import { createMemoryWorld, decodePng, encodePhoto } from "../support/report/memory_effects.ts";
import { encodeModel, type ModelText, type NodeText } from "../support/model/onnx_model.ts";
import { store } from "../support/model/onnx_tensor.ts";
import { countingTensor } from "../support/tensors.ts";
import { describeTinyModel, tinyMaps } from "../support/model/tiny_model.ts";
import { configureTiny } from "../support/report/tiny_site.ts";

interface Outcome {
  readonly finding: ModelFinding;
  readonly failures: readonly Failure[];
  /** How far the work has come when all is done. */
  readonly end: Progress;
  readonly written: ReadonlyMap<string, Uint8Array | string>;
}

/** Visits the first model of a config in a world of one photo. */
async function visitTiny(
  text: ModelText = describeTinyModel(),
  config: Config = configureTiny(),
  change: (effects: Effects) => Effects = (effects) => effects,
): Promise<Outcome> {
  const world = createMemoryWorld({
    files: {
      "tiny.onnx": encodeModel(text),
      "photos/cat.jpg": encodePhoto({ width: 30, height: 20 }),
    },
    maps: tinyMaps,
  });
  const effects = change(world.effects);
  using survey = await surveyConfig(config, effects);
  const plan = planReport(config, survey);
  const failures: Failure[] = [];
  const costs = createCosts(createShapes());
  const [model] = plan.models as [PlannedModel];
  const told: Progress[] = [];
  const load = reckonModel(model, { plan, costs });
  const work = openWork(load, (progress) => told.push(progress));
  const fail: Visit["fail"] = (place, error) =>
    void failures.push({ ...describeFailure(place, error), message: String(error) });
  const finding = await work.part(load, (work) => {
    return visitModel(model, { plan, effects, lanes: openLanes(1), costs, work, fail });
  });
  await work.step({ doing: null, seconds: 0 }, () => {}); // tells what the whole has come to
  return { finding, failures, end: told.at(-1)!, written: world.written };
}

// A runtime that gives these tensors, in the order of the taps.
function answerWith(
  answer: (inputs: ReadonlyMap<string, Tensor>) => readonly Tensor[],
): (effects: Effects) => Effects {
  const open = (model: Submodel): Promise<Session> => {
    if (model.inputs.length === 0) return onnxRuntime.open(model); // a graph of the visit's own
    const { outputs } = model;
    const run: Session["run"] = (inputs) => {
      const tensors = answer(inputs);
      return Promise.resolve(new Map(outputs.map((name, i) => [name, tensors[i]!])));
    };
    return Promise.resolve({ run, close: () => Promise.resolve() });
  };
  return (effects) => ({ ...effects, runtime: { name: "another fake", open } });
}

Deno.test("visitModel() finds kernels and maps of every layer, in the order of the plan", async () => {
  const { finding, failures } = await visitTiny();
  assert.deepEqual(failures, []);
  const kernels = finding.layers.map((layer) => layer.kernels?.norm.length);
  const maps = finding.layers.map((layer) => layer.maps.map(({ photo, dims }) => [photo, dims]));
  assert.deepEqual(kernels, [4, 2]);
  assert.deepEqual(maps, [[["cat", [4, 6, 6]]], [["cat", [2, 6, 6]]]]);
});

/** A tiny model whose first layer has so many kernels. */
function describeWide(kernels: number): ModelText {
  const initializers = {
    w1: countingTensor([kernels, 3, 3, 3]),
    w2: countingTensor([2, kernels, 1, 1]),
  };
  return { ...describeTinyModel(), initializers };
}

Deno.test("visitModel() holds as much of a photo however many maps it has, and sets the rest aside", async () => {
  const measure = async (kernels: number) => {
    let aside = 0;
    const change = (effects: Effects): Effects => {
      const setAside: Effects["output"]["setAside"] = (value) => {
        aside += JSON.stringify(value).length;
        return effects.output.setAside(value);
      };
      return runForReal({ ...effects, output: { ...effects.output, setAside } });
    };
    const { finding } = await visitTiny(describeWide(kernels), configureTiny(), change);
    const held = JSON.stringify(finding.layers[0]!.maps).replace(/\d+/g, "0").length;
    return { held, aside };
  };
  const [few, many] = [await measure(8), await measure(64)];
  assert.equal(many.held, few.held);
  assert.ok(many.aside > 4 * few.aside, `${many.aside} characters against ${few.aside}`);
});

const runForReal = (effects: Effects): Effects => ({ ...effects, runtime: onnxRuntime });

const projected = configureTiny({ projections: true });

const refuseAll = (effects: Effects): Effects => {
  const open = (): Promise<Session> => Promise.reject(new Error("no memory"));
  return { ...effects, runtime: { name: "a fake", open } };
};

// [what, model, config, change of the world, steps]
const walks: readonly [string, ModelText, Config, (effects: Effects) => Effects, number][] = [
  ["a model that runs", describeTinyModel(), configureTiny(), runForReal, 4],
  ["a model that runs, projected", describeTinyModel(), projected, runForReal, 6],
  ["a model that cannot be loaded", describeTinyModel(), projected, refuseAll, 3],
  ["a model that reads another photo", describeOther(), projected, runForReal, 4],
  ["layers in bodies", describeBody(), projected, runForReal, 8],
];

for (const [what, text, config, change, count] of walks) {
  Deno.test(`visitModel() takes the steps that reckonModel() says: ${what}`, async () => {
    const { end } = await visitTiny(text, config, change);
    assert.deepEqual([end.done, end.total], [count, count]);
    assert(Math.abs(end.seconds.done - end.seconds.total) < 1e-9, JSON.stringify(end.seconds));
  });
}

// Whose photo has a size that preprocessing does not give.
function describeOther(): ModelText {
  return { ...describeTinyModel(), inputs: { photo: [1, 4, 8, 8] } };
}

// No maps are drawn of what stands in a branch.
function describeBody(): ModelText {
  const tiny = describeTinyModel();
  const [conv1, ...rest] = tiny.nodes;
  const branch = { nodes: [{ ...conv1!, outputs: ["out"] }] };
  const graph = { then_branch: branch, else_branch: branch };
  const choice: NodeText = { op: "If", inputs: ["yes"], outputs: ["z"], graph };
  const initializers = { ...tiny.initializers, yes: store("bool", [], [1]) };
  return { ...tiny, nodes: [conv1!, ...rest, choice], initializers };
}

// [what, config]
const writing: readonly [string, Config][] = [
  ["pictures and numbers", configureTiny()],
  ["pictures alone", configureTiny({ values: false })],
  ["projections too", configureTiny({ projections: true })],
];

for (const [what, config] of writing) {
  Deno.test(`visitModel() finds the files that it wrote, and no other: ${what}`, async () => {
    const { finding, failures, written } = await visitTiny(undefined, config, runForReal);
    assert.deepEqual(failures, []);
    const photos = finding.inputs.flatMap(({ file, thumb }) => thumb ? [file, thumb] : [file]);
    const found = ["conv1", "conv2"].flatMap((id, i) =>
      listFiles(finding.layers[i]!).map((file) => join("tiny", id, file))
    );
    const named = new Set([...photos, ...found]);
    const scripts = [...named].map(namePictureScript).filter((path) => written.has(path));
    assert.deepEqual([...named, ...scripts].sort(), [...written.keys()].sort());
  });
}

function listFiles(layer: LayerFinding): string[] {
  const { pictures, values, effective, projections } = layer;
  const views = [effective, projections].flatMap((view) =>
    view !== null && "pictures" in view ? view.pictures : []
  );
  const maps = layer.maps.flatMap((each) => [
    ...each.pictures,
    ...listValues(each.values, `maps/${each.photo}`),
    ...listValues(each.activatedValues, `activated/${each.photo}`),
  ]);
  return [...pictures, ...views, ...listValues(values, "kernels"), ...maps].map(({ file }) => file);
}

function listValues(values: ValueFiles | null, name: string): { readonly file: string }[] {
  return Array.from({ length: values?.files ?? 0 }, (_, i) => {
    return { file: `values/${name}/${i}.js` };
  });
}

Deno.test("visitModel() says how the photo and the pictures were made", async () => {
  const { written } = await visitTiny();
  const photo = decodePng(written.get("images/cat.png"));
  assert.equal(photo.title, "cat, as tiny sees it");
  assert.equal(photo.size, "8 x 8 x 3");
  const kernels = decodePng(written.get("tiny/conv1/kernels.png"));
  assert.equal(kernels.title, "tiny, conv1: kernels");
  assert.match(kernels.description, /its own range.*255.*make_grid/);
});

Deno.test("visitModel() makes large photos small beside themselves", async () => {
  const inputs = { photo: ["batch", 3, 160, 240] };
  const { finding, written } = await visitTiny({ ...describeTinyModel(), inputs });
  assert.deepEqual(finding.inputs, [
    {
      photo: "cat",
      file: "images/cat.png",
      thumb: "images/thumbs/cat.png",
      width: 240,
      height: 160,
      dims: null,
      events: null,
    },
  ]);
  assert.equal(decodePng(written.get("images/thumbs/cat.png")).size, "192 x 128 x 3");
  const small = await visitTiny();
  assert.deepEqual(small.finding.inputs.map(({ thumb }) => thumb), [null]);
  assert(!small.written.has("images/thumbs/cat.png"));
});

Deno.test("visitModel() finds no kernels where the weights are computed, and says why", async () => {
  const tiny = describeTinyModel();
  const nodes = [
    tiny.nodes[0]!,
    { op: "ReduceMean", inputs: ["photo"], outputs: ["mean"] },
    { op: "Mul", inputs: ["w0", "mean"], outputs: ["w2"] },
    ...tiny.nodes.slice(1),
  ];
  const initializers = { w1: tiny.initializers["w1"]!, w0: tiny.initializers["w2"]! };
  const { finding, failures } = await visitTiny({ ...tiny, nodes, initializers });
  assert.deepEqual(failures, []);
  assert.deepEqual(finding.layers[1]!.kernelsMissing, { code: "computed" });
  assert.equal(finding.layers[1]!.kernels, null);
  assert.equal(finding.layers[1]!.maps[0]!.dims[0], 2);
});

Deno.test("visitModel() fails where the weights of a layer cannot be read, and draws its maps", async () => {
  const tiny = describeTinyModel();
  const nodes = tiny.nodes.map((node) =>
    node.name === "conv2" ? { ...node, int: { group: 0 } } : node
  );
  const { finding, failures } = await visitTiny({ ...tiny, nodes });
  assert.equal(finding.layers[1]!.kernels, null);
  assert.equal(finding.layers[1]!.maps.length, 1);
  assert.deepEqual(failures.map(({ where }) => where), ["tiny, conv2"]);
  assert.match(failures[0]!.message, /Cannot draw kernels: /);
});

Deno.test("visitModel() fails where the preprocessing gives another size than the model takes", async () => {
  const crop = { width: 9, height: 10 };
  const models = [{ path: "tiny.onnx", preprocess: { crop } }];
  const { finding, failures } = await visitTiny(describeTinyModel(), configureTiny({ models }));
  assert.deepEqual(failures.map(({ where }) => where), ["tiny on cat"]);
  assert.match(
    failures[0]!.message,
    /Cannot feed input "photo": preprocess "custom" gives 3 channels of 9 x 10, the model takes 3 of 8 x 8 .*without resize and crop/,
  );
  assert.deepEqual(finding.inputs, []);
  assert.deepEqual(finding.layers[0]!.mapsMissing, { code: "several-reasons" });
});

Deno.test("visitModel() fails where the model takes other channels", async () => {
  const models = [{ path: "tiny.onnx", preprocess: { channels: "gray" as const } }];
  const { failures } = await visitTiny(describeTinyModel(), configureTiny({ models }));
  assert.match(
    failures[0]!.message,
    /gives 1 channel of 8 x 8, the model takes 3 of 8 x 8 .*"channels": "RGB"/,
  );
});

Deno.test("visitModel() goes on with the other layers where one map has no cells", async () => {
  const empty = countingTensor([1, 4, 0, 0]);
  const answer = answerWith(
    () => [empty, empty, countingTensor([1, 2, 2, 2]), countingTensor([1, 4, 2, 2])],
  );
  const { finding, failures } = await visitTiny(undefined, undefined, answer);
  assert.deepEqual(failures.map(({ where }) => where), ["tiny, conv1 on cat"]);
  assert.deepEqual(finding.layers[0]!.maps, []);
  assert.equal(finding.layers[1]!.maps.length, 1);
});

Deno.test("visitModel() closes the session when a photo fails", async () => {
  let open = 0;
  const session: Session = {
    run: () => Promise.reject(new Error("out of memory")),
    close: () => Promise.resolve(void open--),
  };
  const { failures } = await visitTiny(undefined, undefined, (effects) => {
    const openOne = (model: Submodel): Promise<Session> => {
      if (model.inputs.length === 0) return onnxRuntime.open(model);
      open++;
      return Promise.resolve(session);
    };
    return { ...effects, runtime: { name: "a fake", open: openOne } };
  });
  assert.equal(failures.length, 1);
  assert.equal(open, 0);
});

function describeOddModel(odd: NodeText): ModelText {
  const tiny = describeTinyModel();
  const [conv1, relu, conv2] = tiny.nodes;
  const nodes = [conv1!, relu!, odd, { ...conv2!, inputs: [odd.outputs[0]!, "w2"] }];
  return { ...tiny, nodes, domains: { own: 1 } };
}

Deno.test("visitModel() draws the maps before an operator that the runtime lacks, and names the rest", async () => {
  const odd = { op: "Odd", name: "mid", domain: "own", inputs: ["lit"], outputs: ["odd"] };
  const { finding, failures } = await visitTiny(describeOddModel(odd), undefined, runForReal);
  const [first, second] = finding.layers;
  assert.deepEqual(first!.maps.map(({ dims }) => dims), [[4, 6, 6]]);
  assert.notEqual(first!.maps[0]!.measured().columns.activated, null);
  assert.deepEqual(second!.maps, []);
  assert.match(
    tellReason(second!.mapsMissing!),
    /^the maps need Odd "mid" of own: onnxruntime refuses .*own:Odd/,
  );
  assert.deepEqual(failures.map(({ where }) => where), ["tiny, conv2"]);
  assert.equal(failures[0]!.message, `Error: ${tellReason(second!.mapsMissing!)}`);
});

Deno.test("visitModel() draws the maps before a node that fails on a photo, and names the rest", async () => {
  const reshape = { op: "Reshape", name: "fold", inputs: ["lit", "w1"], outputs: ["odd"] };
  const text = describeOddModel(reshape);
  const shape = store("int64", [4], [1, 4, 7, 7]);
  const nodes = text.nodes.map((node) =>
    node.op === "Reshape" ? { ...node, inputs: ["lit", "shape"] } : node
  );
  const odd = { ...text, nodes, initializers: { ...text.initializers, shape } };
  const { finding, failures } = await visitTiny(odd, undefined, runForReal);
  assert.equal(finding.layers[0]!.maps.length, 1);
  assert.equal(failures[0]!.message, `Error: ${tellReason(finding.layers[1]!.mapsMissing!)}`);
  assert.deepEqual(failures.map(({ where }) => where), ["tiny, conv2 on cat"]);
  assert.match(
    failures[0]!.message,
    /the maps need Reshape "fold": onnxruntime cannot run .*reshaped/,
  );
});

Deno.test("visitModel() draws the convolution's own maps where what follows cannot be run", async () => {
  const tiny = describeTinyModel();
  const nodes = tiny.nodes.map((node) => node.op === "Relu" ? { ...node, op: "Swish" } : node);
  const { finding, failures } = await visitTiny({ ...tiny, nodes }, undefined, runForReal);
  assert.equal(finding.layers[0]!.maps[0]!.measured().columns.activated, null);
  assert.deepEqual(failures.map(({ where }) => where), ["tiny, conv1", "tiny, conv2"]);
});

Deno.test("visitModel() feeds the photo as one batch of values", async () => {
  const fed: unknown[] = [];
  const answer = answerWith((inputs) => {
    fed.push(...[...inputs].map(([name, { dims, data }]) => [name, dims, data.length]));
    return [];
  });
  await visitTiny(undefined, undefined, answer);
  assert.deepEqual(fed, [["photo", [1, 3, 8, 8], 192]]);
});

Deno.test("visitModel() finds kernels alone where there is no photo that can be read", async () => {
  const config = configureTiny({ images: [{ path: "missing.jpg" }] });
  const { finding, end } = await visitTiny(undefined, config);
  assert.equal(finding.layers[0]!.kernels?.norm.length, 4);
  assert.deepEqual(finding.layers[0]!.maps, []);
  assert.notEqual(finding.layers[0]!.mapsMissing, null);
  assert.equal(end.done, 3);
});
