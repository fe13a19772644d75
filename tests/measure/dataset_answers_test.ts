import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { ConfigInput } from "../../src/config/config_input.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import { generate } from "../../src/generate.ts";
import { measure } from "../../src/measure.ts";
import type { Report } from "../../src/report/report.ts";
import type { LayerReport } from "../../src/report/layer_report.ts";
import { openMerger } from "../../src/tally/merged_tally.ts";
import { readTally, writeTally } from "../../src/tally/tally_file.ts";
import type { Tally } from "../../src/tally/tally.ts";
import {
  changeTools,
  createMemoryWorld,
  encodePhoto,
  type MemoryWorld,
} from "../support/report/memory_effects.ts";
import { configureTiny, textAt } from "../support/report/tiny_site.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";

type Files = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

const photos: Files = Object.fromEntries(
  Array.from({ length: 12 }, (_, i) => [
    `set/${"abc"[i % 3]}/${i}.jpg`,
    encodePhoto({ width: 30, height: 20 }, i),
  ]),
);

const dataset = { images: ["set/*/*.jpg"], labels: "folder" };

function openWorld(files: Files = {}): MemoryWorld {
  const world = createMemoryWorld({
    files: {
      "tiny.onnx": encodeTinyModel(),
      "photos/cat.jpg": encodePhoto({ width: 30, height: 20 }, 1),
      ...photos,
      ...files,
    },
  });
  return { ...world, effects: changeTools(world.effects, { runtime: onnxRuntime }) };
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

async function measurePart(part: number, of: number, fields: Partial<ConfigInput> = {}): Promise<
  Tally
> {
  const config = configureTiny({ dataset, ...fields });
  return await measure(config, openWorld().effects, { shard: { part, of } });
}

const tally = encode(writeTally(await measurePart(1, 1)));

/** A report, and the files it was written as. */
interface Drawn {
  readonly report: Report;
  readonly world: MemoryWorld;
}

async function draw(fields: Partial<ConfigInput>, files: Files = {}): Promise<Drawn> {
  const world = openWorld(files);
  return { report: await generate(configureTiny(fields), world.effects), world };
}

const layerOf = (world: MemoryWorld, id: string): LayerReport =>
  JSON.parse(textAt(world, `tiny/${id}/layer.json`));

const measured = await draw({ dataset });

Deno.test("a report tells of a tally what it tells of the photos that it measures itself", async () => {
  const told = await draw({ dataset, tally: "all.tally" }, { "all.tally": tally });
  assert.deepEqual(told.report.failures, []);
  assert.deepEqual([...told.world.written], [...measured.world.written]);
});

Deno.test("a report is the same of a tally merged of parts in any order", async () => {
  const merger = openMerger();
  for (const part of [3, 1, 2]) {
    const text = writeTally(await measurePart(part, 3));
    merger.add({ file: `${part}`, tally: readTally(encode(text), `${part}`) });
  }
  const merged = encode(writeTally(merger.finish()));
  const told = await draw({ dataset, tally: "all.tally" }, { "all.tally": merged });
  assert.deepEqual([...told.world.written], [...measured.world.written]);
});

Deno.test("the head of a report tells of the dataset, and each layer of its photos", () => {
  const { labels, photos: count, broken } = measured.report.dataset!;
  assert.deepEqual([labels, count, broken], [["a", "b", "c"], 12, []]);
  const { photos: seen, strongest, named, mean } = layerOf(measured.world, "conv1").dataset!;
  const most = Math.max(...strongest.photo.map((photos) => photos.length)); // of those that are on
  assert.deepEqual([seen, most, mean.length], [12, 12, 4]);
  assert.deepEqual(named.map(({ path }) => path), Object.keys(photos).sort());
});

Deno.test("a report without a dataset has null in its place", async () => {
  const { report, world } = await draw({});
  assert.equal(report.dataset, null);
  assert.equal(layerOf(world, "conv1").dataset, null);
});

Deno.test("photos that cannot be measured are named in the report, which is whole", async () => {
  const { report, world } = await draw({ dataset }, { "set/b/broken.jpg": encode("none") });
  assert.deepEqual(report.failures, []);
  assert.match(
    world.warnings.join("\n"),
    /1 of the 13 photos .* measured with tiny; .*broken\.jpg/,
  );
  assert.deepEqual(report.dataset!.broken.map(({ path, model }) => [path, model]), [
    ["set/b/broken.jpg", "tiny"],
  ]);
});

Deno.test("a dataset of which no photo can be read is a failure of the model", async () => {
  const { report, world } = await draw({ dataset: { images: ["bad/*.jpg"] } }, {
    "bad/0.jpg": encode("none"),
  });
  assert.equal(report.failures[0]!.code, "dataset-unread");
  assert.equal(layerOf(world, "conv1").dataset, null);
});

// [what is drawn, its tally, the code, the layers]
const lacking: readonly [string, Partial<ConfigInput>, Partial<ConfigInput>, string][] = [
  [
    "prepared in another way",
    { models: [{ path: "tiny.onnx", preprocess: "raw" }] },
    {},
    "tally-of-other-photos",
  ],
  [
    "of some layers",
    { models: [{ path: "tiny.onnx", preprocess: "unit", layers: ["#0"] }] },
    {},
    "tally-without-layers",
  ],
  [
    "of another model",
    {},
    { models: [{ path: "other.onnx", name: "other", preprocess: "unit" }] },
    "tally-without-model",
  ],
  [
    "of another file of that name",
    {},
    { models: [{ path: "other.onnx", name: "tiny", preprocess: "unit" }] },
    "tally-of-other-file",
  ],
];

for (const [title, fields, drawn, code] of lacking) {
  Deno.test(`a tally ${title} is told once, and the rest is drawn`, async () => {
    const other = encode(writeTally(await measurePart(1, 1, fields)));
    const files = { "all.tally": other, "other.onnx": encodeTinyModel({ second: "deep" }) };
    const { report, world } = await draw({ tally: "all.tally", ...drawn }, files);
    assert.deepEqual(report.failures.map((failure) => failure.code), [code]);
    assert.equal(report.models[0]!.layers.length > 0, true);
    assert.equal(world.fate.at(-1), "committed");
  });
}

// [what it is, what is said, the file]
const refused: readonly [string, RegExp, Uint8Array<ArrayBuffer>][] = [
  ["is cut off", /tally: .*"all\.tally": it is not whole/, tally.slice(0, -9)],
  [
    "was changed",
    /tally: .*"all\.tally": it was changed/,
    encode(decodeAs(tally).replace("set/a", "set/z")),
  ],
  [
    "is of another version",
    /tally: .*version 9/,
    encode(decodeAs(tally).replace(/"version":\d+/, '"version":9')),
  ],
  ["is none", /tally: .*it is no tally/, encode("{}".padEnd(99))],
  [
    "is a part",
    /tally: .*holds part 2 of 3; "convatlas merge"/,
    encode(writeTally(await measurePart(2, 3))),
  ],
];

function decodeAs(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

for (const [title, why, bytes] of refused) {
  Deno.test(`a report is not begun with a tally that ${title}`, async () => {
    await assert.rejects(draw({ tally: "all.tally" }, { "all.tally": bytes }), why);
  });
}

Deno.test("a layer whose columns are not what they should be is told, and the others are there", async () => {
  const open = decodeAs(tally).replace(/,"sha256":"\w+"}\n$/, "");
  const spoilt = open.replace('"held":{"type":"uint8"', '"held":{"type":"uint32"');
  const sha256 = createHash("sha256").update(spoilt).digest("hex");
  const bytes = encode(`${spoilt},"sha256":"${sha256}"}\n`);
  const { report, world } = await draw({ tally: "all.tally" }, { "all.tally": bytes });
  assert.deepEqual(report.failures.map(({ code }) => code), ["tally-columns"]);
  assert.match(report.failures[0]!.message, /it is no uint8 column/);
  assert.equal(layerOf(world, "conv1").dataset, null);
  assert.notEqual(layerOf(world, "conv2").dataset, null);
});

Deno.test("a tally that is not there is refused by its name", async () => {
  await assert.rejects(draw({ tally: "gone.tally" }), /tally: .*"gone\.tally"/);
});

Deno.test("a report that measures says how to keep that, and one with a tally does not", async () => {
  assert.match(measured.world.notes.join("\n"), /measures the dataset itself.*"convatlas measure"/);
  const told = await draw({ tally: "all.tally" }, { "all.tally": tally });
  assert.doesNotMatch(told.world.notes.join("\n"), /dataset/);
});

Deno.test("a measurement counts in the progress of a report, and in its forecast", async () => {
  const without = await draw({});
  const seconds = ({ world }: Drawn): number => world.foreseen[0]!.seconds;
  assert.ok(seconds(measured) > seconds(without));
  assert.ok(measured.world.told.some(({ doing }) => doing === "measure tiny"));
  const { done, total } = measured.world.told.at(-1)!;
  assert.equal(done, total);
});

Deno.test("photos that are not there are told, and the numbers stay", async () => {
  const { report, world } = await draw(
    { tally: "all.tally", dataset: { images: ["gone/*.jpg"] } },
    { "all.tally": tally },
  );
  assert.equal(report.dataset!.photos, 12);
  assert.match(world.warnings.join("\n"), /photos of the dataset are not shown: no file matches/);
});
