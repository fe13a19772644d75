import type { ReportLayer } from "../../report/report_layer.ts";

/**
 * Tells whether all maps of a layer are single cells, as those of a fully connected layer: such a map
 * has no range of its own, and tells by how it stands to the others.
 */
export function hasSingleCells({ maps }: Pick<ReportLayer, "maps">): boolean {
  return maps.length > 0 && maps.every(({ space }) => space.every((cells) => cells === 1));
}
