import { DATASET_EN } from "./en/dataset_words.ts";
import type { DatasetPartWords } from "./words.ts";

/** What the script of a dataset says, in English. */
export const ENGLISH_DATASET: DatasetPartWords = {
  language: "en",
  dataset: DATASET_EN,
};
