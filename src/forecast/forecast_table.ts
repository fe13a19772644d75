import { PICTURE_KINDS, type PictureKind } from "../plan/picture_kind.ts";
import { formatBytes } from "../reason/byte_size.ts";
import { BYTES } from "./bytes.ts";
import type { ReportFileKind } from "./report_file.ts";
import type { Forecast } from "./forecast.ts";
import { tellForecast, writeCount } from "./forecast_text.ts";

const NAMES: Readonly<Record<Exclude<ReportFileKind, PictureKind>, string>> = {
  photos: "photos as the networks see them",
  patches: "patches of the dataset, and its photos made small",
  values: "numbers of kernels and maps",
  arrays: "arrays of NumPy",
  tables: "tables of measures",
  measures: "measures",
  pages: "pages, their scripts and styles",
};

// Pictures first.
const ROWS: readonly (readonly [kind: ReportFileKind, name: string])[] = [
  ...PICTURE_KINDS.map((kind) => [kind, BYTES.picture[kind].name] as const),
  ...Object.entries(NAMES) as [ReportFileKind, string][],
];

/** Writes a forecast as a table of plain text. */
export function writeForecastTable(forecast: Forecast): string {
  const { files, bytes, kinds, pictures, largest } = forecast;
  const lines = [
    ["", "files", "size"],
    ...ROWS.flatMap(([kind, name]) =>
      kinds.filter((each) => each.kind === kind)
        .map((each) => [name, writeCount(each.files), formatBytes(each.bytes)])
    ),
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
