import assert from "node:assert/strict";
import type { Files } from "../../src/effects.ts";
import { createFiles } from "../../src/host/file/files.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import { findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import { cutModel } from "../../src/onnx/write/cut.ts";
import { readModel } from "../../src/onnx/read/read_model.ts";
import { surveyLayers } from "../../src/survey/layer_list.ts";
import { writeBigModel } from "../support/model/big_model.ts";
import { startCommand } from "../support/program/command.ts";
import { makeTempFolder } from "../support/temp_folder.ts";

// A model of 244 MB, of which the convolutions take 10 MB.

const MEGABYTE = 1e6;
const MOST_READ = 40 * MEGABYTE;
const MOST_RESIDENT = 150 * 1024; // kB

Deno.test("the structure, kernels and cut of a large model take few bytes of it", async () => {
  await using folder = await makeTempFolder();
  const size = await writeBigModel(`${folder.path}/big.onnx`);
  assert(size > 244 * MEGABYTE);
  const asked = countReads(createFiles(folder.path));
  const before = readCounter();
  const { layers: rows } = await surveyLayers("big.onnx", {
    files: asked.files,
    runtime: onnxRuntime,
  });
  assert.equal(rows.reduce((sum, { pairs }) => sum + pairs!, 0), 1152 + 4096 + 4096 + 1000);
  assert(asked.bytes() < MEGABYTE, `listing asked for ${asked.bytes()} bytes`);
  const file = asked.files.openModel("big.onnx");
  const model = readModel(file.source);
  const layers = findConvLayers(model);
  for (const { kernels } of layers) {
    assert(kernels!.evaluate().data.every((value) => value === 0.5));
  }
  const { bytes } = cutModel(model, layers.map(({ tap }) => tap!));
  file.close();
  assert(bytes.length < 11 * MEGABYTE);
  assert(asked.bytes() < MOST_READ, `all asked for ${asked.bytes()} bytes`);
  const read = readCounter() - before; // whole windows of the file, for the bytes that were asked for
  assert(!(read >= MOST_READ), `the system read ${read} bytes`);
});

function countReads(files: Files): { readonly files: Files; bytes(): number } {
  let bytes = 0;
  const openModel = (path: string) => {
    const { source, ...file } = files.openModel(path);
    const read = (start: number, end: number) => {
      bytes += end - start;
      return source.read(start, end);
    };
    return { ...file, source: { ...source, read } };
  };
  return { files: { ...files, openModel }, bytes: () => bytes };
}

// The bytes that this thread has read, as others run other tests; NaN where the system does not tell.
function readCounter(): number {
  return Deno.build.os === "linux" ? readNumber("/proc/thread-self/io", /rchar: (\d+)/) : NaN;
}

function readNumber(path: string, pattern: RegExp): number {
  try {
    return Number(pattern.exec(Deno.readTextFileSync(path))?.[1]);
  } catch {
    return NaN; // the process has ended
  }
}

const linux = Deno.build.os === "linux";

Deno.test({
  name: "the command layers stays small on a large model" + (linux ? "" : " (skipped: no /proc)"),
  ignore: !linux,
  fn: async () => {
    await using folder = await makeTempFolder();
    await writeBigModel(`${folder.path}/big.onnx`);
    const started = startCommand(["layers", "big.onnx"], folder.path);
    const { highest, output } = await watch(started);
    assert.equal(output.code, 0, new TextDecoder().decode(output.stderr));
    assert.match(new TextDecoder().decode(output.stdout), /384x192x3x3|384 x 192 x 3 x 3|\[384/);
    assert(highest > 0 && highest < MOST_RESIDENT, `it took ${highest} kB`);
  },
});

// The most memory that a process held, in kB, looked up until it ends.
async function watch(
  started: Deno.ChildProcess,
): Promise<{ highest: number; output: Deno.CommandOutput }> {
  let highest = 0;
  const look = () => {
    const kilobytes = readNumber(`/proc/${started.pid}/status`, /VmHWM:\s*(\d+) kB/);
    if (kilobytes > highest) highest = kilobytes;
  };
  const timer = setInterval(look, 2);
  const output = await started.output();
  clearInterval(timer);
  return { highest, output };
}
