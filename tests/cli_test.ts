import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import {
  type Ending,
  PROGRAM,
  runCommand,
  runDeno,
  startCommand,
} from "./support/program/command.ts";
import {
  hashFile,
  hashTree,
  listTree,
  makeTempFolder,
  readTree,
  type TempFolder,
} from "./support/temp_folder.ts";
import type { ConfigInput } from "../src/config/config_input.ts";
import { decodeJsonc } from "../src/config/problem/jsonc.ts";
import type { Report } from "../src/report/report.ts";
import { encodeModel } from "./support/model/onnx_model.ts";
import { store } from "./support/model/onnx_tensor.ts";
import { describeTinyModel, encodeTinyModel } from "./support/model/tiny_model.ts";

const tiny = encodeTinyModel();

const REPORT = '{"format":"convatlas-report","version":1}';

const config = {
  models: [{ path: "tiny.onnx", preprocess: "unit" }],
  images: ["photos/*"],
};

async function paintPhoto(background: string): Promise<Uint8Array> {
  const create = { width: 12, height: 9, channels: 3 as const, background };
  return await sharp({ create }).png().toBuffer();
}

/** Makes a folder with a small model, two photos and a config. */
async function makeProject(
  fields: Readonly<Record<string, unknown>> = {},
  files: Readonly<Record<string, Uint8Array | string>> = {},
): Promise<TempFolder> {
  return await makeTempFolder({
    "convatlas.json": JSON.stringify({ ...config, ...fields }),
    "tiny.onnx": tiny,
    "photos/blue.png": await paintPhoto("navy"),
    "photos/red.png": await paintPhoto("maroon"),
    ...files,
  });
}

async function run(folder: TempFolder, ...args: readonly string[]): Promise<Ending> {
  const ending = await runCommand(args, folder.path);
  assert.doesNotMatch(ending.stderr, /^ {4}at /m, "no stack is shown");
  assert(!ending.stderr.includes("\x1b"), "NO_COLOR is honoured");
  return ending;
}

Deno.test("cli --help tells the commands", async () => {
  await using folder = await makeTempFolder();
  const { code, stdout } = await run(folder, "--help");
  assert.equal(code, 0);
  assert.match(stdout, /\n {2}report .*\n[^]*\n {2}layers /);
});

Deno.test("cli --version tells the version", async () => {
  await using folder = await makeTempFolder();
  const { code, stdout } = await run(folder, "--version");
  assert.equal(code, 0);
  assert.match(stdout, /^convatlas \d+\.\d+\.\d+/);
});

// [what, arguments, stderr]
const misuses: readonly [string, readonly string[], RegExp][] = [
  ["an unknown command", ["reprot"], /no file matches "reprot", .*did you mean "report"\?/],
  ["a file that is not there", ["cat.jpg"], /no file matches "cat\.jpg"; the folder "\." holds no/],
  [
    "values that options do not take",
    ["--values", "all", "--nrow", "0"],
    /2 problems\n {2}--values: /,
  ],
  ["an unknown option", ["report", "--ouput", "x"], /unknown option '--ouput'/],
  ["a layers without a model", ["layers"], /missing required argument 'model'/],
  ["an --out without a folder", ["report", "--out"], /argument missing/],
  ["a --force without --single-file", ["report", "--force"], /--force goes with --single-file/],
  ["a --small without --single-file", ["report", "--small"], /--small goes with --single-file/],
  [
    "tables in one file",
    ["report", "--single-file", "--csv", "--npy"],
    /Cannot write npy and csv into one file: no page leads there/,
  ],
  [
    "a --single-file without an HTML file",
    ["report", "--single-file", "--out", "dist"],
    /Cannot write report to "dist": one file needs a name that ends with \.html/,
  ],
  [
    "a missing config",
    ["report", "--config", "no.json"],
    /Cannot read config "no\.json": there is/,
  ],
];

for (const [what, args, stderr] of misuses) {
  Deno.test(`cli ends with 2 for ${what}`, async () => {
    await using folder = await makeTempFolder();
    const ending = await run(folder, ...args);
    assert.equal(ending.code, 2);
    assert.match(ending.stderr, stderr);
    assert.deepEqual(await listTree(folder.path), []);
  });
}

