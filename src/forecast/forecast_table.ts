import { formatBytes } from "../reason/byte_size.ts";
import type { ReportFileKind } from "./expected_files.ts";
import type { Forecast } from "./forecast.ts";
import { tellForecast, writeCount } from "./forecast_text.ts";

const NAMES: Readonly<Record<ReportFileKind, string>> = {
  photos: "photos as the networks see them",
  kernels: "kernels, in colour or grey",
  strongest: "kernels, their strongest slices",
  slices: "kernels, slice by slice",
  maps: "feature maps",
  activated: "feature maps behind what follows",
  inputs: "the maps that layers read",
  effective: "kernels composed down to the pixels",
  projections: "activations projected to the pixels",
  values: "numbers of kernels and maps",
  arrays: "arrays of NumPy",
  measures: "measures",
  pages: "pages, their scripts and styles",
};

const ORDER = Object.keys(NAMES) as readonly ReportFileKind[];

/** Writes a forecast as a table of plain text. */
export function writeForecastTable(forecast: Forecast): string {
  const { files, bytes, kinds, pictures, largest } = forecast;
  const lines = [
    ["", "files", "size"],
    ...ORDER.flatMap((kind) => kinds.filter((each) => each.kind === kind))
      .map((each) => [NAMES[each.kind], writeCount(each.files), formatBytes(each.bytes)]),
    ["all", writeCount(files), formatBytes(bytes)],
  ];
  const widths = [0, 1, 2].map((i) => Math.max(...lines.map((line) => line[i]!.length)));
  const table = lines.map(([name, ...numbers]) =>
    [name!.padEnd(widths[0]!), ...numbers.map((each, i) => each.padStart(widths[i + 1]!))].join(
      "  ",
    )
  );
  const most = largest === null
    ? []
    : [`largest file: ${largest.path}, ${formatBytes(largest.bytes)}`];
  return [...table, "", `${tellForecast(forecast)}; ${writeCount(pictures)} pictures`, ...most]
    .map((line) => `${line.trimEnd()}\n`).join("");
}
