import { z } from "zod";

// The room's only door to zod. Every field's error text is what the field expects, such as "an
// integer >= 1": `_problem.ts` puts what was found before it. An object's error text for an unknown
// key is the list of the keys it knows.

export { z };

/** One complaint of zod's about a value. */
export type Issue = z.core.$ZodIssue;

/** What a check of several fields tells its complaints. */
export interface Complaints {
  addIssue(issue: { code: "custom"; path: PropertyKey[]; message: string }): void;
}

/** A type whose every level is readonly. */
export type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
  : T;

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number = Infinity): z.ZodInt {
  const error = most === Infinity
    ? `an integer >= ${least}`
    : `an integer from ${least} to ${most}`;
  const atLeast = z.int({ error }).min(least, { error });
  return most === Infinity ? atLeast : atLeast.max(most, { error });
}

/** A finite number. */
export function finite(error: string = "a finite number"): z.ZodNumber {
  return z.number({ error });
}

/** A text with at least one character; `expected` says what it stands for. */
export function text(expected: string): z.ZodString {
  return z.string({ error: expected }).min(1, { error: expected });
}

/** A list of at least one; `expected` says what it holds. */
export function listOf<Item extends z.ZodType>(item: Item, expected: string): z.ZodArray<Item> {
  return z.array(item, { error: expected }).min(1, { error: expected });
}

/** One of a few words. */
export function word<const Words extends readonly string[]>(
  words: Words,
): z.ZodEnum<{ [W in Words[number]]: W }> {
  return z.enum(words, { error: `one of ${words.map((each) => `"${each}"`).join(", ")}` });
}

/** An object that has these keys and refuses others. */
export function keyed<Shape extends z.ZodRawShape>(
  shape: Shape,
): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => issue.code === "unrecognized_keys" ? known : `an object {${known}}`,
  });
}
