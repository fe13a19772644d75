import type { Dim } from "../onnx/graph/graph.ts";
import type { Model } from "../onnx/graph/model.ts";
import { listFedInputs } from "../onnx/write/cut.ts";
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
  /** All convolutions, in the order of the graph. */
  readonly layers: readonly LayerRow[];
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
  { imageInput, layers }: Pick<ModelListing, "imageInput" | "layers">,
): ModelListing {
  return {
    format: "convatlas-layers",
    version: 1,
    opset: model.opsets.get("") ?? null,
    producer: model.producer,
    inputs: listFedInputs(model).map(({ name, dataType, dims }) => ({ name, dataType, dims })),
    imageInput,
    layers,
  };
}
