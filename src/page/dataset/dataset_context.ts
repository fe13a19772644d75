import type { DatasetNumbers } from "../../report/dataset/dataset_columns.ts";
import type { DatasetPartWords } from "../../words/words.ts";
import type { PanelContext } from "../pair/panel_context.ts";

/** A layer with a dataset, and its page. */
export interface DatasetOptions {
  readonly context: PanelContext;
  readonly numbers: DatasetNumbers;
  /** Chooses a pair, and brings the grids into view. */
  readonly select: (k: number) => void;
}

/** What each part of the page knows of a dataset. */
export interface DatasetContext extends DatasetOptions {
  readonly words: DatasetPartWords & PanelContext["words"];
  /** Makes the way to a picture from its path, relative to the folder of the layer. */
  readonly link: (file: string) => string;
}
