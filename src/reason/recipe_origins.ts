import type { AnyReason, Tell } from "./tell.ts";

/** A size in pixels. */
interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** What speaks for a preprocessing where nothing tells of it. */
export const GUESSES = {
  caffe: "most models from Caffe",
  cntk: "most models from CNTK",
  tensorflow: "most models from TensorFlow",
  gray: "most models of grey photos",
  small: "most models of photos this small",
  detector: "most detectors of this form",
  painter: "most models that give a photo",
  colour: "most models of colour photos",
};

/** What a preprocessing may be guessed by. */
export type Guess = keyof typeof GUESSES;

/** By what a preprocessing was found that nobody named, and what was passed over. */
export const RECIPE_ORIGINS = {
  "recipe-of-file": ({ file }: { readonly file: string }): string =>
    `as "${file}" beside the model says`,
  "recipe-of-metadata": (
    { maker, keys }: { readonly maker: string | null; readonly keys: readonly string[] },
  ): string => {
    const list = keys.map((key) => `"${key}"`).join(", ");
    return `as the model's metadata say: ${list}${maker === null ? "" : ` of ${maker}`}`;
  },
  "recipe-of-steps": ({ operators }: { readonly operators: readonly string[] }): string =>
    `as the model itself begins with ${operators.join(", ")}`,
  "recipe-of-type": ({ type }: { readonly type: string }): string => `as the input takes ${type}`,
  "recipe-of-quantizer": (
    { least, most }: { readonly least: number; readonly most: number },
  ): string => `as the input is quantized from ${least} to ${most}`,
  "recipe-of-norm": (
    { mean, deviation }: { readonly mean: number; readonly deviation: number },
  ): string =>
    `as the first BatchNormalization was trained on input of mean ${mean} and deviation ${deviation}`,
  "recipe-guessed": ({ guess }: { readonly guess: Guess }): string =>
    `a guess, as ${GUESSES[guess]} take it`,
  "recipe-passed-over": (
    { file, reason }: { readonly file: string; readonly reason: AnyReason },
    tell: Tell,
  ): string => `"${file}" beside the model is passed over: ${tell(reason)}`,
  "metadata-passed-over": (
    { key, found }: { readonly key: string; readonly found: string },
  ): string =>
    `the model's metadata "${key}" are passed over: ${found} are no numbers for the channels`,
  "recipe-size-misfit": (
    { told, taken }: { readonly told: PixelSize; readonly taken: PixelSize },
  ): string =>
    `the size told there, ${told.width} x ${told.height}, is passed over: the input takes ` +
    `${taken.width} x ${taken.height}`,
  "recipe-values-misfit": (): string =>
    "the values told there are passed over: the input takes whole numbers",
  "recipe-size-open": ({ width, height }: PixelSize): string =>
    `any size fits, ${width} x ${height} is taken`,
  "recipe-changed": ({ keys }: { readonly keys: readonly string[] }): string =>
    `the config itself says ${keys.map((key) => `"${key}"`).join(", ")}`,
};