Deno.test("cli report writes the report of the folder's config, and ends with 0", async () => {
  await using folder = await makeProject();
  const { code, stdout, stderr } = await run(folder, "report");
  assert.equal(code, 0, stderr);
  assert.equal(stdout, "");
  assert.match(
    stderr,
    /^about \S+ .B, \d+ files, 1 s\n\[0%, \d+ s left\] draw the kernels of tiny, conv1\n/,
  );
  assert.match(stderr, /\nwrote dist\/index\.html\n$/);
  const files = await listTree(join(folder.path, "dist"));
  assert(files.includes("index.html") && files.includes("tiny/conv2/maps/red.png"));
});

async function readReport(folder: TempFolder, place = "dist"): Promise<Report> {
  return JSON.parse(await Deno.readTextFile(join(folder.path, place, "report.json")));
}

Deno.test("cli draws the models, photos and folders that are named, without a config or a command", async () => {
  await using folder = await makeTempFolder({
    "nets/a.onnx": tiny,
    "b.onnx": tiny,
    "cat.png": await paintPhoto("teal"),
    "photos/red.png": await paintPhoto("maroon"),
    "photos/notes.txt": "Dear reader,\n",
    "photos/IMG.HEIC": "",
  });
  const options = ["--layers", "#0", "--preprocess", "unit", "--values", "none", "--nrow", "2"];
  const ending = await run(folder, "photos/", "b.onnx", ...options, "nets/*.onnx", "cat.png");
  assert.equal(ending.code, 0, ending.stderr);
  assert.match(
    ending.stderr,
    RegExp(
      "^skipped, not a kind of photo that is read, save it as JPEG, PNG or AVIF: photos/IMG\\.HEIC\n" +
        "skipped, neither an \\.onnx file nor a photo: photos/notes\\.txt\nabout ",
    ),
  );
  const { title, models, images } = await readReport(folder);
  assert.equal(title, "b, a");
  assert.deepEqual(images.map(({ name }) => name), ["red", "cat"]);
  assert.deepEqual(models.map(({ name, layers }) => [name, layers.length]), [["b", 1], ["a", 1]]);
  assert.deepEqual(models.map(({ preprocess }) => preprocess.name), ["unit", "unit"]);
});

Deno.test("cli draws a model on the two scenes where no photo is named, and says so", async () => {
  await using folder = await makeTempFolder({ "tiny.onnx": tiny });
  const { code, stderr } = await run(folder, "tiny.onnx", "--preprocess", "unit");
  assert.equal(code, 0, stderr);
  assert.match(stderr, /^no photo is named: the two drawn scenes stand in\n/);
  const { title, note, images } = await readReport(folder);
  assert.deepEqual([title, note], ["tiny", null]);
  assert.deepEqual(images.map(({ name }) => name), ["balloons", "beach"]);
});

Deno.test("cli draws the embedded model on the photos that are named, and says so", async () => {
  await using folder = await makeTempFolder({ "cat.png": await paintPhoto("teal") });
  const { code, stderr } = await run(folder, "cat.png", "--layers", "conv1", "--no-projections");
  assert.equal(code, 0, stderr);
  assert.match(stderr, /^no model is named: the embedded miniature of AlexNet is drawn\n/);
  const { models, images } = await readReport(folder);
  assert.deepEqual(models.map(({ name }) => name), ["miniature"]);
  assert.deepEqual(images.map(({ name }) => name), ["cat"]);
});

Deno.test("cli has what is named stand in for the config's, which says the rest", async () => {
  await using folder = await makeProject({ title: "Of the config" }, {
    "here/other.onnx": tiny,
    "here/cat.png": await paintPhoto("teal"),
  });
  const here = join(folder.path, "here");
  const named = ["../tiny.onnx", "other.onnx", "cat.png"];
  const args = ["--config", "../convatlas.json", "--layers", "conv2", "--out", "site"];
  const { stderr } = await runCommand([...named, ...args], here);
  assert.match(stderr, /\nwrote site\/index\.html\n$/);
  const { title, models, images } = await readReport(folder, "here/site");
  assert.equal(title, "Of the config");
  assert.deepEqual(images.map(({ name }) => name), ["cat"]);
  assert.deepEqual(models.map(({ name, layers }) => [name, layers.map(({ id }) => id)]), [
    ["tiny", ["conv2"]],
    ["other", ["conv2"]],
  ]);
  assert.equal(models[0]!.preprocess.name, "unit", "as the config says of this file");
});

