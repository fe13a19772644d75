import { findCell, findStep, stepCell } from "./cell_moves.ts";
import { findAll } from "../shell/dom.ts";
import type { Cell } from "./probe.ts";
import type { ProbedMap } from "./probed_map.ts";

/** What the moves of the pointer and the keys do to the probe. */
export interface ProbeMoves {
  /** The map that is probed, and the cell that is pointed at; null before there is one. */
  readonly stand: () => { readonly map: ProbedMap; readonly cell: Cell } | null;
  readonly point: (cell: Cell) => void;
  /** Says what the cell holds to those who do not see it; not at every move of a pointer. */
  readonly say: () => void;
  readonly leave: () => void;
}

/** Lets the pointer and the arrow keys move the probe on maps and photos, until the signal. */
export function listenToProbe(moves: ProbeMoves, signal: AbortSignal): void {
  for (const box of findAll("[data-probe]")) {
    box.addEventListener("pointermove", (event) => {
      const { map } = moves.stand() ?? {};
      const cell = map && findProbed(box, event, map);
      if (cell) moves.point(cell);
    }, { signal });
    box.addEventListener("pointerleave", () => moves.leave(), { signal });
    box.addEventListener("keydown", (event) => {
      const [stand, step] = [moves.stand(), findStep(event)];
      if (!stand || !step) return;
      event.preventDefault();
      moves.point(stepCell(stand.cell, step, stand.map));
      moves.say();
    }, { signal });
  }
}

// Null between the depths of a map.
function findOnMap(box: HTMLElement, event: PointerEvent, map: ProbedMap): Cell | null {
  const { row, column } = findCell(box, event, map.plane);
  const index = map.plane.at(column, row)?.indices[0] ?? null;
  return index === null ? null : { row: Math.floor(index / map.width), column: index % map.width };
}

function findProbed(box: HTMLElement, event: PointerEvent, map: ProbedMap): Cell | null {
  if (box.dataset.probe === "map") return findOnMap(box, event, map);
  const { projection, photo: { seen } } = map;
  if (!projection || !seen) return null;
  const { left, top, width, height } = box.getBoundingClientRect();
  const [x, y] = [(event.clientX - left) / width, (event.clientY - top) / height];
  return projection.cellAt(x * seen.width, y * seen.height);
}
