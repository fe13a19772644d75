import { describeDims, describeInput, type ToldInput } from "./input_text.ts";
import type { AnyReason, Tell } from "./tell.ts";

/** What a model reads. */
interface There {
  readonly inputs: readonly ToldInput[];
}

function listInputs(inputs: readonly ToldInput[]): string {
  return inputs.map((input) => `input ${describeInput(input)}`).join(", ");
}

function tellThere({ inputs }: There): string {
  return inputs.length === 0 ? "none is read" : listInputs(inputs);
}

/** The sizes that an input declares. */
interface Declared {
  readonly input: string;
  readonly dims: readonly (number | string | null)[];
}

/** The channels and the size of a photo. */
interface PhotoSize {
  readonly channels: number;
  readonly width: number;
  readonly height: number;
}

/** The whole numbers that an input holds, and one that it does not. */
interface Levels {
  readonly input: string;
  readonly least: number;
  readonly most: number;
  readonly found: number;
}

// By the number of channels.
const CHANNELS: Readonly<Record<number, string>> = { 1: "gray", 3: "RGB", 4: "RGBA" };

/** Why a model cannot be fed with what there is. */
export const INPUT_REASONS = {
  "no-input-for-photo": (there: There): string =>
    `Cannot feed a photo: no input takes one (${tellThere(there)})`,
  "input-not-read": ({ input, ...there }: There & { readonly input: string }): string =>
    `Cannot feed input "${input}": what is drawn does not depend on it (${tellThere(there)}); ` +
    'in the config, "image" names another input',
  "input-without-value": (
    { inputs, image, first, takesPhoto }: There & {
      /** The input that takes the photo. */
      readonly image: string;
      /** The first of the inputs, and whether it may take a photo. */
      readonly first: string;
      readonly takesPhoto: boolean;
    },
  ): string => {
    const name = JSON.stringify(first);
    return `Cannot feed ${listInputs(inputs)}: no value is given, and the photo goes to ` +
      `"${image}"; in the model's config write "inputs": {${name}: 1}, or in place of 1 ` +
      `${
        takesPhoto ? '{"photo": "….png"} or ' : ""
      }{"npy": "….npy"}; or "image": ${name} if that ` +
      "takes the photo";
  },
  "input-without-space": ({ input, dims }: Declared): string =>
    `Cannot feed a photo to input "${input}" [${describeDims(dims)}]: it has no axes of ` +
    'height and width; give a .npy file in "images", or name another input by "image" in the ' +
    "model's config",
  "value-count": ({ input, dims, count }: Declared & { readonly count: number }): string =>
    `Cannot feed input "${input}" [${describeDims(dims)}]: ${count} values are given`,
  "value-unheld": (
    { input, type, least, most, found }: Levels & { readonly type: string },
  ): string =>
    `Cannot feed input "${input}" ${type}: it takes whole numbers from ${least} to ${most}, ` +
    `"inputs" in the config gives ${found}`,
  "array-misfit": (
    { input, dims, found }: Declared & { readonly found: readonly number[] },
  ): string =>
    `Cannot feed input "${input}" [${describeDims(dims)}]: the array that is given is ` +
    `[${found.join(", ")}]`,
  "preprocess-misfit": (
    { input, preprocess, gives, takes }: {
      readonly input: string;
      readonly preprocess: string;
      readonly gives: PhotoSize;
      readonly takes: PhotoSize;
    },
  ): string =>
    `Cannot feed input "${input}": preprocess "${preprocess}" gives ` +
    `${gives.channels} channel${gives.channels === 1 ? "" : "s"} of ${gives.width} x ` +
    `${gives.height}, the model takes ${takes.channels} of ${takes.width} x ${takes.height} ` +
    `(width x height); in the config, ${advisePreprocess(gives, takes).join("; ")}`,
  "levels-misfit": ({ input, least, most, found }: Levels): string =>
    `Cannot feed input "${input}": it takes ${describeLevels(least, most)}, preprocess gives ` +
    `${found}; ${adviseLevels(least, most)}`,
  "array-levels-misfit": ({ input, least, most, found }: Levels): string =>
    `Cannot feed input "${input}": it takes ${
      describeLevels(least, most)
    }, the array gives ${found}`,
  "channels-misfit": (
    { given, channels }: { readonly given: number; readonly channels: number },
  ): string =>
    `Cannot preprocess photo: "mean" and "std" are of ${given} channels, the input takes ` +
    `${channels}; an array in its place, {"npy": "….npy"}, needs no preprocess`,
  "given-unread": (
    { file, input, reason }: {
      readonly file: string;
      readonly input: string;
      readonly reason: AnyReason;
    },
    tell: Tell,
  ): string => `Cannot give "${file}" to input "${input}": ${tell(reason)}`,
};

function advisePreprocess(gives: PhotoSize, takes: PhotoSize): readonly string[] {
  const sameSize = gives.width === takes.width && gives.height === takes.height;
  return [
    ...sameSize ? [] : [
      'a "preprocess" without resize and crop, such as "unit", gives that size',
    ],
    ...gives.channels === takes.channels ? [] : [adviseChannels(takes.channels)],
  ];
}

function adviseChannels(channels: number): string {
  const name = CHANNELS[channels];
  return name === undefined
    ? `no "channels" of "preprocess" gives ${channels}`
    : `"channels": "${name}" in "preprocess" gives ${channels}`;
}

// What a photo is never near to is left unsaid.
function describeLevels(least: number, most: number): string {
  if (most === 1) return "only 0 and 1";
  return most < 2 ** 15 ? `whole numbers from ${least} to ${most}` : "only whole numbers";
}

function adviseLevels(least: number, most: number): string {
  if (most === 1) {
    return 'the preset "unit" gives these for a picture of black and white in the model\'s own size';
  }
  if (least === -128) return '"rescale": 1 and "mean": 128 in "preprocess" give -128 to 127';
  if (most < 255) return "no photo has so few levels";
  return 'the preset "raw" gives 0 to 255';
}