Deno.test("cli says that the config of the folder says the rest, and names options in mistakes", async () => {
  await using folder = await makeProject();
  const { code, stderr } = await run(folder, "--layers", "conv9");
  assert.equal(code, 2);
  assert.match(stderr, /^convatlas\.json is here: it says what the command line does not\n/);
  assert.match(stderr, /^ {2}--layers: Cannot select layers "conv9": it matches none/m);
});

Deno.test("cli init writes a config of what is named, which report draws", async () => {
  await using folder = await makeTempFolder({
    "tiny.onnx": tiny,
    "photos/red.png": await paintPhoto("maroon"),
    "photos/notes.txt": "Dear reader,\n",
  });
  const fields = ["--preprocess", "unit", "--title", "Mine", "--nrow", "3"];
  const { code, stderr } = await run(folder, "init", "photos/", "tiny.onnx", ...fields);
  assert.equal(code, 0, stderr);
  assert.match(stderr, /\nwrote convatlas\.jsonc: "(convatlas|deno task) report" draws it\n$/);
  const text = await Deno.readTextFile(join(folder.path, "convatlas.jsonc"));
  const { $schema, title, grid, models, images } = decodeJsonc(text) as ConfigInput;
  assert.match($schema!, /\/config\.schema\.json$/);
  assert.deepEqual([title, grid?.nrow, images], ["Mine", 3, ["photos/"]]);
  assert.deepEqual(models.map((model) => ({ ...model })), [
    { path: "tiny.onnx", layers: ["*"], preprocess: "unit" },
  ]);
  const report = await run(folder);
  assert.equal(report.code, 0, report.stderr);
  assert.equal((await readReport(folder)).title, "Mine");
});

Deno.test("cli writes of what is named the bytes that the config which init writes of it gives", async () => {
  await using folder = await makeTempFolder({
    "nets/a/model.onnx": tiny,
    "nets/b/model.onnx": tiny,
    "[x].png": await paintPhoto("teal"),
    "photos/red.png": await paintPhoto("maroon"),
    "photos/blue.png": await paintPhoto("navy"),
  });
  const named = ["[x].png", "nets/*/*.onnx", "photos", "--preprocess", "unit", "--layers", "#0"];
  const endings = [
    await run(folder, ...named, "--out", "one"),
    await run(folder, "init", ...named),
    await run(folder, "--out", "other"),
  ];
  assert.deepEqual(endings.map(({ code }) => code), [0, 0, 0], endings[2]!.stderr);
  const [one, other] = [join(folder.path, "one"), join(folder.path, "other")];
  assert.deepEqual(await hashTree(other), await hashTree(one));
  assert.deepEqual((await readReport(folder, "one")).images.map(({ name }) => name), [
    ...["[x]", "blue", "red"],
  ]);
});

Deno.test("cli init names what lies in the folder, and says what is not there", async () => {
  await using folder = await makeTempFolder({ "a.onnx": tiny, "b.onnx": tiny });
  const { code, stderr } = await run(folder, "init");
  assert.equal(code, 0, stderr);
  assert.match(stderr, /^"photos\/\*\.jpg" stands for photos: none is named\n/);
  const text = await Deno.readTextFile(join(folder.path, "convatlas.jsonc"));
  const { models, images } = decodeJsonc(text) as ConfigInput;
  assert.deepEqual(models.map(({ path }) => path), ["a.onnx", "b.onnx"]);
  assert.deepEqual(images, ["photos/*.jpg"]);
});

for (const name of ["convatlas.json", "convatlas.jsonc", "convatlas.config.ts"]) {
  Deno.test(`cli init leaves a ${name} as it is`, async () => {
    await using folder = await makeTempFolder({ [name]: "{}", "a.onnx": tiny });
    const { code, stderr } = await run(folder, "init", "a.onnx");
    assert.equal(code, 2);
    assert.equal(
      stderr,
      `error: Cannot write config "convatlas.jsonc": "${name}" is there already; edit it, or move it away\n`,
    );
    assert.deepEqual(await listTree(folder.path), ["a.onnx", name].sort());
    assert.equal(await Deno.readTextFile(join(folder.path, name)), "{}");
  });
}

