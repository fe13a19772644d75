import type { InputConfig } from "../config/model_config.ts";
import type { Preprocess } from "../config/preprocess/preprocess.ts";
import type { Labels } from "../config/label/label_file.ts";
import type { ClassOutput } from "../onnx/layer/class_output.ts";
import type { ConvLayer } from "../onnx/layer/conv_layer.ts";
import type { Model } from "../onnx/graph/model.ts";
import type { FoundField } from "../onnx/field/receptive_field.ts";
import type { Size } from "../raster/raster.ts";
import type { Reason } from "../reason/reason.ts";

/** A photo that was found, or an array: of that the last two axes are its height and width. */
export interface FoundPhoto extends Size {
  readonly name: string;
  readonly path: string;
  /** The dims of the array in a .npy file; null for a photo. */
  readonly dims: readonly number[] | null;
  /** The name of its colour profile; null where it has none. */
  readonly profile: string | null;
  readonly sha256: string;
}

/** How photos become input. */
export interface FoundPreprocess {
  /** The preset's name, the file's, `custom` or `auto`. */
  readonly name: string;
  readonly recipe: Preprocess;
  /** By what it was found; left out where a config says it. */
  readonly found?: {
    /** Whether something tells it; else it is a guess. */
    readonly sure: boolean;
    /** The size of the input in pixels; null where that is the photo's. */
    readonly size: Size | null;
    /** What tells it, then what was passed over. */
    readonly reasons: readonly Reason[];
  };
}

/** A model that was read. */
export interface FoundModel {
  readonly name: string;
  /** Its file, as the config names it. */
  readonly path: string;
  readonly sha256: string;
  readonly onnx: Model;
  readonly preprocess: FoundPreprocess;
  /** What the config gives to inputs that do not take the photo, by their names. */
  readonly given: Readonly<Record<string, InputConfig>>;
  /** The input that takes photos; null where none does. */
  readonly image: string | null;
  /** What gives its classes; null where none is known to. */
  readonly classes: FoundClasses | null;
  /** The chosen layers. */
  readonly layers: readonly FoundLayer[];
  /** Of how many these are some, evenly spread, so that a small report has room for them. */
  readonly chosenOf?: number;
  /** The fully connected layers that are not drawn unasked; null where there are none. */
  readonly leftOut: LeftOutDense | null;
}

/** Fully connected layers that hold more weights than the convolutions. */
export interface LeftOutDense {
  /** Their names. */
  readonly layers: readonly string[];
  /** Their operators, by which they can be asked for. */
  readonly ops: readonly string[];
  /** Which share of all weights they hold, from 0 to 1; null where that is not known. */
  readonly share: number | null;
}

/** The output of a model that gives a number for each of its classes, and their words. */
export interface FoundClasses extends Pick<ClassOutput, "output" | "scores"> {
  /** The tensor that the layer makes whose kernel j makes the number of class j. */
  readonly layer: string;
  /** How many there are; null where neither its kernels nor the words tell. */
  readonly count: number | null;
  /** The words of the classes, null for one without; null where none are known. */
  readonly labels: Labels | null;
  /** The file that told them, without its folders, or the key of the model's metadata; null for none. */
  readonly source: string | null;
  /** Whether the config asks for them. */
  readonly asked: boolean;
}

/** A chosen convolution. */
export interface FoundLayer {
  readonly conv: ConvLayer;
  /** What its cells read of a photo; null where that depends on the photo's size, which is open. */
  readonly field: FoundField | null;
}
