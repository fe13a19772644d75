import assert from "node:assert/strict";
import { parseConfig } from "../../src/config/parse.ts";
import type { Effects } from "../../src/effects.ts";
import { generate } from "../../src/generate.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import { encodeDeepModel } from "../support/model/deep_model.ts";
import { createMemoryWorld, encodePhoto } from "../support/report/memory_effects.ts";

/** What a report of a deep model took. */
interface Work {
  /** How many graphs the runtime loaded, and how many bytes they had. */
  readonly graphs: number;
  readonly loaded: number;
  readonly runs: number;
  /** How many bytes of the model were read. */
  readonly read: number;
  readonly files: number;
  readonly written: number;
}

const COUNTS = [40, 80, 160] as const;

// Names and counts of more digits make a page a little longer.
const LONGER = 1.05;

Deno.test("generate() takes as much for each layer of a deep model as of a shallow one", async (t) => {
  const [few, some, many] = await Promise.all(COUNTS.map(measureWork)) as [Work, Work, Work];
  for (const kind of ["loaded", "read", "files", "written"] as const) {
    await t.step(kind, () => {
      const [first, next] = [some[kind] - few[kind], many[kind] - some[kind]];
      assert(first > 0 && next <= 2 * first * LONGER, `${few[kind]}, ${some[kind]}, ${many[kind]}`);
    });
  }
  // All layers are composed in one graph.
  for (const kind of ["graphs", "runs"] as const) {
    await t.step(kind, () => assert.deepEqual([some[kind], many[kind]], [few[kind], few[kind]]));
  }
});

async function measureWork(count: number): Promise<Work> {
  const files = {
    "deep.onnx": encodeDeepModel(count),
    "cat": encodePhoto({ width: 8, height: 8 }),
  };
  const world = createMemoryWorld({ files });
  const work = { graphs: 0, loaded: 0, runs: 0, read: 0 };
  const runtime: Effects["runtime"] = {
    ...onnxRuntime,
    open: async (model) => {
      work.graphs++;
      work.loaded += model.bytes.length;
      const session = await onnxRuntime.open(model);
      return { ...session, run: (inputs) => (work.runs++, session.run(inputs)) };
    },
  };
  const openModel: Effects["files"]["openModel"] = (path) => {
    const { source, ...file } = world.effects.files.openModel(path);
    const read = (start: number, end: number) => {
      work.read += end - start;
      return source.read(start, end);
    };
    return { ...file, source: { ...source, read } };
  };
  const effects = { ...world.effects, runtime, files: { ...world.effects.files, openModel } };
  const config = { models: [{ path: "deep.onnx", preprocess: "unit" }], images: ["cat"] };
  const report = await generate(parseConfig(config), effects);
  assert.deepEqual(report.failures, []);
  assert.equal(report.models[0]!.layers.length, count);
  const written = [...world.written.values()].reduce((sum, { length }) => sum + length, 0);
  return { ...work, files: world.written.size, written };
}