Deno.test("cli init refuses fields that no config may have, and writes nothing", async () => {
  await using folder = await makeTempFolder({ "a.onnx": tiny });
  const { code, stderr } = await run(folder, "init", "a.onnx", "--values", "all");
  assert.equal(code, 2);
  assert.match(stderr, /--values: found "all"/);
  assert.deepEqual(await listTree(folder.path), ["a.onnx"]);
});

Deno.test("cli report --single-file writes one file, the same bytes on another run", async () => {
  await using folder = await makeProject();
  const before = await listTree(folder.path);
  const { code, stderr } = await run(folder, "report", "--single-file");
  assert.equal(code, 0, stderr);
  assert.match(stderr, /\nwrote report\.html\n$/);
  assert.deepEqual(await listTree(folder.path), [...before, "report.html"].sort());
  const again = await run(folder, "report", "--single-file", "--out", "site/again.html");
  assert.match(again.stderr, /\nwrote site\/again\.html\n$/);
  assert.equal(
    await hashFile(join(folder.path, "site/again.html")),
    await hashFile(join(folder.path, "report.html")),
  );
});

Deno.test("cli report --dry-run tells what a report takes, and writes nothing", async () => {
  await using folder = await makeProject();
  const before = await listTree(folder.path);
  const { code, stdout, stderr } = await run(folder, "report", "--dry-run");
  assert.equal(code, 0, stderr);
  assert.equal(stderr, "");
  assert.deepEqual(await listTree(folder.path), before);
  const [, files = "", size = ""] =
    /\nabout (?:.*, )?(\d+) files, 1 s; (\d+) pictures\n/.exec(stdout) ?? [];
  assert.match(stdout, /\nleft on the disk: \S+ .B\n$/);
  await run(folder, "report", "--quiet");
  const written = await listTree(join(folder.path, "dist"));
  assert.equal(written.length, Number(files));
  assert.equal(written.filter((path) => path.endsWith(".png")).length, Number(size));
});

Deno.test("cli report --dry-run names what cannot be read, and ends with 1", async () => {
  await using folder = await makeProject({ models: [...config.models, { path: "bad.onnx" }] });
  const { code, stderr } = await run(folder, "report", "--dry-run");
  assert.equal(code, 1);
  assert.match(stderr, /^left out: bad\.onnx: Cannot open file /m);
});

Deno.test("cli report tells how far it has come in some twenty lines, however many photos there are", async () => {
  await using folder = await makeLongProject();
  const { stderr } = await run(folder, "report", "--out", "site");
  const told = stderr.match(/^\[(\d+)%, .* left\] \w.*$/gm) ?? [];
  assert(told.length >= 10 && told.length <= 21, `${told.length} lines`);
});

Deno.test("cli report --quiet tells nothing of its progress", async () => {
  await using folder = await makeProject();
  const { code, stderr } = await run(folder, "report", "--quiet");
  assert.equal(code, 0);
  assert.doesNotMatch(stderr, /draw the kernels/);
});

Deno.test("cli report draws the embedded default where there is no config, and says so", async () => {
  await using folder = await makeTempFolder();
  const { code, stderr } = await run(folder, "report", "--out", "site");
  assert.equal(code, 0);
  assert.match(
    stderr,
    /^no convatlas\.json here, and nothing named: the embedded default is drawn\n/,
  );
  const report = JSON.parse(await Deno.readTextFile(join(folder.path, "site/report.json")));
  assert.equal(report.title, "A miniature AlexNet");
  assert.deepEqual(report.failures, []);
});

Deno.test("cli report takes paths relative to the config, not to the working folder", async () => {
  await using folder = await makeProject();
  await Deno.mkdir(join(folder.path, "elsewhere"));
  const { code } = await runCommand(
    ["report", "--config", "../convatlas.json", "--out", "site"],
    join(folder.path, "elsewhere"),
  );
  assert.equal(code, 0);
  assert((await listTree(join(folder.path, "elsewhere/site"))).includes("index.html"));
});

