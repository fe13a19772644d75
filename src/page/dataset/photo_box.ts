import dataset_photo from "../../../templates/dataset/dataset_photo.hbs" with { type: "text" };
import type { DatasetFile } from "../../report/layer_file.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { compileTemplates } from "../../site/template.ts";
import { fill, findPart } from "../shell/dom.ts";
import type { DatasetContext } from "./dataset_context.ts";
import { type DatasetPhotoView, viewDatasetPhoto } from "./dataset_photo_view.ts";
import type { AskedCell } from "./photo_text.ts";

/** The kernel whose patches stand there, and the cells of all. */
export interface ShownCells {
  readonly cells: DatasetFile | null;
  readonly k: number;
}

const render = compileTemplates<{ readonly dataset_photo: DatasetPhotoView }>({ dataset_photo });

/** Lets the patches within a place open their photos, each with what its cell reads; the result closes them. */
export function openPhotoBox(
  { context, words, link }: DatasetContext,
  place: HTMLElement,
  read: () => ShownCells,
): () => void {
  const box = findPart(HOOKS.datasetPhoto);
  // The browser opens the box behind the click: it is filled by then.
  place.addEventListener("click", ({ target }) => {
    const button = target instanceof Element
      ? target.closest<HTMLElement>(HOOKS.patchButton)
      : null;
    const { cells, k } = read();
    if (button === null || cells === null) return;
    const of = button.dataset.photoOf as AskedCell["of"];
    const cell = { k, of, at: Number(button.dataset.photoAt) };
    const { root, data } = context;
    fill(box, render("dataset_photo", viewDatasetPhoto({ data, cells, words, link, root }, cell)));
  }, { signal: context.signal });
  return () => box.hidePopover?.(); // not every browser has popovers
}
