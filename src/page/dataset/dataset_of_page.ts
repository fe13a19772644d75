import { nameDatasetScript } from "../../plan/language.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import type { DatasetOptions } from "./dataset_context.ts";
import type { DatasetOfPage, DatasetPart } from "./dataset_part.ts";

const NONE: DatasetOfPage = { show: () => {}, arrange: () => {} };

/** What the page says of its dataset; on a page without one it does nothing. */
export function openDatasetOfPage(
  context: PanelContext,
  select: DatasetOptions["select"],
): DatasetOfPage {
  const { data: { measures }, files, root, signal, words: { language } } = context;
  const numbers = measures?.dataset ?? null;
  if (numbers === null) return NONE;
  // Without the file the page stands as it was written.
  const opened = files.parts.load<DatasetPart>(root, nameDatasetScript(language))
    .then((part) => signal.aborted ? NONE : part.open({ context, numbers, select }))
    .catch(() => NONE);
  return {
    show: (k) => void opened.then((each) => each.show(k)),
    arrange: (shown) => void opened.then((each) => each.arrange(shown)),
  };
}
