import { type Reason, type Telling, tellReason } from "../reason/reason.ts";
import { tellIn } from "../reason/tell.ts";
import type { Failure } from "../report/failure.ts";
import type { Translated } from "../plan/language.ts";
import { FILE_REASONS_ZH, NPY_REASONS_ZH, PHOTO_REASONS_ZH } from "./zh_reasons/file_reasons.ts";
import {
  INPUT_REASONS_ZH,
  RECIPE_ORIGINS_ZH,
  RECIPE_REASONS_ZH,
} from "./zh_reasons/input_reasons.ts";
import { KIND_REASONS_ZH } from "./zh_reasons/kind_reasons.ts";
import { LABEL_REASONS_ZH } from "./zh_reasons/label_reasons.ts";
import { FIELD_REASONS_ZH, LAYER_REASONS_ZH } from "./zh_reasons/layer_reasons.ts";
import {
  COMPARISON_REASONS_ZH,
  MAP_REASONS_ZH,
  RUNTIME_REASONS_ZH,
} from "./zh_reasons/map_reasons.ts";
import { MISTAKE_REASONS_ZH } from "./zh_reasons/mistake_reasons.ts";
import { MODEL_REASONS_ZH, WEIGHT_REASONS_ZH } from "./zh_reasons/model_reasons.ts";
import { REVIEW_REASONS_ZH } from "./zh_reasons/review_reasons.ts";
import {
  DATASET_REASONS_ZH,
  TALLIED_REASONS_ZH,
  TALLY_REASONS_ZH,
} from "./zh_reasons/tally_reasons.ts";
import { TUNING_REASONS_ZH } from "./zh_reasons/tuning_reasons.ts";

const CHINESE: Telling = {
  ...COMPARISON_REASONS_ZH,
  ...FIELD_REASONS_ZH,
  ...FILE_REASONS_ZH,
  ...INPUT_REASONS_ZH,
  ...KIND_REASONS_ZH,
  ...LABEL_REASONS_ZH,
  ...LAYER_REASONS_ZH,
  ...MAP_REASONS_ZH,
  ...MISTAKE_REASONS_ZH,
  ...MODEL_REASONS_ZH,
  ...NPY_REASONS_ZH,
  ...PHOTO_REASONS_ZH,
  ...RECIPE_ORIGINS_ZH,
  ...RECIPE_REASONS_ZH,
  ...REVIEW_REASONS_ZH,
  ...DATASET_REASONS_ZH,
  ...TALLIED_REASONS_ZH,
  ...TALLY_REASONS_ZH,
  ...RUNTIME_REASONS_ZH,
  ...TUNING_REASONS_ZH,
  ...WEIGHT_REASONS_ZH,
};

/** Tells a reason of a report in a language; the script of the pages needs none. */
export const REASONS: Translated<(reason: Reason) => string> = {
  en: tellReason,
  "zh-CN": (reason) => tellIn(CHINESE, reason),
};

/** Names what a failure is about, in a language. */
export const PLACES: Translated<(failure: Failure) => string> = {
  en: ({ where }) => where,
  "zh-CN": ({ where, place: { file, model, layers, photo } }) => {
    if (file !== null || model === null) return where;
    const named = layers.length === 0 ? model : `${model}，${layers.join("、")}`;
    return photo === null ? named : `${named}（照片 ${photo}）`;
  },
};
