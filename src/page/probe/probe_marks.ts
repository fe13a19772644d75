import { findAll } from "../shell/dom.ts";
import { drawHair, layHair } from "./hair.ts";
import { showPatch } from "./patch.ts";
import type { Box, Cell } from "./probe.ts";
import type { ProbedMap } from "./probed_map.ts";

/** Marks a cell on the maps, and what it reads on the photos; cuts that out as a patch. */
export function markCell(map: ProbedMap, cell: Cell, root: string): void {
  for (const hair of findAll<SVGElement>(".mapbox .hair")) {
    const { x, y } = map.plane.place(cell.row * map.width + cell.column);
    layHair(hair, map.plane);
    hair.setAttribute("preserveAspectRatio", "none");
    const strip = map.plane.height === 1 ? { top: 0, height: 1 } : { top: y - .25, height: 1.5 };
    drawHair(hair, { left: x - .25, width: 1.5, ...strip });
  }
  const field = map.projection?.field(cell) ?? null;
  for (const hair of findAll<SVGElement>(".frame .hair")) drawHair(hair, field);
  markPatch(map, field, root);
}

function markPatch({ photo }: ProbedMap, field: Box | null, root: string): void {
  const known = field !== null && photo.seen !== null;
  for (const part of findAll("[data-patch-part]")) part.hidden = !known;
  if (!known) return;
  for (const patch of findAll<SVGElement>("[data-patch]")) {
    showPatch(patch, { root, photo, box: field });
  }
}
