import type { LayerReport, MapsReport } from "../../report/layer_report.ts";
import { COLUMNS_SCHEMA, STRONGEST_SCHEMA } from "../../report/schema/maps_schema.ts";
import { listMeasures, readMeasures } from "./measure_columns.ts";
import type { Table, TableRows } from "./table.ts";

const OWN = listMeasures(COLUMNS_SCHEMA);
const ACTIVATED = listMeasures(COLUMNS_SCHEMA, "activated_");
const STRONGEST = listMeasures(STRONGEST_SCHEMA, "strongest_");

/** A row a kernel and photo: the measures of the map. */
export const MAP_TABLE: Table = {
  stem: "maps",
  columns: [
    { name: "model", kind: "text", full: true },
    { name: "layer", kind: "text", full: true },
    { name: "image", kind: "text", full: true },
    { name: "index", kind: "whole", full: true },
    { name: "height", kind: "whole", full: true },
    { name: "width", kind: "whole", full: true },
    ...OWN,
    ...ACTIVATED,
    ...STRONGEST,
  ],
  gather: (layer) => layer.maps.values().map((maps) => gatherMaps(layer, maps)),
};

function gatherMaps(
  { model, layer }: LayerReport,
  { image, height, width, channels, activated, strongest }: MapsReport,
): TableRows {
  const { index } = channels;
  const count = index.length;
  return [
    ...[model, layer, image].map((name) => index.map(() => name)),
    index,
    ...[height, width].map((size) => index.map(() => size)),
    ...readMeasures(OWN, channels, { count }),
    ...readMeasures(ACTIVATED, activated, { count }),
    ...readMeasures(STRONGEST, strongest, { count }),
  ];
}
