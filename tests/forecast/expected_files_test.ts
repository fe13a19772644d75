import assert from "node:assert/strict";
import { OWN_FILES } from "../../src/host/file/own_files.ts";
import type { Config } from "../../src/config/config.ts";
import { generate } from "../../src/generate.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import { listExpectedFiles } from "../../src/forecast/expected_files.ts";
import { createShapes } from "../../src/forecast/shapes.ts";
import type { FormOptions } from "../../src/form/forms.ts";
import { planReport } from "../../src/plan/plan.ts";
import { surveyConfig } from "../../src/survey/survey.ts";
import { encodeChainModel } from "../support/model/chain_model.ts";
import { changeTools, type MemoryWorld } from "../support/report/memory_effects.ts";
import { configureTiny, createTinyWorld } from "../support/report/tiny_site.ts";

/** Lists the paths that are expected, and those that are written. */
async function comparePaths(
  { effects, written }: MemoryWorld,
  config: Config,
  forms: FormOptions,
): Promise<{ readonly expected: string[]; readonly found: string[] }> {
  const real = changeTools(effects, { runtime: onnxRuntime });
  using survey = await surveyConfig(config, real);
  const plan = planReport(config, survey, forms);
  const expected = [...listExpectedFiles(plan, createShapes())].map(({ path }) => path);
  await generate(config, real, forms);
  return { expected: expected.sort(), found: [...written.keys(), OWN_FILES].sort() };
}

const twins = [{ path: "tiny.onnx", preprocess: "unit" }, {
  ...{ path: "tiny.onnx", name: "again", preprocess: "raw", layers: ["conv2"] },
}] as const;

const NOTES = new TextEncoder().encode("Dear reader");

// [what, fields of the config, the forms of its data]
const reports: readonly [string, Parameters<typeof configureTiny>[0], FormOptions][] = [
  ["a model on two photos", {}, {}],
  ["with arrays and projections", { projections: true }, { npy: true, csv: true, parquet: true }],
  ["without values", { values: false }, {}],
  ["two models that see a photo alike", { models: [...twins] }, {}],
  ["that is published", { site: "https://example.org" }, {}],
  ["on no photo", { images: ["notes.txt"] }, {}],
  ["with cosines that are told", { models: [{ path: "chain.onnx", preprocess: "unit" }] }, {}],
  ["with patches of a dataset", { dataset: "photos/*.jpg", models: [...twins] }, {}],
];

for (const [what, fields, forms] of reports) {
  Deno.test(`listExpectedFiles() lists the files that are written: ${what}`, async () => {
    const { expected, found } = await comparePaths(
      createTinyWorld({ "notes.txt": NOTES, "chain.onnx": encodeChainModel() }),
      configureTiny(fields),
      forms,
    );
    assert.deepEqual(expected, found);
  });
}
