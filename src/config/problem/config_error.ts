import { subjectOf } from "./subject.ts";

/** One mistake in a config: where it is, and what was found and expected there. */
export interface ConfigProblem {
  /** The field, such as `models[0].layers`; empty for the config as a whole. */
  readonly path: string;
  /** What was found and what is allowed. */
  readonly message: string;
}

/** A config that says what it may not, with every problem at once. */
export class ConfigError extends TypeError {
  /** `ConfigError`. */
  override readonly name = "ConfigError";
  /** Every mistake that was found, in the order of the fields. */
  readonly problems: readonly ConfigProblem[];

  /** Lists the problems of the config that `source` names. */
  constructor(problems: readonly ConfigProblem[], options: { source?: string } = {}) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super(
      [`Cannot parse ${subjectOf(options.source)}: ${count}`, ...problems.map(writeLine)].join(
        "\n",
      ),
    );
    this.problems = problems;
  }
}

function writeLine({ path, message }: ConfigProblem): string {
  return path === "" ? `  ${message}` : `  ${path}: ${message}`;
}
