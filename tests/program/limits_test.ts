import assert from "node:assert/strict";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import type { Report } from "../../src/report/report.ts";
import { type Ending, runCommand } from "../support/program/command.ts";
import { encodeModel, type NodeText } from "../support/model/onnx_model.ts";
import { store, storeRaw, type TensorText } from "../support/model/onnx_tensor.ts";
import { makeTempFolder } from "../support/temp_folder.ts";
import { encodeTinyModel } from "../support/model/tiny_model.ts";

// What is too large or too small costs itself alone: the rest is drawn, and what is not is named.

const weights = store("float32", [4, 3, 1, 1], Array.from({ length: 12 }, (_, i) => i / 12));

function conv(name: string, w: string, ints: NodeText["ints"] = {}, input = "photo"): NodeText {
  return { op: "Conv", name, inputs: [input, w], outputs: [`${name} maps`], ints };
}

function encode(
  nodes: readonly NodeText[],
  tensors: Readonly<Record<string, TensorText>>,
  size: number | string = 8,
): Uint8Array<ArrayBuffer> {
  const initializers = { weights, ...tensors };
  return encodeModel({ nodes, initializers, inputs: { photo: [1, 3, size, size] } });
}

/** A PNG that claims a size, and holds one pixel. */
async function claimSize(width: number, height: number): Promise<Uint8Array> {
  const create = { width: 1, height: 1, channels: 3 as const, background: "navy" };
  const png = new Uint8Array(await sharp({ create }).png().toBuffer());
  const view = new DataView(png.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  view.setUint32(29, crc32(png.subarray(12, 29))); // of the chunk's kind and content
  return png;
}

interface Drawn extends Ending {
  readonly report: Report;
}

async function draw(
  config: unknown,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<Drawn> {
  const photo = { width: 12, height: 9, channels: 3 as const, background: "maroon" };
  await using folder = await makeTempFolder({
    "convatlas.json": JSON.stringify(config),
    "tiny.onnx": encodeTinyModel(),
    "ok.png": await sharp({ create: photo }).png().toBuffer(),
    ...files,
  });
  const ending = await runCommand(["report", "--quiet"], folder.path);
  assert.equal(ending.code, 1, ending.stderr);
  const written = await Deno.readTextFile(join(folder.path, "dist/report.json"));
  return { ...ending, report: JSON.parse(written) };
}

function listDrawn({ models }: Report): string[] {
  return models.flatMap(({ layers }) =>
    layers.flatMap(({ id, maps, pairs }) => maps.length > 0 && pairs !== null ? [id] : [])
  );
}

Deno.test("a layer of no kernels, or of too many, costs itself alone", async () => {
  const million = storeRaw("float32", [1e6, 3, 1, 1], new Uint8Array(12e6));
  const reading = storeRaw("float32", [2, 1e6, 1, 1], new Uint8Array(8e6));
  const bad = [
    conv("wide", "million"),
    conv("narrow", "reading", {}, "wide maps"),
    conv("good", "weights"),
  ];
  const { report, stderr } = await draw({
    models: ["tiny.onnx", "zero.onnx", "wide.onnx"].map((path) => ({ path, preprocess: "unit" })),
    images: ["ok.png"],
  }, {
    "zero.onnx": encode([conv("none", "empty")], { empty: store("float32", [0, 3, 1, 1], []) }),
    "wide.onnx": encode(bad, { million, reading }),
  });
  assert.deepEqual(listDrawn(report), ["conv1", "conv2", "good"]);
  assert.match(stderr, /zero, none: .*weights of dims \[0, 3, 1, 1\] hold no kernel/);
  assert.match(stderr, /wide, wide: .*it has 1000000 kernels, at most 16384 are drawn/);
  assert.match(
    stderr,
    /wide, narrow: .*its kernels read 1000000 channels, at most 65536 are drawn/,
  );
});

Deno.test("a layer whose maps do not fit into memory costs itself alone", async () => {
  const many = storeRaw("float32", [4096, 3, 1, 1], new Uint8Array(4 * 4096 * 3));
  const { report, stderr } = await draw({
    models: [{ path: "net.onnx", preprocess: { resize: { width: 512, height: 512 } } }],
    images: ["ok.png"],
  }, {
    "net.onnx": encode(
      [conv("large", "many"), conv("good", "weights", { strides: [16, 16] })],
      { many },
      512,
    ),
  });
  assert.deepEqual(listDrawn(report), ["good"]);
  const [large] = report.models[0]!.layers;
  assert.equal(large!.pairs, 4096);
  assert.match(
    stderr,
    /net, large on ok: Cannot capture maps .* 4\.0 GiB of memory, at most 1\.0 is taken; choose fewer/,
  );
});

Deno.test("a layer whose pictures would be too large costs itself alone", async () => {
  const many = storeRaw("float32", [2000, 3, 1, 1], new Uint8Array(4 * 2000 * 3));
  const { report, stderr } = await draw({
    models: [{ path: "net.onnx", preprocess: "unit" }],
    images: ["ok.png"],
    grid: { padding: 400 },
  }, { "net.onnx": encode([conv("broad", "many"), conv("good", "weights")], { many }) });
  assert.deepEqual(listDrawn(report), ["good"]);
  assert.match(stderr, /net, broad: Cannot draw "kernels\.png": it would have \d+ x \d+ pixels/);
  assert.match(
    stderr,
    /net, broad on ok: Cannot draw "maps\/ok\.png": it would have \d+ x \d+ pixels/,
  );
});

Deno.test("a photo that makes an input too large costs itself alone, and is not decoded", async () => {
  const { report, stderr } = await draw({
    models: [{ path: "open.onnx", preprocess: "raw" }],
    images: ["ok.png", "huge.png"],
  }, {
    "open.onnx": encode([conv("good", "weights")], {}, "side"),
    "huge.png": await claimSize(16_000, 16_000),
  });
  assert.deepEqual(report.models[0]!.layers[0]!.maps.length, 1);
  assert.match(
    stderr,
    /open on huge: Cannot feed input of \[1, 3, 16000, 16000\]: it would take 2\.9 GiB of memory/,
  );
});
