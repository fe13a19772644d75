import { parseConfig } from "../../src/config/parse.ts";
import { generate } from "../../src/generate.ts";
import { onnxRuntime } from "../../src/host/session.ts";
import { encodeDeepModel } from "../support/model/deep_model.ts";
import { createMemoryWorld, encodePhoto } from "../support/report/memory_effects.ts";

// As many reports of a shallow model as have the layers of a deep one: they should take as long.
const [SHALLOW, DEEP] = [25, 200];
const group = `${DEEP} layers of 1 x 1`;
const config = parseConfig({
  models: [{ path: "deep.onnx", preprocess: "unit" }],
  images: ["cat"],
});
const [shallow, deep] = [SHALLOW, DEEP].map(encodeDeepModel) as [ModelBytes, ModelBytes];

type ModelBytes = ReturnType<typeof encodeDeepModel>;

Deno.bench(
  { name: `in models of ${SHALLOW}`, group, baseline: true, n: 3, warmup: 1 },
  async () => {
    for (let layers = 0; layers < DEEP; layers += SHALLOW) await report(shallow);
  },
);

Deno.bench({ name: "in one model", group, n: 3, warmup: 1 }, async () => await report(deep));

async function report(model: ModelBytes): Promise<void> {
  const files = { "deep.onnx": model, "cat": encodePhoto({ width: 8, height: 8 }) };
  const { effects } = createMemoryWorld({ files });
  await generate(config, { ...effects, runtime: onnxRuntime });
}
