import type { ReportLayer } from "../report/report_layer.ts";
import { countElements } from "../tensor/tensor.ts";

/** Finds which share of a map's cells reads the layer's own padding; null where that is not known. */
export function sharePadded(
  { kernelShape, strides, pads, dilations, maps: [maps] }: ReportLayer,
): number | null {
  const axes = kernelShape.length;
  if (maps === undefined || axes === 0 || pads.length !== 2 * axes) return null;
  if (maps.space.length !== axes) return null;
  const inside = kernelShape.map((size, axis) => {
    const [stride, dilation] = [strides[axis] ?? 1, dilations[axis] ?? 1];
    const reach = (size - 1) * dilation + 1;
    const [before, after] = [pads[axis]!, pads[axes + axis]!];
    return countInside(maps.space[axis]!, { stride, reach, before, after });
  });
  return 1 - countElements(inside) / countElements(maps.space);
}

/** How a kernel goes along an axis. */
interface Walk {
  readonly stride: number;
  /** How many cells it spans. */
  readonly reach: number;
  /** How many cells of padding stand before the first, and behind the last. */
  readonly before: number;
  readonly after: number;
}

// Where the stride leaves cells over at the end, they are taken to be none: more cells are padded so.
function countInside(count: number, { stride, reach, before, after }: Walk): number {
  const length = (count - 1) * stride + reach - before - after;
  let inside = 0;
  for (let i = 0; i < count; i++) {
    const first = i * stride - before;
    if (first >= 0 && first + reach <= length) inside++;
  }
  return inside;
}
