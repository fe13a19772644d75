import { CONFIG_OPTIONS, type ConfigOption, writeFlag } from "../config/config_option.ts";
import { FORMS } from "../form/forms.ts";
import type { ProgramOption } from "./command.ts";
import { OUT } from "./exit.ts";
import { addToList } from "./option/list.ts";
import { parseWhole } from "./option/whole_number.ts";

const MOST_JOBS = 64;

const DATA = "Data beside the pages:";

const FIELDS = "Fields of the config:";

const OWN: readonly ProgramOption[] = [
  {
    form: "--config <file>",
    description: "convatlas.json or convatlas.config.ts; default: the one in this folder, " +
      "else the embedded one",
  },
  {
    form: "--out <path>",
    description: `the folder of the report, default: ${OUT.folder} beside the config; ` +
      `with --single-file the file, default: ${OUT.file}`,
  },
  {
    form: "--dry-run",
    description: "tell how many files, bytes and seconds it takes, and write nothing",
  },
  { form: "--single-file", description: "write one HTML file that holds the whole report" },
  {
    form: "--small",
    description:
      "with --single-file: 8 MB at most, by pictures with losses, numbers of 8 bits and, " +
      "of networks that need more, fewer layers",
  },
  { form: "--force", description: "with --single-file: write it also beyond 100 MB" },
  {
    form: "--jobs <number>",
    description: "how many jobs are done side by side; 1 does them one after the other, " +
      "in less memory; default: as many as there are cores, up to 8",
    parse: (text) => parseWhole(text, { of: "jobs", least: 1, most: MOST_JOBS }),
  },
  {
    form: "--summary <file>",
    description:
      "write in Markdown which checks fail and what is odd, as --check writes it to stdout",
  },
  { form: "--quiet", description: "tell no progress" },
  {
    form: "--session <file>",
    description: "keep what is measured in this file, and take it again",
    isHidden: true,
  },
];

/** Lists the options of a report: its own, its forms beside pages, and the fields of a config. */
export function listReportOptions(): ProgramOption[] {
  const forms = Object.entries(FORMS).map(([name, { value, description }]) => ({
    form: writeForm(name, value),
    description,
    heading: DATA,
  }));
  return [...OWN, ...forms, ...listConfigOptions()];
}

/** Lists the options of a report that a measurement has too. */
export function listMeasureOptions(): ProgramOption[] {
  return [...OWN, ...listConfigOptions()].filter(({ form }) => MEASURED.has(form.split(" ")[0]!));
}

// How it runs, and what numbers depend on; others say what a report shows.
const MEASURED: ReadonlySet<string> = new Set([
  ...["--config", "--jobs", "--quiet", "--dataset"],
  ...["--layers", "--preprocess", "--image", "--inputs"],
]);

/** Lists the options that stand for fields of a config. */
export function listConfigOptions(): ProgramOption[] {
  return CONFIG_OPTIONS.flatMap(listFieldOptions).map((each) => ({ ...each, heading: FIELDS }));
}

function listFieldOptions({ name, kind, value, description }: ConfigOption): ProgramOption[] {
  const said = description.replace(/^\w/, (first) => first.toLowerCase()).replace(/\.$/, "");
  const option = { form: writeForm(name, value), description: said };
  if (kind === "list") return [{ ...option, parse: addToList }];
  if (kind === "pairs") return [{ ...option, parse: addText }];
  if (kind !== "switch") return [option];
  const not = {
    form: writeForm(`no-${name}`, null),
    description: "not so, whatever the config says",
  };
  return [option, not];
}

function writeForm(key: string, value: string | null): string {
  return value === null ? writeFlag(key) : `${writeFlag(key)} ${value}`;
}

function addText(text: string, before: unknown): string[] {
  return [...Array.isArray(before) ? before : [], text];
}
