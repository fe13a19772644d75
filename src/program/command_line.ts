import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { tellError, writeError } from "../host/process/terminal.ts";
import { GENERATOR } from "../version.ts";
import type { ProgramCommand, ProgramOption } from "./command.ts";
import { EXIT } from "./exit.ts";

/** What is said on a line of a command. */
export interface ParsedLine {
  /** What it takes beside options. */
  readonly taken: readonly string[];
  /** Its options, by their names. */
  readonly flags: object;
}

/** The commands of a program; the first is what is done where none is named. */
export type ProgramCommands = readonly [ProgramCommand, ...ProgramCommand[]];

/** Does what a line asks of a program, and gives the exit code. */
export async function runLine(
  commands: ProgramCommands,
  args: readonly string[],
): Promise<number> {
  let code: number = EXIT.well;
  const program = describeProgram(commands[0]);
  const named = args[0] === "help" ? args[1] : args[0];
  const asked = commands.find(({ name }) => name === named) ?? commands[0];
  for (const command of commands) {
    const added = program.command(command.name, { isDefault: command === commands[0] });
    const described = describeCommand(added, command);
    if (command === asked) (await command.options()).forEach((each) => addOption(described, each));
    described.action(async () => {
      code = await command.run(described.args, described.opts());
    });
  }
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.well : EXIT.nothing;
    tellError(error);
    return EXIT.nothing;
  }
}

/**
 * Parses what is said behind the name of a command.
 *
 * @throws {CommanderError} If it is not a line of the command; what is wrong has been told.
 */
export async function parseLine(
  command: ProgramCommand,
  args: readonly string[],
): Promise<ParsedLine> {
  const parser = describeCommand(prepareCommand(new Command(command.name)), command);
  (await command.options()).forEach((option) => addOption(parser, option));
  parser.parse(args, { from: "user" });
  return { taken: parser.args, flags: parser.opts() };
}

function describeProgram(usual: ProgramCommand): Command {
  return prepareCommand(new Command("convatlas"))
    .description(
      "An atlas of a convolutional network: every kernel beside the feature map it makes",
    )
    .usage(`[${usual.name}] [files...] [options]\n       convatlas <command> --help`)
    .addHelpText("after", `\n${listExamples(usual)}`)
    .version(GENERATOR);
}

// It throws instead of ending the program, and tells mistakes as the program does.
function prepareCommand(command: Command): Command {
  return command.exitOverride()
    .configureOutput({ writeErr: (text) => text.trimEnd().split("\n").forEach(writeError) });
}

function describeCommand(command: Command, described: ProgramCommand): Command {
  const { description, takes = [], passesOn = false } = described;
  command.description(description).allowUnknownOption(passesOn);
  takes.forEach((each) => command.argument(each.form, each.description));
  return described.examples === undefined
    ? command
    : command.addHelpText("after", `\n${listExamples(described)}`);
}

function listExamples({ examples = [] }: ProgramCommand): string {
  return examples.length === 0
    ? ""
    : `Examples:\n${examples.map((line) => `  ${line}`).join("\n")}`;
}

function addOption(command: Command, { form, description, ...rest }: ProgramOption): void {
  const { heading, parse, fallback, isHidden = false } = rest;
  const option = new Option(form, description);
  option.hideHelp(isHidden);
  if (heading !== undefined) option.helpGroup(heading);
  if (fallback !== undefined) option.default(fallback);
  if (parse !== undefined) option.argParser((text, before) => parseText(parse, text, before));
  command.addOption(option);
}

function parseText(
  parse: NonNullable<ProgramOption["parse"]>,
  text: string,
  before: unknown,
): unknown {
  try {
    return parse(text, before);
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidArgumentError(error.message);
    throw error;
  }
}
