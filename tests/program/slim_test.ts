import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { basename, join } from "node:path";
import { encodeModel } from "../support/model/onnx_model.ts";
import { describeTinyModel } from "../support/model/tiny_model.ts";
import { type Ending, runCommand } from "../support/program/command.ts";
import { createRandom } from "../support/random.ts";
import { sharedPath, testShared } from "../support/shared.ts";
import { listTree, makeTempFolder, readTree, type TempFolder } from "../support/temp_folder.ts";
import { randomTensor } from "../support/tensors.ts";

const PHOTO = new URL("../../fixtures/scenes/beach.png", import.meta.url);

const tiny = describeTinyModel();

// With a classifier, which no convolution needs.
const headed = encodeModel({
  ...tiny,
  nodes: [
    ...tiny.nodes,
    { op: "Flatten", inputs: ["second map"], outputs: ["flat"] },
    { op: "Gemm", inputs: ["flat", "dense"], outputs: ["class"] },
  ],
  initializers: { ...tiny.initializers, dense: randomTensor(createRandom(3), [72, 1000], -1, 1) },
});

async function makeProject(): Promise<TempFolder> {
  return await makeTempFolder({ "headed.onnx": headed, "beach.png": await Deno.readFile(PHOTO) });
}

function run({ path }: TempFolder, ...args: readonly string[]): Promise<Ending> {
  return runCommand(args, path);
}

/** Draws models, by their names in the report, into a folder beside them. */
async function draw(
  folder: TempFolder,
  out: string,
  models: Readonly<Record<string, string>>,
): Promise<Map<string, string>> {
  const config = {
    models: Object.entries(models).map(([name, path]) => ({ name, path, preprocess: "unit" })),
    images: ["beach.png"],
  };
  await Deno.writeTextFile(join(folder.path, `${out}.json`), JSON.stringify(config));
  const { stderr } = await run(
    folder,
    "report",
    "--config",
    `${out}.json`,
    "--out",
    out,
    "--quiet",
  );
  const files = await readTree(join(folder.path, out));
  assert.ok(files.size > 0, stderr);
  return hideHashes(files);
}

// Pages, and the scripts that they read, tell the hash of a model in ways of their own; the same
// numbers stand in layer.json. Of layers that are left out only the whole can tell.
function hideHashes(files: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const told = [...files].filter(([path]) => !/\.html$|\/layer\.js$|^files\.json$/.test(path));
  const texts = told.map(([path, content]) =>
    [path, Buffer.from(content).toString("latin1")] as const
  );
  const { models } = JSON.parse(texts.find(([path]) => path === "report.json")![1]);
  const hashes = models.map(({ sha256 }: { readonly sha256: string }) => sha256) as string[];
  return new Map(
    texts.map(([path, text]) => [
      path,
      hashes.reduce((left, sha256) => left.replaceAll(sha256, "the model's"), text)
        .replace(/"leftOut":\s*\{[^}]*\}/, '"leftOut":null'),
    ]),
  );
}

function assertAlike(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): void {
  assert.deepEqual([...b.keys()], [...a.keys()]);
  assert.deepEqual([...b].filter(([path, text]) => a.get(path) !== text).map(([path]) => path), []);
}

Deno.test("slim writes a small model, whose report is that of the whole", async () => {
  await using folder = await makeProject();
  const { code, stderr } = await run(folder, "slim", "headed.onnx");
  assert.deepEqual({ code, stderr }, {
    code: 0,
    stderr: "wrote headed-slim.onnx: 0.9 kB of the 0.3 MB of headed.onnx, 2 layers\n",
  });
  const whole = await draw(folder, "whole", { net: "headed.onnx" });
  assertAlike(whole, await draw(folder, "small", { net: "headed-slim.onnx" }));
});

Deno.test("slim keeps the layers that are asked for, and says which they need", async () => {
  await using folder = await makeProject();
  const last = await run(folder, "slim", "headed.onnx", "--layers", "#1", "--out", "new/last.onnx");
  assert.match(
    last.stderr,
    /^wrote new\/last\.onnx: .*, 1 layer, and 1 more that these need$/m,
  );
  const first = await run(folder, "slim", "headed.onnx", "--layers", "!conv2", "--out", "a.onnx");
  assert.match(first.stderr, /^wrote a\.onnx: .* of headed\.onnx, 1 layer$/m);
  const { stdout } = await run(folder, "layers", "a.onnx");
  assert.match(stdout, /^0 {2}conv1 .*$/m);
  assert.doesNotMatch(stdout, /conv2/);
});

Deno.test("slim says what is wrong, and writes nothing", async () => {
  await using folder = await makeProject();
  await Deno.writeTextFile(join(folder.path, "text.onnx"), "a letter");
  const before = await listTree(folder.path);
  for (
    const [args, message] of [
      [["text.onnx"], /^error: Cannot read ONNX model: /],
      [["nowhere.onnx"], /^error: Cannot open file "nowhere\.onnx": there is no such file$/m],
      [
        ["headed.onnx", "--layers", "conv3"],
        /^error: Cannot select layers "conv3": .* did you mean "conv1"/,
      ],
      [["headed.onnx", "--out", "headed.onnx", "--force"], /the model is read from it; name a new/],
      [
        ["headed.onnx", "--out", "text.onnx"],
        /it is there already; name a new file, or let --force/,
      ],
      [["headed.onnx", "--out", "small"], /it needs a name that ends with \.onnx$/m],
      [[], /missing required argument 'model'/],
    ] as const
  ) {
    const { code, stderr } = await run(folder, "slim", ...args);
    assert.equal(code, 2, stderr);
    assert.match(stderr, message);
  }
  assert.deepEqual(await listTree(folder.path), before);
});

const SMALL = ["mnist-8", "cifar10-cnn-winml-tutorial", "edge/conv_qdq_s8s8_perchannel"];

testShared("slim leaves the report of real models as it was, but for their hashes", async () => {
  await using folder = await makeProject();
  const names = SMALL.map((path) => [basename(path), sharedPath(`corpus/models/${path}.onnx`)]);
  for (const [name, path] of names) await run(folder, "slim", path!, "--out", `${name}.onnx`);
  const whole = await draw(folder, "whole", Object.fromEntries(names));
  const small = Object.fromEntries(names.map(([name]) => [name, `${name}.onnx`]));
  assertAlike(whole, await draw(folder, "small", small));
});