Deno.test("cli report writes the same bytes in another folder, on another run", async () => {
  await using first = await makeProject();
  await using second = await makeProject();
  const endings = [
    await run(first, "report", "--npy"),
    await run(second, "report", "--npy"),
  ];
  assert.deepEqual(endings.map(({ code }) => code), [0, 0]);
  const [one, other] = [join(first.path, "dist"), join(second.path, "dist")];
  assert.deepEqual(await hashTree(other), await hashTree(one));
  const written = await readTree(one);
  const texts = written.entries().filter(([path]) => /\.(html|json|css)$/.test(path));
  for (const [path, bytes] of texts) {
    assert(!new TextDecoder().decode(bytes).includes(first.path), `${path} holds a private path`);
  }
});

// [what, file that is not drawn, its content, reason]
const failing: readonly [string, string, Uint8Array | string | null, RegExp][] = [
  ["a missing model", "bad.onnx", null, /Cannot open file "bad\.onnx": there is no such file/],
  [
    "a text file named .onnx",
    "bad.onnx",
    "Dear reader,\n",
    /Cannot read ONNX model: it is a text \("Dear reader,"\)/,
  ],
  [
    "a truncated model",
    "bad.onnx",
    tiny.subarray(0, 200),
    /Cannot read ONNX model: it ends \d+ bytes before its graph does/,
  ],
  [
    "a photo that is no photo",
    "photos/bad.jpg",
    "Dear reader,\n",
    /Cannot decode image: it is no JPEG, PNG, /,
  ],
];

for (const [what, path, content, reason] of failing) {
  Deno.test(`cli report goes on with ${what}, names it, and ends with 1`, async () => {
    const models = path.endsWith(".onnx") ? [...config.models, { path }] : config.models;
    await using folder = await makeProject({ models }, content === null ? {} : { [path]: content });
    const { code, stderr } = await run(folder, "report");
    assert.equal(code, 1);
    assert.match(stderr, new RegExp(`^left out: ${path}: .*${reason.source}`, "m"));
    const report = JSON.parse(await Deno.readTextFile(join(folder.path, "dist/report.json")));
    assert.equal(report.failures.length, 1);
    assert.equal(report.models.length, 1);
  });
}

/** A network whose one convolution stands in the bodies of an If. */
function encodeInside(): Uint8Array {
  const tiny = describeTinyModel();
  const inner = { nodes: [{ ...tiny.nodes[0]!, name: "inner" }] };
  return encodeModel({
    ...tiny,
    nodes: [
      { op: "Constant", inputs: [], outputs: ["yes"], tensor: { value: store("bool", [], [1]) } },
      {
        op: "If",
        name: "either",
        inputs: ["yes"],
        outputs: ["y"],
        graph: { then_branch: inner, else_branch: inner },
      },
    ],
  });
}

Deno.test("cli report ends with 1 where no layer has a map, names them, and says so", async () => {
  await using folder = await makeProject(
    { models: [{ path: "inside.onnx", preprocess: "unit" }] },
    { "inside.onnx": encodeInside() },
  );
  const { code, stderr } = await run(folder, "report", "--quiet");
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^left out: inside, inner, inner: Cannot draw maps: it stands in the body of /m,
  );
  assert.match(stderr, /^warning: the report holds no feature map$/m);
  const report = JSON.parse(await Deno.readTextFile(join(folder.path, "dist/report.json")));
  const layers = ["inside/inner", "inside/inner-2"];
  assert.deepEqual(report.failures.map((failure: { layers: string[] }) => failure.layers), [
    layers,
  ]);
  const page = await Deno.readTextFile(join(folder.path, "dist/index.html"));
  assert.match(page, /Maps not drawn|inner.*maps not drawn/i);
  assert.doesNotMatch(page, /Cannot draw maps/, "it is told once");
});

Deno.test("cli report ends with 1 where no photo can be read, and says that there is no map", async () => {
  await using folder = await makeProject({ images: ["notes.txt"] }, {
    "notes.txt": "Dear reader,\n",
  });
  const { code, stderr } = await run(folder, "report", "--quiet");
  assert.equal(code, 1);
  assert.match(stderr, /^left out: tiny: Cannot draw maps: no photo could be read$/m);
  assert.match(stderr, /^warning: the report holds no feature map$/m);
});

