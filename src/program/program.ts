import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { workForSupervisor } from "../host/process/interrupt.ts";
import { tellError, writeError } from "../host/process/terminal.ts";
import { GENERATOR } from "../version.ts";
import type { ProgramCommand, ProgramOption } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { EXIT } from "./exit.ts";

/** Runs the command line and gives the exit code. */
async function main(args: readonly string[]): Promise<number> {
  let code: number = EXIT.well;
  const program = describeProgram();
  const named = args[0] === "help" ? args[1] : args[0];
  const asked = COMMANDS.find(({ name }) => name === named) ?? COMMANDS[0];
  for (const command of COMMANDS) {
    const described = describeCommand(program, command);
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

function describeProgram(): Command {
  return new Command("convatlas")
    .description(
      "An atlas of a convolutional network: every kernel beside the feature map it makes",
    )
    .usage(`[${COMMANDS[0].name}] [files...] [options]\n       convatlas <command> --help`)
    .addHelpText("after", `\n${listExamples(COMMANDS[0])}`)
    .version(GENERATOR)
    .exitOverride()
    .configureOutput({ writeErr: (text) => text.trimEnd().split("\n").forEach(writeError) });
}

function describeCommand(program: Command, command: ProgramCommand): Command {
  const { name, description, takes = [] } = command;
  const described = program.command(name, { isDefault: command === COMMANDS[0] })
    .description(description);
  takes.forEach((each) => described.argument(each.form, each.description));
  return command.examples === undefined
    ? described
    : described.addHelpText("after", `\n${listExamples(command)}`);
}

function listExamples({ examples = [] }: ProgramCommand): string {
  return examples.length === 0
    ? ""
    : `Examples:\n${examples.map((line) => `  ${line}`).join("\n")}`;
}

function addOption(command: Command, { form, description, ...rest }: ProgramOption): void {
  const { heading, parse, fallback } = rest;
  const option = new Option(form, description);
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

workForSupervisor(main);
