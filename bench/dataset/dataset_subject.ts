import { fileURLToPath } from "node:url";
import { readModel } from "../../mod.ts";
import { findConvLayers } from "../../src/onnx/layer/conv_layer.ts";
import { cutModel } from "../../src/onnx/write/cut.ts";
import { tapTuned } from "../../src/plan/tuning_plan.ts";
import { writeSeededModel } from "../network/seeded_model.ts";

/** A model that a dataset is measured by. */
export interface DatasetSubject {
  readonly name: SubjectName;
  /** What a config says of it. */
  readonly model: Readonly<Record<string, unknown>>;
  /** What of it is run: all that is measured, and nothing else. */
  readonly cut: string;
}

/** The models: the embedded default, and one of AlexNet's shape. */
export const SUBJECTS = ["embedded", "alexnet"] as const;

/** The name of one of them. */
export type SubjectName = (typeof SUBJECTS)[number];

const EMBEDDED = fileURLToPath(new URL("../../fixtures/miniature.onnx", import.meta.url));

/** Writes a model into a folder, and what of it is run. */
export async function writeDatasetSubject(
  folder: string,
  name: SubjectName,
): Promise<DatasetSubject> {
  const path = name === "embedded" ? EMBEDDED : `${folder}/alexnet.onnx`;
  if (name === "alexnet") await writeSeededModel(path, name, { classifier: true });
  const cut = `${folder}/cut-${name}`;
  await writeCut(path, cut);
  return {
    name,
    model: { path, ...name === "alexnet" ? { preprocess: "imagenet" } : {} },
    cut: `${cut}/cut.onnx`,
  };
}

// The weights lie beside it, as they are given to the runtime beside its bytes.
async function writeCut(path: string, folder: string): Promise<void> {
  const model = readModel(await Deno.readFile(path));
  const taps = findConvLayers(model).flatMap((layer) => tapTuned(layer) ?? []);
  const { bytes, externalData } = cutModel(model, taps);
  await Deno.mkdir(folder);
  await Deno.writeFile(`${folder}/cut.onnx`, bytes);
  for (const { path: file, data } of externalData) {
    await Deno.writeFile(`${folder}/${file}`, data);
  }
}
