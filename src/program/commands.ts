import type { ProgramCommand } from "./command.ts";
import type { ProgramCommands } from "./command_line.ts";
import { OUT } from "./exit.ts";
import { addToList } from "./option/list.ts";
import type { MeasureFlags } from "./dataset/measure_command.ts";
import type { MergeFlags } from "./dataset/merge_command.ts";
import { parseShard } from "./option/shard.ts";
import type { ReportFlags } from "./report_command.ts";
import type { ServeFlags } from "./serve_command.ts";
import type { SlimFlags } from "./slim_command.ts";
import { parseWhole } from "./option/whole_number.ts";

const PORT = { usual: 8080, largest: 65535 };

const REPORT: ProgramCommand = {
  name: "report",
  description: "write the report of models and photos, or of a config, as static pages",
  takes: [{
    form: "[files...]",
    description: "models, photos, folders of them and globs, in any order; " +
      "what is not named comes from the config, else from the embedded default",
  }],
  options: async () => (await import("./report_options.ts")).listReportOptions(),
  run: async (files, flags: ReportFlags) =>
    await (await import("./report_command.ts")).report(files, flags, COMMANDS.map(nameOf)),
  examples: [
    "convatlas model.onnx cat.jpg photos/",
    "convatlas a.onnx b.onnx 'photos/*.jpg' --layers '#0,#-1' --out site",
  ],
};

const INIT: ProgramCommand = {
  name: "init",
  description: "write a config with comments in this folder, to go on from",
  takes: [{
    form: "[files...]",
    description: "models, photos, folders of them and globs; default: what lies in this folder",
  }],
  options: async () => (await import("./report_options.ts")).listConfigOptions(),
  run: async (files, flags: Readonly<Record<string, unknown>>) =>
    await (await import("./init_command.ts")).init(files, flags, COMMANDS.map(nameOf)),
  examples: ["convatlas init model.onnx photos/ --title 'My network'"],
};

const LAYERS: ProgramCommand = {
  name: "layers",
  description: "list the layers of a model, without running it on a photo",
  takes: [{ form: "<model>", description: "an ONNX file" }],
  options: () => [{ form: "--json", description: "write JSON" }],
  run: async ([model = ""], { json }: { readonly json?: boolean }) =>
    await (await import("./layers_command.ts")).layers(model, json === true),
};

const SLIM: ProgramCommand = {
  name: "slim",
  description: "write a model that holds only what some of its layers need",
  takes: [{ form: "<model>", description: "an ONNX file" }],
  options: () => [
    {
      form: "--layers <selectors>",
      description:
        "which layers, as in a config: names, globs, #0, op:…, !…; default: those that a " +
        "report draws",
      parse: addToList,
    },
    {
      form: "--out <file>",
      description: "the file that is written, default: <model>-slim.onnx in this folder",
    },
    { form: "--force", description: "let it take the place of another file" },
  ],
  run: async ([model = ""], flags: SlimFlags) =>
    await (await import("./slim_command.ts")).slim(model, flags),
  examples: ["convatlas slim alexnet.onnx --layers '#0,#1' --out small.onnx"],
};

const SERVE: ProgramCommand = {
  name: "serve",
  description: "serve a report to browsers on this machine, until Ctrl-C",
  takes: [{
    form: "[what...]",
    description: `the folder of the report, default: ${OUT.folder}; ` +
      "with --watch the files and options that report takes",
  }],
  passesOn: true,
  options: () => [
    {
      form: "--watch",
      description: "draw the report anew whenever its config, models or photos change, " +
        "and load open pages again",
    },
    { form: "--open", description: "open it in your browser" },
    {
      form: "--port <number>",
      description: "the port",
      fallback: PORT.usual,
      parse: (text) => parseWhole(text, { of: "a port", least: 0, most: PORT.largest }),
    },
  ],
  run: async (what, flags: ServeFlags) =>
    await (await import("./serve_command.ts")).serve(what, flags, REPORT),
  examples: [
    "convatlas serve --open",
    "convatlas serve --watch model.onnx photos/ --out site",
  ],
};

const MEASURE: ProgramCommand = {
  name: "measure",
  description: "measure what kernels answer to in the photos of a dataset, or in a part of them",
  takes: [{
    form: "[files...]",
    description: "models, as report takes them; what is not named comes from the config",
  }],
  options: async () => [
    {
      form: "--shard <part>",
      description: "one of so many parts of the photos, such as 3/16; default: all",
      parse: parseShard,
    },
    {
      form: "--out <file>",
      description:
        "the tally that is written, default: convatlas.tally, of a part part-<part>.tally",
    },
    ...(await import("./report_options.ts")).listMeasureOptions(),
  ],
  run: async (files, flags: MeasureFlags) =>
    await (await import("./dataset/measure_command.ts")).measureCommand(
      files,
      flags,
      COMMANDS.map(nameOf),
    ),
  examples: [
    "convatlas measure model.onnx --dataset 'val/**/*.jpg'",
    "convatlas measure --shard 3/16 --out part-3.tally",
  ],
};

const MERGE: ProgramCommand = {
  name: "merge",
  description: "put the tallies of all parts of a dataset together",
  takes: [{ form: "<parts...>", description: "the tallies of the parts, in any order" }],
  options: () => [{
    form: "--out <file>",
    description: "the tally that is written, default: convatlas.tally",
  }],
  run: async (parts, flags: MergeFlags) =>
    await (await import("./dataset/merge_command.ts")).merge(parts, flags),
  examples: ["convatlas merge part-*.tally --out all.tally"],
};

/** The commands; the first is what is done where none is named. */
export const COMMANDS: ProgramCommands = [
  REPORT,
  INIT,
  LAYERS,
  SLIM,
  MEASURE,
  MERGE,
  SERVE,
];

function nameOf({ name }: ProgramCommand): string {
  return name;
}