Deno.test("cli report writes nothing where no model can be read, and ends with 2", async () => {
  await using folder = await makeProject({ models: [{ path: "bad.onnx" }] });
  const before = await listTree(folder.path);
  const { code, stderr } = await run(folder, "report");
  assert.equal(code, 2);
  assert.match(stderr, /bad\.onnx: Cannot open file "bad\.onnx": there is no such file/);
  assert.deepEqual(await listTree(folder.path), before);
});

Deno.test("cli report lists three mistakes of a config at once, and ends with 2", async () => {
  await using folder = await makeProject({
    titel: "A typing error",
    models: [{ path: "tiny.onnx", preprocess: "imagnet" }],
    grid: { nrow: 0 },
  });
  const before = await listTree(folder.path);
  const { code, stderr } = await run(folder, "report");
  assert.equal(code, 2);
  assert.match(stderr, /^error: Cannot parse config "convatlas\.json": 3 problems$/m);
  assert.match(stderr, /titel: .*did you mean "title"/);
  assert.match(stderr, /models\[0\]\.preprocess: .*did you mean "imagenet"/);
  assert.match(stderr, /grid\.nrow: found 0/);
  assert.deepEqual(await listTree(folder.path), before);
});

Deno.test("cli report refuses a folder of other files, and leaves it as it is", async () => {
  await using folder = await makeProject({}, { "dist/thesis.tex": "years of work" });
  const before = await listTree(folder.path);
  const { code, stderr } = await run(folder, "report");
  assert.equal(code, 2);
  assert.match(stderr, /^error: Cannot write report to "dist": it holds other files/m);
  assert.deepEqual(await listTree(folder.path), before);
});

Deno.test("cli report refuses a place where nothing can be written", async () => {
  await using folder = await makeProject({}, { "a": "a file" });
  const { code, stderr } = await run(folder, "report", "--out", "a/dist");
  assert.equal(code, 2);
  assert.match(stderr, /^error: Cannot write report to "a\/dist": /m);
});

// Enough photos that the run takes a while.
async function makeLongProject(): Promise<TempFolder> {
  const photo = await paintPhoto("olive");
  const photos = Array.from({ length: 300 }, (_, i) => [`photos/${i}.png`, photo] as const);
  return await makeProject({}, {
    ...Object.fromEntries(photos),
    "dist/report.json": REPORT,
    "dist/index.html": "the earlier report",
  });
}

/** Starts a long run and interrupts it once it has told `lines` lines of progress. */
async function interruptAfter(lines: number, folder: TempFolder): Promise<Deno.CommandStatus> {
  const child = startCommand(["report"], folder.path);
  let told = 0;
  for await (const chunk of child.stderr.pipeThrough(new TextDecoderStream())) {
    told += chunk.split("\n").length - 1;
    if (told >= lines) break;
  }
  child.kill("SIGINT");
  await child.stdout.cancel();
  return await child.status;
}

for (const lines of [1, 5, 15]) {
  Deno.test({
    name: `cli report leaves the earlier report whole when it is interrupted after ${lines} lines`,
    ignore: Deno.build.os === "windows", // has no SIGINT to send
    fn: async () => {
      await using folder = await makeLongProject();
      const before = await listTree(folder.path);
      const { code } = await interruptAfter(lines, folder);
      assert.equal(code, 130);
      assert.deepEqual(await listHidden(folder.path), []);
      assert.deepEqual(await listTree(folder.path), before);
      const page = await Deno.readTextFile(join(folder.path, "dist/index.html"));
      assert.equal(page, "the earlier report");
    },
  });
}

async function listHidden(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
  return entries.filter((name) => name.startsWith("."));
}

Deno.test("cli layers writes a table", async (t) => {
  await using folder = await makeProject();
  const { code, stdout, stderr } = await run(folder, "layers", "tiny.onnx");
  assert.equal(code, 0);
  assert.equal(stderr, "");
  await t.assertSnapshot(stdout);
});

Deno.test("cli layers --json writes JSON", async () => {
  await using folder = await makeProject();
  const { code, stdout } = await run(folder, "layers", "tiny.onnx", "--json");
  assert.equal(code, 0);
  const { format, layers } = JSON.parse(stdout);
  assert.equal(format, "convatlas-layers");
  assert.deepEqual(
    layers.map(({ name, kernels }: { name: string; kernels: number[] }) => [name, kernels]),
    [
      ["conv1", [4, 3, 3, 3]],
      ["conv2", [2, 4, 1, 1]],
    ],
  );
});

