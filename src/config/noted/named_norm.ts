import {
  type Metadata,
  type NotedRecipe,
  type NotedValues,
  UNIT_VALUES,
  type UnreadNote,
} from "./noted_recipe.ts";
import { parseNumbers } from "./number_list.ts";

const MEANS = [
  ..."mean image_mean pixel_mean input_mean norm_mean normalize_mean mean_values".split(" "),
  "standardization_mean",
];
const DEVIATIONS = [
  ..."std image_std pixel_std input_std norm_std normalize_std std_values scale_values".split(" "),
  ..."standardization_std deviation".split(" "),
];
const ORDERS = "channel_order channels_order color_order color_space color_format".split(" ");

/**
 * Reads a mean and a deviation that go by one of their usual names; of levels from 0 to 255 where
 * they are too large for values from 0 to 1.
 */
export function readNamedNorm(notes: Metadata): NotedRecipe | UnreadNote | null {
  const [mean, std, order] = [MEANS, DEVIATIONS, ORDERS].map((names) => findNote(notes, names));
  const found = [mean, std].filter((note) => note !== null && note !== undefined);
  if (found.length === 0) return null;
  const unread = found.find(({ value }) => fillChannels(parseNumbers(value)) === null);
  if (unread !== undefined) return unread;
  const norm = { mean: readNorm(mean, 0), std: readNorm(std, 1) };
  if (norm.std.includes(0)) return std!;
  const channels = /bgr/i.test(order?.value ?? "") ? "BGR" : "RGB";
  return {
    maker: null,
    keys: [...found, ...channels === "BGR" ? [order!] : []].map(({ key }) => key),
    values: { ...UNIT_VALUES, channels, rescale: findRescale(norm), ...norm },
    way: null,
    size: null,
  };
}

/** Gives each of three channels its number; null where there are neither one nor three. */
export function fillChannels(values: readonly number[] | null): readonly number[] | null {
  if (values?.length === 1) return Array<number>(3).fill(values[0]!);
  return values?.length === 3 ? values : null;
}

function findNote(notes: Metadata, names: readonly string[]): UnreadNote | null {
  const key = names.find((name) => notes.has(name));
  return key === undefined ? null : { key, value: notes.get(key)! };
}

function readNorm(note: UnreadNote | null | undefined, fallback: number): readonly number[] {
  return fillChannels(note ? parseNumbers(note.value) : [fallback])!;
}

// Of values from 0 to 1 no mean and no deviation is larger than these.
function findRescale({ mean, std }: Pick<NotedValues, "mean" | "std">): number {
  const levels = mean.some((value) => Math.abs(value) > 1) || std.some((value) => value > 4);
  return levels ? 1 : 1 / 255;
}
