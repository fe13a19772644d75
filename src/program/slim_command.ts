import { basename, dirname, join } from "node:path";
import { createFiles } from "../host/file/files.ts";
import { nameDataFile, writeModel } from "../host/output/model_output.ts";
import { writeError } from "../host/process/terminal.ts";
import { findLayers } from "../onnx/layer/conv_layer.ts";
import { readModel } from "../onnx/read/read_model.ts";
import { weighDataFiles } from "../onnx/slim/data_files.ts";
import { slimModel } from "../onnx/slim/slim_model.ts";
import { chooseLayers } from "../survey/layer_choice.ts";
import { notePreprocess } from "../survey/recipe/noted_preprocess.ts";
import { EXIT } from "./exit.ts";
import { tellSlim } from "./slim_text.ts";

/** What a user asks of a slim model. */
export interface SlimFlags {
  /** The selectors of layers; all where there is none. */
  readonly layers?: readonly string[];
  /** @default A file beside the user, named after the model. */
  readonly out?: string;
  readonly force?: boolean;
}

/** Writes a model that holds only what some layers of another one need, and gives the exit code. */
export async function slim(path: string, flags: SlimFlags): Promise<number> {
  const { out = nameSlim(path), layers = [], force = false } = flags;
  const files = createFiles(dirname(path));
  const file = files.openModel(basename(path));
  try {
    const model = readModel(file.source);
    const listed = findLayers(model);
    const chosen = chooseLayers(layers, listed).places.map((place) => listed[place]!);
    const read = { path: basename(path), model, layers: listed };
    const notes = await notePreprocess(read, files);
    const made = slimModel(model, chosen, { dataName: nameDataFile(out), notes });
    const beside = weighDataFiles(model);
    const sources = [path, ...[...beside.keys()].map((each) => join(dirname(path), each))];
    const verify = (): void => file.source.requireUnchanged?.();
    await writeModel(out, made, { force, sources, verify });
    const whole = [...beside.values()].reduce((sum, bytes) => sum + bytes, file.source.byteLength);
    tellSlim({ out, path, made, chosen: chosen.length, whole }).forEach(writeError);
    return EXIT.well;
  } finally {
    file.close();
  }
}

function nameSlim(path: string): string {
  return basename(path).replace(/(\.onnx)?$/i, "-slim.onnx");
}
