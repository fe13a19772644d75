import exciting from "../../../templates/panel/exciting.hbs" with { type: "text" };
import { formatNumber } from "../../site/format.ts";
import type { LayerPhoto } from "../../report/layer_file.ts";
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { findMaps, type PanelContext } from "../pair/panel_context.ts";
import { showPatch } from "../probe/patch.ts";
import type { Box, CellPosition } from "../../site/field/cell.ts";
import { projectCells } from "../../site/field/projection.ts";
import { fill, find, findAll, tell } from "../shell/dom.ts";

/** The patches that excite a kernel most: the view of `exciting.hbs`. */
export interface ExcitingView {
  readonly patches: readonly { readonly id: string; readonly label: string }[];
}

const render = compileTemplates<{ readonly exciting: ExcitingView }>({ exciting });

/** Shows the patches of the photos that excite a kernel most. */
export function showExciting(context: PanelContext, k: number): void {
  const { data: { measures }, words, files, root } = context;
  const exciting = measures?.excitingInside ?? null;
  const row = find(HOOKS.row("exciting"));
  if (exciting === null || !row) return;
  const peaks = listPeaks(context, k);
  const patches = peaks.map(({ photo, cell, value }) => {
    const [y, x] = [String(cell.row), String(cell.column)];
    return { id: photo.id, label: words.panel.excitingAt(photo.name, y, x, formatNumber(value)) };
  });
  fill(row, render("exciting", { patches }));
  findAll<SVGElement>("svg", row).forEach((svg, i) =>
    showPatch(svg, { files, root, ...peaks[i]! })
  );
  const padded = (exciting.onPadding[k] ?? []).filter((isPadded) => isPadded === true).length;
  tell("exciting-padded", padded === 0 ? "" : words.panel.excitingPadded(padded, peaks.length));
}

interface Peak {
  readonly photo: LayerPhoto;
  readonly cell: CellPosition;
  readonly value: number;
  /** What the cell reads of the photo. */
  readonly box: Box;
}

// None where the photo was not kept, or what its cells read is not known.
function listPeaks({ data }: PanelContext, k: number): readonly Peak[] {
  const exciting = data.measures?.excitingInside ?? null;
  return (exciting?.image[k] ?? []).flatMap((id, i) => {
    const photo = data.photos.find((each) => each.id === id);
    const cell = { row: exciting!.y[k]![i]!, column: exciting!.x[k]![i]! };
    const box = photo?.seen
      ? projectCells(data.layer, findMaps(data, id))?.field(cell) ?? null
      : null;
    return photo && box ? [{ photo, cell, value: exciting!.value[k]![i]!, box }] : [];
  });
}
