import { DATASET_ZH } from "./zh/dataset_words.ts";
import type { DatasetPartWords } from "./words.ts";

/** What the script of a dataset says, in Chinese. */
export const CHINESE_DATASET: DatasetPartWords = {
  language: "zh-CN",
  dataset: DATASET_ZH,
};
