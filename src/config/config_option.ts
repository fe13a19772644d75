import { type Config, configFields, gridFields } from "./config.ts";
import { modelFields } from "./model_config.ts";
import { type OptionField, optionFields } from "./option_field.ts";
import { ConfigError, type ConfigProblem } from "./problem/config_error.ts";
import { z } from "./problem/field.ts";
import { decodeJsonc } from "./problem/jsonc.ts";
import { findProblems } from "./problem/problem.ts";
import { COMMAND_LINE } from "./problem/subject.ts";

/** A field of a config as an option of the command line. */
export interface ConfigOption extends OptionField {
  /** The name of the field. */
  readonly key: string;
  /** What the option is called, in camelCase. */
  readonly name: string;
  /** Whose field it is: of the config, of each of its models, or of its grid. */
  readonly of: keyof ConfigChange;
  readonly description: string;
  readonly schema: z.core.$ZodType;
}

/** What options make of a config: the values of the fields that they name, parsed. */
export interface ConfigChange {
  readonly config: Partial<Omit<Config, "models" | "images" | "grid">>;
  readonly model: Partial<Omit<Config["models"][number], "name" | "path">>;
  readonly grid: Partial<Config["grid"]>;
}

/** The options of a config, in the order of its fields. */
export const CONFIG_OPTIONS: readonly ConfigOption[] = [
  ...listOptions("config", configFields.shape),
  ...listOptions("model", modelFields.shape),
  ...listOptions("grid", gridFields.shape),
];

function listOptions(of: keyof ConfigChange, shape: z.core.$ZodShape): ConfigOption[] {
  return Object.entries(shape).flatMap(([key, schema]) => {
    const field = optionFields.get(schema);
    if (field === undefined) return [];
    return [{ name: key, ...field, key, of, description: findDescription(schema), schema }];
  });
}

// Of what is transformed, the part that is written is described.
function findDescription(schema: z.core.$ZodType): string {
  const own = z.globalRegistry.get(schema)?.description;
  if (own !== undefined) return own;
  return schema instanceof z.ZodPipe ? findDescription(schema.in) : "";
}

/** Writes the name of an option: `padValue` is `--pad-value`. */
export function writeFlag(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** What options say, as a config would: the fields, by whose they are. */
export type OptionValues = Readonly<Record<keyof ConfigChange, Readonly<Record<string, unknown>>>>;

/**
 * Parses what options say of a config, by the keys of its fields: texts, lists of texts, switches.
 * What is undefined was not given.
 *
 * @throws {ConfigError} A `TypeError` that lists every problem.
 */
export function parseConfigOptions(given: Readonly<Record<string, unknown>>): ConfigChange {
  const change = { config: {}, model: {}, grid: {} };
  const values = readConfigOptions(given);
  const problems: ConfigProblem[] = [];
  for (
    const { key, name, of, schema } of CONFIG_OPTIONS.filter(({ key, of }) => key in values[of])
  ) {
    const result = z.safeParse(schema, values[of][key], { reportInput: true });
    if (result.success) Object.assign(change[of], { [key]: result.data });
    else problems.push(...placeProblems(name, findProblems(result.error.issues)));
  }
  if (problems.length > 0) throw new ConfigError(problems, { source: COMMAND_LINE });
  return change;
}

/** Reads the texts of options as values of the fields of a config, which are not parsed yet. */
export function readConfigOptions(given: Readonly<Record<string, unknown>>): OptionValues {
  const values: Record<keyof ConfigChange, Record<string, unknown>> = {
    config: {},
    model: {},
    grid: {},
  };
  for (const option of CONFIG_OPTIONS.filter(({ name }) => given[name] !== undefined)) {
    values[option.of][option.key] = readOption(option, given[option.name]);
  }
  return values;
}

function readOption({ name, kind }: ConfigOption, given: unknown): unknown {
  if (kind === "pairs" && Array.isArray(given)) return readPairs(given, name);
  if (typeof given !== "string") return given;
  if (kind === "number") return given.trim() === "" || isNaN(Number(given)) ? given : Number(given);
  return kind === "object" && isJson(given) ? decodeJsonc(given, writeFlag(name)) : given;
}

function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text);
}

// What is no pair is left to be refused as what it is.
function readPairs(texts: readonly string[], key: string): unknown {
  const decode = (text: string): unknown => decodeJsonc(text, writeFlag(key));
  const read = texts.map((text) => {
    if (isJson(text)) return decode(text);
    const [, name, value = ""] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    return name === undefined ? text : { [name]: isJson(value) ? decode(value) : readInput(value) };
  });
  const stranger = read.find((each) => typeof each !== "object");
  return stranger ?? Object.assign({}, ...read);
}

function readInput(text: string): unknown {
  if (text.trim() !== "" && !isNaN(Number(text))) return Number(text);
  return /\.npy$/i.test(text) ? { npy: text } : { photo: text };
}

// The items of a list stand in the messages themselves.
function placeProblems(key: string, problems: readonly ConfigProblem[]): ConfigProblem[] {
  return problems.map(({ path, message }) => ({
    path: `${writeFlag(key)} ${path.replace(/^\[\d+\]/, "")}`.trimEnd(),
    message,
  }));
}

/**
 * Tells the problems of a config by the options that stand in for its fields; of several models each
 * by its name.
 */
export function nameOptions(
  { problems }: ConfigError,
  { config, model }: ConfigChange,
  { models, source }: { readonly models: Config["models"]; readonly source: string },
): ConfigError {
  const named = problems.map(({ path, message }) => {
    const [, index, key = ""] = /^(?:models\[(\d+)\]\.)?(\w+)/.exec(path) ?? [];
    if (!Object.hasOwn(index === undefined ? config : model, key)) return { path, message };
    const { name } = models[Number(index)] ?? {};
    const isOne = name === undefined || models.length === 1;
    const flag = writeFlag(findOptionName(key));
    return { path: isOne ? flag : `${flag} of ${name}`, message };
  });
  return new ConfigError(named, { source });
}

function findOptionName(key: string): string {
  return CONFIG_OPTIONS.find((option) => option.key === key)?.name ?? key;
}
