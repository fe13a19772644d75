import { formatNumber } from "../../site/format.ts";
import type { PhotoData } from "../../site/layer_data.ts";
import { create, createSvg, find, tell } from "../shell/dom.ts";
import { findMaps, type PanelContext } from "../pair/panel_context.ts";
import { showPatch } from "../probe/patch.ts";
import type { CellPosition } from "../probe/cell.ts";
import { projectCells } from "../probe/projection.ts";

/** Shows the patches of the photos that excite a kernel most. */
export function showExciting(context: PanelContext, k: number): void {
  const { photos, measures } = context.data;
  const exciting = measures?.excitingInside ?? null;
  if (exciting === null) return;
  const items = (exciting.image[k] ?? []).flatMap((id, i) => {
    const photo = photos.find((each) => each.id === id);
    const cell = { row: exciting.y[k]![i]!, column: exciting.x[k]![i]! };
    return photo ? makeItem(context, { photo, cell, value: exciting.value[k]![i]! }) : [];
  });
  find('[data-row="exciting"]')?.replaceChildren(...items);
  const padded = (exciting.onPadding[k] ?? []).filter((isPadded) => isPadded === true).length;
  const { excitingPadded } = context.words.panel;
  tell("exciting-padded", padded === 0 ? "" : excitingPadded(padded, items.length));
}

interface Peak {
  readonly photo: PhotoData;
  readonly cell: CellPosition;
  readonly value: number;
}

// None where the photo was not kept, or what its cells read is not known.
function makeItem(
  { data, words: { panel }, root }: PanelContext,
  { photo, cell, value }: Peak,
): readonly HTMLElement[] {
  const projection = projectCells(data.layer, findMaps(data, photo.id));
  const box = projection?.field(cell) ?? null;
  if (!photo.seen || box === null) return [];
  const svg = createSvg("svg", { "aria-hidden": "true" });
  showPatch(svg, { root, photo, box });
  const [row, column] = [String(cell.row), String(cell.column)];
  const label = panel.excitingAt(photo.name, row, column, formatNumber(value));
  const button = create(
    "button",
    { type: "button", "data-photo-id": photo.id, "aria-label": label, title: label },
    svg,
  );
  return [create("li", {}, button)];
}
