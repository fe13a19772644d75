import type { Dim } from "../onnx/graph/graph.ts";
import type { Model } from "../onnx/graph/model.ts";
import { listFedInputs } from "../onnx/write/cut.ts";
import type { ReportRecipe } from "../report/report_model.ts";
import type { LayerRow } from "./layer_row.ts";

/** What a model says of itself before it is run, as `layers --json` writes it. */
export interface ModelListing {
  /** What this text is. */
  readonly format: "convatlas-layers";
  /** The version of the format; a reader refuses one it does not know. */
  readonly version: 1;
  /** The version of ONNX's operator set; null where the file declares none. */
  readonly opset: number | null;
  /** The program that wrote the file, with its version; empty where it does not say. */
  readonly producer: string;
  /** What has to be fed, in the order of the file. */
  readonly inputs: readonly ListedInput[];
  /** The input that takes the photo; null where none does. */
  readonly imageInput: string | null;
  /** How photos become the input where no config says it; null where no input takes one. */
  readonly preprocess: ListedPreprocess | null;
  /** All convolutions and fully connected layers, in the order of the graph. */
  readonly layers: readonly LayerRow[];
}

/** How photos become the input of a model. */
export interface ListedPreprocess {
  /** Whether a file or the model tells it; else it is a guess. */
  readonly sure: boolean;
  /** What photos become, and why, as a sentence. */
  readonly text: string;
  /** The same as the `preprocess` of a config. */
  readonly recipe: ReportRecipe;
}

/** An input of a model. */
export interface ListedInput {
  readonly name: string;
  /** The type of its elements, such as `float32`. */
  readonly dataType: string;
  /** Its sizes: open ones by their names, or as null; null where none are declared. */
  readonly dims: readonly Dim[] | null;
}

/** Assembles what is listed of a model. */
export function listModel(
  model: Model,
  { imageInput, preprocess, layers }: Pick<ModelListing, "imageInput" | "preprocess" | "layers">,
): ModelListing {
  return {
    format: "convatlas-layers",
    version: 1,
    opset: model.opsets.get("") ?? null,
    producer: model.producer,
    inputs: listFedInputs(model).map(({ name, dataType, dims }) => ({ name, dataType, dims })),
    imageInput,
    preprocess,
    layers,
  };
}
