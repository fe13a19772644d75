import { findLargestField, findRead } from "../onnx/field/field_places.ts";
import type { MapField } from "../onnx/field/receptive_field.ts";
import type { Patch } from "../tensor/crop.ts";

/** A cell of a map: of one of three axes the slices by depth stand one below the other. */
export interface MapPlace {
  readonly x: number;
  readonly y: number;
}

/**
 * Finds the part of a photo that a cell reads, all of one size: what reads less, as cells at the border
 * may, stands in its middle. Null where the cell reads nothing.
 */
export function findReadPart(field: MapField, { x, y }: MapPlace): Patch | null {
  const [down, across] = findRead(field, unfold(field, { x, y }));
  const [height, width] = findLargestField(field) as [number, number];
  if (down!.size === 0 || across!.size === 0) return null;
  return {
    top: Math.round(down!.first - (height - down!.size) / 2),
    left: Math.round(across!.first - (width - across!.size) / 2),
    ...{ height, width },
  };
}

function unfold({ cells }: MapField, { x, y }: MapPlace): readonly number[] {
  const outer = cells.slice(0, -1);
  const place = outer.map((_, axis) => {
    const inner = outer.slice(axis + 1).reduce((product, extent) => product * extent, 1);
    const own = Math.floor(y / inner);
    return axis === 0 ? own : own % outer[axis]!;
  });
  return [...place, x];
}
