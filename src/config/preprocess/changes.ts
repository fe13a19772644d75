import { createError } from "../../reason/error.ts";
import { type Channels, countChannels, type Preprocess } from "./preprocess.ts";

/** What a config says of a preprocessing; what it leaves out stays as it is. */
export interface PreprocessChanges extends Partial<Omit<Preprocess, "mean" | "std">> {
  /** What is subtracted: a number, or one for each channel. */
  readonly mean?: number | readonly number[];
  /** What the difference is divided by: a number, or one for each channel. */
  readonly std?: number | readonly number[];
}

/**
 * Changes what is said in a preprocessing. Where the channels alone change, the mean and the
 * deviation of each colour go with it.
 *
 * @throws {RangeError} If a list has another number of channels.
 */
export function changePreprocess(
  preprocess: Preprocess,
  { channels = preprocess.channels, mean, std, ...changes }: PreprocessChanges,
): Preprocess {
  const recoloured = recolour(preprocess, channels);
  return {
    ...recoloured,
    ...changes,
    mean: mean === undefined ? recoloured.mean : broadcast(mean, channels),
    std: std === undefined ? recoloured.std : broadcast(std, channels),
  };
}

// Grey has the averages of the colours, as timm takes them.
function recolour(preprocess: Preprocess, channels: Channels): Preprocess {
  const { channels: own, mean, std } = preprocess;
  if (own === channels) return preprocess;
  return {
    ...preprocess,
    channels,
    mean: pickColours(mean, [own, channels], 0),
    std: pickColours(std, [own, channels], 1),
  };
}

function pickColours(
  values: readonly number[],
  [own, wanted]: readonly [Channels, Channels],
  opaque: number,
): number[] {
  if (wanted === "gray") {
    const colours = values.slice(0, 3); // those before an A
    return [colours.reduce((sum, value) => sum + value, 0) / colours.length];
  }
  return [...wanted].map((letter) => {
    if (letter === "A") return opaque;
    return own === "gray" ? values[0]! : values[own.indexOf(letter)]!;
  });
}

function broadcast(value: number | readonly number[], channels: Channels): readonly number[] {
  const count = countChannels(channels);
  if (typeof value === "number") return Array<number>(count).fill(value);
  if (value.length === count) return value;
  throw createError(RangeError, {
    code: "channels-misfit",
    given: value.length,
    channels: count,
  });
}
