import type { DatasetPartWords } from "../../words/words.ts";
import type { DatasetContext, DatasetOptions } from "./dataset_context.ts";
import { openInDataset } from "./in_dataset.ts";
import { openWall } from "./wall.ts";

/** What a dataset tells of a layer: a script of its own, since few reports have one. */
export interface DatasetPart {
  /** Opens what the page of a layer says of its dataset. */
  open(options: DatasetOptions): DatasetOfPage;
}

/** What the page of a layer says of its dataset. */
export interface DatasetOfPage {
  /** Shows what a kernel answers to. */
  show(k: number): void;
  /** Puts the kernels that are shown in their order. */
  arrange(shown: readonly number[]): void;
}

/** Makes the part that speaks in some words. */
export function openDatasetPart(words: DatasetPartWords): DatasetPart {
  return {
    open: (options) => {
      const { words: ofPage, files } = options.context;
      const opened: DatasetContext = {
        ...options,
        words: { ...ofPage, ...words },
        link: files.urlOf,
      };
      return { show: openInDataset(opened), arrange: openWall(opened) };
    },
  };
}
