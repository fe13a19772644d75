import { HOOKS } from "../../site/hook/hooks.ts";
import { findCell, findStep, stepCell } from "./cell_moves.ts";
import { findAll } from "../shell/dom.ts";
import type { CellPosition } from "../../site/field/cell.ts";
import type { ProbedMap } from "./probed_map.ts";

/** What the moves of the pointer and the keys do to the probe. */
export interface ProbeMoves {
  /** The map that is probed, and the cell that is pointed at; null before there is one. */
  readonly reading: () => { readonly map: ProbedMap; readonly cell: CellPosition } | null;
  readonly point: (cell: CellPosition) => void;
  /** Says what the cell holds to those who do not see it; not at every move of a pointer. */
  readonly say: () => void;
  readonly leave: () => void;
}

/** Lets the pointer and the arrow keys move the probe on maps and photos, until the signal. */
export function listenToProbe(moves: ProbeMoves, signal: AbortSignal): void {
  for (const box of findAll(HOOKS.probes)) {
    box.addEventListener("pointermove", (event) => {
      const { map } = moves.reading() ?? {};
      const cell = map && findProbed(box, event, map);
      if (cell) moves.point(cell);
    }, { signal });
    box.addEventListener("pointerleave", () => moves.leave(), { signal });
    box.addEventListener("keydown", (event) => {
      const [reading, step] = [moves.reading(), findStep(event)];
      if (!reading || !step) return;
      event.preventDefault();
      moves.point(stepCell(reading.cell, step, reading.map));
      moves.say();
    }, { signal });
  }
}

// Null between the depths of a map.
function findOnMap(box: HTMLElement, event: PointerEvent, map: ProbedMap): CellPosition | null {
  const { row, column } = findCell(box, event, map.layout);
  const index = map.layout.at(column, row)?.indices[0] ?? null;
  return index === null ? null : { row: Math.floor(index / map.width), column: index % map.width };
}

function findProbed(box: HTMLElement, event: PointerEvent, map: ProbedMap): CellPosition | null {
  if (box.dataset.probe === "map") return findOnMap(box, event, map);
  const { projection, photo: { seen } } = map;
  if (!projection || !seen) return null;
  const { left, top, width, height } = box.getBoundingClientRect();
  const [x, y] = [(event.clientX - left) / width, (event.clientY - top) / height];
  return projection.cellAt(x * seen.width, y * seen.height);
}
