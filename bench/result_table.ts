import type { Growth } from "./growth.ts";
import type { Cost } from "./measured_process.ts";
import type { Ratio, Result } from "./result.ts";
import type { Start } from "./starts.ts";

const COLUMNS = ["wall s", "cpu s", "peak MB"];
const KINDS = 12; // the others are added up

/** Formats what a report costs, for a terminal. */
export function formatResult(result: Result): string {
  const { model, photos, output, stages } = result;
  return [
    "",
    `${model}, ${photos === 1 ? "one photo" : `${photos} photos`}`,
    formatRow("", COLUMNS),
    formatCost("report", result.report),
    ...result.floor === null ? [] : [formatCost("floor", result.floor)],
    ...result.chapter === null ? [] : [formatCost("the chapter's way", result.chapter)],
    ...formatRatio("report ÷ floor", result.overFloor),
    ...formatRatio("the chapter's way ÷ report", result.fasterThanChapter),
    ...stages === null ? [] : formatShares("in one thread, s", Object.entries(stages), 1),
    `  ${output.files} files`,
    ...formatShares("output, MB", listKinds(output.kinds), 1e6),
  ].join("\n");
}

/** Formats what it costs to start the program. */
export function formatStarts(starts: readonly Start[]): string {
  return [
    "",
    "starts",
    formatRow("", COLUMNS),
    ...starts.map(({ name, cost }) => formatCost(name, cost)),
  ]
    .join("\n");
}

/** Formats how a report grows with its photos. */
export function formatGrowth({ model, wall, cpu, bytes }: Growth): string {
  const cells = [format(wall), cpu === null ? "-" : format(cpu), format(bytes)];
  return [
    "",
    `${model}, a further photo ÷ the second`,
    formatRow("", ["wall", "cpu", "bytes"]),
    formatRow("", cells),
  ].join("\n");
}

function formatCost(name: string, { wall, cpu, peak }: Cost): string {
  return formatRow(name, [format(wall), cpu === null ? "-" : format(cpu), peak?.toFixed(0) ?? "-"]);
}

function formatRatio(name: string, ratio: Ratio | null): string[] {
  if (ratio === null) return [];
  return [formatRow(name, [format(ratio.wall), ratio.cpu === null ? "-" : format(ratio.cpu)])];
}

type Amount = readonly [name: string, amount: number];

function formatShares(title: string, amounts: readonly Amount[], unit: number): string[] {
  const sum = amounts.reduce((total, [, amount]) => total + amount, 0);
  return [
    formatRow(title, [format(sum / unit)]),
    ...amounts.map(([name, amount]) =>
      formatRow(`  ${name}`, [format(amount / unit), `${(100 * amount / sum).toFixed(0)} %`])
    ),
  ];
}

function listKinds(kinds: Readonly<Record<string, number>>): Amount[] {
  const [large, small] = [
    Object.entries(kinds).slice(0, KINDS),
    Object.entries(kinds).slice(KINDS),
  ];
  const rest = small.reduce((sum, [, bytes]) => sum + bytes, 0);
  return small.length === 0 ? large : [...large, ["others", rest]];
}

function formatRow(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(32)}${cells.map((cell) => cell.padStart(10)).join("")}`;
}

function format(number: number): string {
  return number.toFixed(2);
}