const refusedModels = [
  ["a missing model", "no.onnx"],
  ["a photo", "photos/red.png"],
  ["a folder", "photos"],
] as const;

for (const [what, path] of refusedModels) {
  Deno.test(`cli layers refuses ${what}, and ends with 2`, async () => {
    await using folder = await makeProject();
    const { code, stdout, stderr } = await run(folder, "layers", path);
    assert.equal(code, 2);
    assert.equal(stdout, "");
    assert.match(stderr, /^error: Cannot (open|read) /);
  });
}

Deno.test("cli works in the folder where a task was called", async () => {
  await using folder = await makeProject();
  const root = fileURLToPath(new URL("../", import.meta.url));
  const env = { INIT_CWD: folder.path };
  const { code, stderr } = await runDeno([...PROGRAM, "report", "--quiet"], root, env);
  assert.equal(code, 0, stderr);
  assert((await listTree(join(folder.path, "dist"))).includes("index.html"));
  const layers = await runDeno([...PROGRAM, "layers", "tiny.onnx"], root, env);
  assert.equal(layers.code, 0, layers.stderr);
});

Deno.test("cli stays in its folder where a task was called from one that is gone", async () => {
  await using folder = await makeProject();
  const root = fileURLToPath(new URL("../", import.meta.url));
  for (const INIT_CWD of [join(folder.path, "gone"), ""]) {
    const args = [...PROGRAM, "layers", join(folder.path, "tiny.onnx")];
    const { code, stderr } = await runDeno(args, root, { INIT_CWD });
    assert.equal(code, 0, stderr);
  }
});

Deno.test({
  name: "cli report writes the report where nothing can be told of it",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    await using folder = await makeProject();
    const line = `"$0" "$@" report --config convatlas.json 2>/dev/full`;
    const args = ["-c", line, Deno.execPath(), ...PROGRAM];
    const { code } = await new Deno.Command("sh", { args, cwd: folder.path }).output();
    assert.equal(code, 0);
    assert((await listTree(join(folder.path, "dist"))).includes("index.html"));
  },
});

// What a terminal obeys, in 7 and 8 bits, lines of its own, and a text that reads the other way.
const OBEYED = "\x1b[31mred\x07\x9b2J\r\nerror: none \u202egnp.cod";

Deno.test("cli shows what a config names and nobody has as one line", async () => {
  await using folder = await makeProject({ images: [`no${OBEYED}.jpg`, { path: `*${OBEYED}` }] });
  const { code, stderr } = await run(folder, "report");
  assert.equal(code, 2);
  assert.doesNotMatch(stderr, /[^\P{Cc}\n]|\u202e|^error: none/mu);
  assert.equal(stderr.trimEnd().split("\n").length, 2, stderr);
});

Deno.test("cli shows what names hold, and obeys none of it", async () => {
  await using folder = await makeProject({
    title: OBEYED,
    models: [{ path: "tiny.onnx", name: OBEYED, preprocess: "unit" }, { path: `no${OBEYED}.onnx` }],
  }, { "tiny.onnx": encodeTinyModel({ first: OBEYED }) });
  const runs = [["report"], ["layers", "tiny.onnx"], ["layers", "tiny.onnx", "--json"]];
  for (const args of [...runs, ["layers", `no${OBEYED}`]]) {
    const { stdout, stderr } = await run(folder, ...args);
    assert.doesNotMatch(stdout + stderr, /[^\P{Cc}\n]|\u202e/u, args[0]);
    assert.doesNotMatch(stdout + stderr, /^error: none/m, args[0]);
  }
  const { stdout } = await run(folder, "layers", "tiny.onnx", "--json");
  assert.equal(
    JSON.parse(stdout).layers[0].name,
    OBEYED,
    "a program that reads it gets the name itself",
  );
  for (const [path, content] of await readTree(join(folder.path, "dist"))) {
    if (!/\.(html|js)$/.test(path)) continue;
    assert(!new TextDecoder().decode(content).includes("\u202e"), path);
  }
});
