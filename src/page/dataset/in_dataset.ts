import about from "../../../templates/help/about.hbs" with { type: "text" };
import cut_tile from "../../../templates/tile/cut_tile.hbs" with { type: "text" };
import losses from "../../../templates/panel/losses.hbs" with { type: "text" };
import in_dataset from "../../../templates/dataset/in_dataset.hbs" with { type: "text" };
import type { DatasetFile } from "../../report/layer_file.ts";
import { decodeDatasetFile, nameDatasetFile } from "../../site/dataset/dataset_file.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { compileTemplates } from "../../site/template.ts";
import { fill, find, findPart } from "../shell/dom.ts";
import type { DatasetContext } from "./dataset_context.ts";
import { type InDatasetView, viewInDataset } from "./in_dataset_view.ts";
import { openPhotoBox } from "./photo_box.ts";

const render = compileTemplates<{ readonly in_dataset: InDatasetView }>({
  in_dataset,
  about,
  cut_tile,
  losses,
});

/** Takes hold of the place in the panel that says what a kernel answers to; the result shows one. */
export function openInDataset(opened: DatasetContext): (k: number) => void {
  const { context, numbers, words, link } = opened;
  const place = find(HOOKS.inDataset);
  if (place === null) return () => {};
  let cells: DatasetFile | null = null;
  let shown = 0;
  const closePhoto = openPhotoBox(opened, place, () => ({ cells, k: shown }));
  const draw = (): void => {
    const view = viewInDataset({ data: context.data, numbers, cells, words, link }, shown);
    fill(place, render("in_dataset", view));
  };
  const drawInFrame = oncePerFrame(context.signal, draw);
  void loadCells(opened).then((loaded) => {
    cells = loaded;
    drawInFrame();
  });
  return (k) => {
    if (k !== shown) closePhoto();
    shown = k;
    drawInFrame();
  };
}

// Without the file the numbers stand by themselves.
function loadCells(
  { context: { files, root } }: DatasetContext,
): Promise<DatasetFile | null> {
  const name = findPart(HOOKS.layerMain).dataset.layer!;
  return files.data.load(root, nameDatasetFile(name), decodeDatasetFile).catch(() => null);
}

// A pointer crosses many pairs between two of them.
function oncePerFrame(signal: AbortSignal, act: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      if (!signal.aborted) act();
    });
  };
}
