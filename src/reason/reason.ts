import { FIELD_REASONS } from "./field_reasons.ts";
import { FILE_REASONS } from "./file_reasons.ts";
import { INPUT_REASONS } from "./input_reasons.ts";
import { KIND_REASONS } from "./kind_reasons.ts";
import { LAYER_REASONS } from "./layer_reasons.ts";
import { COMPARISON_REASONS, MAP_REASONS } from "./map_reasons.ts";
import { MISTAKE_REASONS } from "./mistake_reasons.ts";
import { LABEL_REASONS, MODEL_REASONS } from "./model_reasons.ts";
import { NPY_REASONS } from "./npy_reasons.ts";
import { PHOTO_REASONS } from "./photo_reasons.ts";
import { RECIPE_ORIGINS } from "./recipe_origins.ts";
import { RECIPE_REASONS } from "./recipe_reasons.ts";
import { REVIEW_REASONS } from "./review_reasons.ts";
import { RUNTIME_REASONS } from "./runtime_reasons.ts";
import { DATASET_REASONS, TALLIED_REASONS, TALLY_REASONS } from "./tally_reasons.ts";
import { type AnyReason, type Tell, tellIn } from "./tell.ts";
import { TUNING_REASONS } from "./tuning_reasons.ts";
import { WEIGHT_REASONS } from "./weight_reasons.ts";

/** What each code says in English, with its values; a code that says another's words tells that. */
const SENTENCES = {
  ...COMPARISON_REASONS,
  ...DATASET_REASONS,
  ...FIELD_REASONS,
  ...FILE_REASONS,
  ...INPUT_REASONS,
  ...KIND_REASONS,
  ...LABEL_REASONS,
  ...LAYER_REASONS,
  ...MAP_REASONS,
  ...MISTAKE_REASONS,
  ...MODEL_REASONS,
  ...NPY_REASONS,
  ...PHOTO_REASONS,
  ...RECIPE_ORIGINS,
  ...RECIPE_REASONS,
  ...REVIEW_REASONS,
  ...RUNTIME_REASONS,
  ...TALLIED_REASONS,
  ...TALLY_REASONS,
  ...TUNING_REASONS,
  ...WEIGHT_REASONS,
};

/**
 * The sentences of all codes, by these.
 *
 * @internal
 */
export type Sentences = typeof SENTENCES;

/** What tells the reasons of a kind apart, such as `field-too-large`. */
export type Code = keyof Sentences;

/** The numbers and names that go with a code. */
export type ReasonValues<Key extends Code> = Sentences[Key] extends
  (values: infer Values, tell: Tell) => string ? WithReasons<Values> : never;

/** Values of a code, with reasons of any code where the sentences know one within another. */
export type WithReasons<Values> = unknown extends Values ? unknown : {
  readonly [Name in keyof Values]: AnyReason extends Values[Name]
    ? Reason | Exclude<Values[Name], AnyReason>
    : readonly AnyReason[] extends Values[Name] ? readonly Reason[]
    : Values[Name];
};

/** The codes among some with which nothing goes. */
export type PlainCode<Key extends Code = Code> = {
  [Each in Key]: unknown extends ReasonValues<Each> ? Each : never;
}[Key];

/** Why something is missing or failed: a code, with the numbers and names that it is about. */
export type Reason<Key extends Code = Code> =
  | ([PlainCode<Key>] extends [never] ? never : { readonly code: PlainCode<Key> })
  | {
    [Each in Exclude<Key, PlainCode>]: { readonly code: Each } & ReasonValues<Each>;
  }[Exclude<Key, PlainCode>];

/** The sentences of all codes in a language. */
export type Telling<Key extends Code = Code> = {
  readonly [Each in Key]: (values: ReasonValues<Each>, tell: Tell) => string;
};

/** Tells a reason in English. */
export function tellReason(reason: AnyReason): string {
  return tellIn(SENTENCES, reason);
}

/** Writes a reason as a text that no other has. */
export function keyOf(reason: Reason): string {
  return JSON.stringify(reason);
}

/** All codes. */
export const CODES = Object.keys(SENTENCES) as readonly Code[];
