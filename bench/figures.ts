import type { Cost } from "./measured_process.ts";
import type { Ratio, Result } from "./result.ts";
import type { Start } from "./starts.ts";

/** What the bench found, on which machine. */
export interface Figures {
  readonly machine: Readonly<Record<string, string | number>>;
  /** How many runs the medians are of. */
  readonly runs: number;
  readonly starts: readonly Start[];
  readonly results: readonly Result[];
}

/** Describes the machine that the bench runs on. */
export function describeMachine(): Figures["machine"] {
  const { os, arch } = Deno.build;
  return { os, arch, cores: navigator.hardwareConcurrency, deno: Deno.version.deno };
}

/** Formats what reports cost as a table of Markdown, a column a report, for the documentation. */
export function formatMarkdown({ results }: Figures): string {
  const rows: Readonly<Record<string, (result: Result) => string>> = {
    "report, wall s": ({ report }) => format(report.wall),
    "report, processor s": ({ report }) => formatCpu(report),
    "peak memory, MB": ({ report }) => formatWhole(report.peak),
    "floor, wall s": ({ floor }) => format(floor?.wall),
    "floor, processor s": ({ floor }) => formatCpu(floor),
    "report ÷ floor, wall": ({ overFloor }) => format(overFloor?.wall),
    "report ÷ floor, processor": ({ overFloor }) => formatCpu(overFloor),
    "the chapter's way, wall s": ({ chapter }) => format(chapter?.wall),
    "the chapter's way ÷ report, wall": ({ fasterThanChapter }) => format(fasterThanChapter?.wall),
    "the chapter's way ÷ report, processor": (result) => formatCpu(result.fasterThanChapter),
    "output, MB": ({ output }) => formatWhole(output.bytes / 1e6),
    "files": ({ output }) => formatWhole(output.files),
  };
  const heads = results.map(({ model, photos }) => `${model}, ${photos}`);
  return [
    formatRow("", heads),
    formatRow("---", heads.map(() => "---:")),
    ...Object.entries(rows).map(([name, tell]) => formatRow(name, results.map(tell))),
    "",
  ].join("\n");
}

function formatRow(name: string, cells: readonly string[]): string {
  return `| ${[name, ...cells].join(" | ")} |`;
}

function formatCpu(cost: Pick<Cost, "cpu"> | Ratio | null): string {
  return format(cost?.cpu);
}

function format(value: number | null | undefined): string {
  return value?.toPrecision(value < 10 ? 2 : 3) ?? "";
}

function formatWhole(value: number | null): string {
  return value?.toFixed(0) ?? "";
}
