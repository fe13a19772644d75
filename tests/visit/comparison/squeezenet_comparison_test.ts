import assert from "node:assert/strict";
import { generateReport } from "../../../mod.ts";
import type { ModelInput } from "../../../src/config/config_input.ts";
import { sliceAt, type Tensor } from "../../../src/tensor/tensor.ts";
import { decodeNpy } from "../../support/npy.ts";
import { sharedPath, testShared } from "../../support/shared.ts";
import { makeTempFolder } from "../../support/temp_folder.ts";

const LAYERS = [0, 1, 6, 17].map((n) => `squeezenet0_conv${n}_fwd`);

function describeModel(name: string, file: string): ModelInput {
  const path = sharedPath(`corpus/models/squeezenet1.1-imagenet-${file}.onnx`);
  return { name, path, layers: LAYERS, preprocess: "imagenet" };
}

function measureError(a: Float32Array, b: Float32Array): number {
  const norm = (numbers: Float32Array): number => Math.sqrt(numbers.reduce((s, x) => s + x * x, 0));
  return norm(a.map((value, i) => value - b[i]!)) / norm(a);
}

// [layer, its worst map, and how far that is off]
const WORST = [[6, 36, 0.173], [17, 98, 0.159], [0, 25, 0.071], [1, 7, 0.027]] as const;

testShared("the int8 SqueezeNet loses most in conv6 and conv17, as its maps say", async () => {
  await using temp = await makeTempFolder();
  const report = await generateReport({
    models: [describeModel("float", "fp32"), describeModel("int8", "int8-qdq-perchannel")],
    images: [sharedPath("corpus/images/skimage_chelsea.png")],
    ...{ tuning: false, experiments: false, values: false },
  }, { out: `${temp.path}/dist`, npy: true });
  const read = async (path: string): Promise<Tensor> =>
    decodeNpy(await Deno.readFile(`${temp.path}/dist/${path}/maps/skimage_chelsea.npy`));
  const [{ layers }] = report.comparisons as [typeof report.comparisons[0]];
  const ranked = layers.toSorted((a, b) => b.worstError! - a.worstError!);
  assert.deepEqual(
    ranked.map(({ a, worst, worstError }) => [a, worst!.kernel, Number(worstError!.toFixed(3))]),
    WORST.map(([n, kernel, error]) => [`squeezenet0_conv${n}_fwd`, kernel, error]),
  );
  for (const { a, b, medianError, worstError, stages } of layers) {
    assert.deepEqual(stages, { a: "maps", b: "maps" }); // though its Relu is in the quantizers
    const [one, other] = [await read(`float/${a}`), await read(`int8/${b}`)];
    const errors = Array.from(
      { length: one.dims[0]! },
      (_, k) => measureError(sliceAt(one, k).data, sliceAt(other, k).data),
    ).sort((a, b) => a - b);
    const middle = (errors[errors.length / 2 - 1]! + errors[errors.length / 2]!) / 2;
    assert(Math.abs(worstError! - errors.at(-1)!) < 1e-5);
    assert(Math.abs(medianError! - middle) < 1e-5);
  }
});
