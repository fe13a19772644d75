import type { TrialName } from "../analysis/trial/trial.ts";
import type { GratingAxes } from "../analysis/tuning/grating_axes.ts";
import type { Channels, Preprocess } from "../config/preprocess/preprocess.ts";
import type { LeftOutDense } from "../plan/found.ts";
import type { Reason } from "../reason/reason.ts";
import type { DatasetPhotos } from "./dataset/dataset_pictures.ts";
import type { Oddity } from "./oddity.ts";
import type { ReportLayer } from "./report_layer.ts";

/** A network. */
export interface ReportModel {
  /** The name of its folder. */
  readonly id: string;
  /** The name for people. */
  readonly name: string;
  /** The SHA-256 of the ONNX file, in hexadecimal. */
  readonly sha256: string;
  /** The version of ONNX's operator set; null where the file declares none. */
  readonly opset: number | null;
  /** The program that wrote the file, with its version; empty where it does not say. */
  readonly producer: string;
  /** How photos are turned into input. */
  readonly preprocess: ReportPreprocess;
  /** The input that takes the photo; null where none does. */
  readonly imageInput: string | null;
  /** What the config gives to other inputs. */
  readonly given: readonly ReportGiven[];
  /** The photos as the network saw them. */
  readonly inputs: readonly ReportInput[];
  /** The photos that were fed in other ways, and which; null where none were. */
  readonly experiments: ReportExperiments | null;
  /** Why none were, in English; null where some were. */
  readonly experimentsMissing: string | null;
  /** The same as a code with what goes with it. */
  readonly experimentsReason: Reason | null;
  /** The gratings that it was run on; null where there were none. */
  readonly tuning: ReportTuning | null;
  /** Why there were none, in English; null where there were. */
  readonly tuningMissing: string | null;
  /** The same as a code with what goes with it. */
  readonly tuningReason: Reason | null;
  /** What a classifier answers to the photos; null where it is none, or its classes are not run. */
  readonly answers: ReportAnswers | null;
  /** Small pictures of photos of the dataset that its layers name; null where there are none. */
  readonly datasetPhotos: DatasetPhotos | null;
  /** The chosen layers, in the order of the graph. */
  readonly layers: readonly ReportLayer[];
  /** The fully connected layers that are not drawn, as nothing asks for them; null where there are none. */
  readonly leftOut: LeftOutDense | null;
  /** What was left out so that the report is small; null where it is not. */
  readonly reduced: ReducedModel | null;
  /** What is odd about its layers, the most surprising first. */
  readonly findings: readonly Oddity[];
}

/** A model in a small report: its pictures have lost what is hardly seen, its numbers have 8 bits. */
export interface ReducedModel {
  /** How many layers there would be if there were room for them. */
  readonly of: number;
  /** Whether the numbers behind the pictures are there. */
  readonly numbers: boolean;
}

/** The gratings that a model was run on, to find what its kernels are tuned to. */
export interface ReportTuning extends GratingAxes {
  /** The width of a grating, in pixels. */
  readonly width: number;
  /** Its height, in pixels. */
  readonly height: number;
  /** How many pictures were run: plain grey, all gratings, and one a hue. */
  readonly pictures: number;
}

/** What was done to photos to see how maps change. */
export interface ReportExperiments {
  /** The ids of the photos. */
  readonly images: readonly string[];
  /** What was done to any of them. */
  readonly trials: readonly TrialName[];
}

/** How photos are turned into input, and who says so. */
export interface ReportPreprocess extends ReportRecipe {
  /** The preset's name, the file's name, `custom` or `auto`. */
  readonly name: string;
  /** By what it was found; left out where the config says it. */
  readonly found?: ReportFoundPreprocess;
}

/** How photos are turned into input; value = (level × rescale − mean) ÷ std. */
export interface ReportRecipe {
  /** How the photo is resized, as a config writes it; null where the model's input decides. */
  readonly resize: Readonly<Record<string, number | string>> | null;
  /** The filter of the resizing. */
  readonly kernel: string;
  /** What is cut from the centre after it; null for none. */
  readonly crop: Preprocess["crop"];
  /** What was done with a colour profile: nothing, or a conversion to sRGB. */
  readonly profile: Preprocess["profile"];
  /** The channels of the input, in their order. */
  readonly channels: Channels;
  /** What every pixel, 0 to 255, is multiplied by. */
  readonly rescale: number;
  /** What is subtracted, for each channel. */
  readonly mean: readonly number[];
  /** What the difference is divided by, for each channel. */
  readonly std: readonly number[];
}

/** By what a preprocessing was found that the config does not say. */
export interface ReportFoundPreprocess {
  /** Whether a file or the model tells it; else it is a guess. */
  readonly sure: boolean;
  /** What tells it, then what was passed over, as sentences. */
  readonly text: string;
  /** The same as codes with what goes with them. */
  readonly reasons: readonly Reason[];
}

/** What a classifier answers to the photos. */
export interface ReportAnswers {
  /** The id of the layer whose kernel j makes the number of class j; null where it is not drawn. */
  readonly layer: string | null;
  /** The file that has the words, without its folders, or the key of the model's metadata; else null. */
  readonly source: string | null;
  /**
   * How shares come about: the model gives them (`model`), a chance for each class (`chances`), or
   * its numbers became shares by softmax (`softmax`).
   */
  readonly shares: "model" | "chances" | "softmax";
  /** The answer to each photo, as far as there is one. */
  readonly photos: readonly PhotoAnswer[];
}

/** The first classes that a classifier gives a photo. */
export interface PhotoAnswer {
  /** The id of the photo. */
  readonly image: string;
  /** The indices of the classes, counted from 0, the likeliest first. */
  readonly classes: readonly number[];
  /** Their words; null where none are known. */
  readonly labels: readonly (string | null)[];
  /** The share of each, 0 to 1. */
  readonly shares: readonly number[];
}

/** What an input takes beside the photo; one of the fields tells, the others are null. */
export interface ReportGiven {
  /** The name of the input. */
  readonly input: string;
  /** The number for all of its elements. */
  readonly value: number | null;
  /** How many numbers the config lists. */
  readonly count: number | null;
  /** The file of another photo, without its folders; preprocessed as the photo is. */
  readonly photo: string | null;
  /** The .npy file, without its folders. */
  readonly npy: string | null;
}

/** A photo or an array as a network saw it. */
export interface ReportInput {
  /** The id of the photo. */
  readonly image: string;
  /** The picture, relative to the report's folder. */
  readonly file: string;
  /** The same made small, 128 pixels along its shorter side; null where it is no larger itself. */
  readonly thumb: string | null;
  /** The size of the picture: of a photo that of the network's input, in pixels. */
  readonly width: number;
  /** The height of the picture, in pixels. */
  readonly height: number;
  /** The dims of an array as it was fed; null for a photo. */
  readonly dims: readonly number[] | null;
}
