import { HOOKS } from "../../site/hook/hooks.ts";
import { findAll } from "../shell/dom.ts";
import { drawCrosshair, layCrosshair } from "./crosshair.ts";
import { showPatch } from "./patch.ts";
import type { Box, CellPosition } from "../../site/field/cell.ts";
import type { PanelContext } from "../pair/panel_context.ts";
import type { ProbedMap } from "./probed_map.ts";

/** Marks a cell on the maps, and what it reads on the photos; cuts that out as a patch. */
export function markCell(context: PanelContext, map: ProbedMap, cell: CellPosition): void {
  for (const crosshair of findAll<SVGElement>(HOOKS.mapCrosshairs)) {
    const { x, y } = map.layout.place(cell.row * map.width + cell.column);
    layCrosshair(crosshair, map.layout);
    crosshair.setAttribute("preserveAspectRatio", "none");
    const strip = map.layout.height === 1 ? { top: 0, height: 1 } : { top: y - .25, height: 1.5 };
    drawCrosshair(crosshair, { left: x - .25, width: 1.5, ...strip });
  }
  const field = map.projection?.field(cell) ?? null;
  for (const crosshair of findAll<SVGElement>(HOOKS.photoCrosshairs)) {
    drawCrosshair(crosshair, field);
  }
  markPatch(context, map, field);
}

function markPatch(
  { files, root }: PanelContext,
  { photo }: ProbedMap,
  field: Box | null,
): void {
  const known = field !== null && photo.seen !== null;
  for (const part of findAll(HOOKS.patchParts)) part.hidden = !known;
  if (!known) return;
  for (const patch of findAll<SVGElement>(HOOKS.patches)) {
    showPatch(patch, { files, root, photo, box: field });
  }
}
