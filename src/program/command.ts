/** A command of the program: what `--help` says of it, what it takes, and what it does. */
export interface ProgramCommand {
  readonly name: string;
  /** What it does, in a line without a full stop. */
  readonly description: string;
  /** What it takes beside options, such as `<model>`, `[folder]` or `[files...]`. */
  readonly takes?: readonly ProgramArgument[];
  /**
   * Whether options that it does not know are among what it takes.
   *
   * @default {false}
   */
  readonly passesOn?: boolean;
  /** Loads its options; those of other commands are not loaded with them. */
  options(): Promise<readonly ProgramOption[]> | readonly ProgramOption[];
  /** Does it, and gives the exit code; what it needs is loaded when it is called. */
  run(taken: readonly string[], flags: object): Promise<number>;
  /** Lines that `--help` ends with. */
  readonly examples?: readonly string[];
}

/** What a command takes beside options. */
export interface ProgramArgument {
  /** Such as `<model>`, which must be there, `[folder]`, or `[files...]`, which may be many. */
  readonly form: string;
  readonly description: string;
}

/** An option of a command. */
export interface ProgramOption {
  /** Such as `--quiet`, or `--out <path>`, which takes a value. */
  readonly form: string;
  readonly description: string;
  /** Whether `--help` leaves it out: it is for the program's own runs. */
  readonly isHidden?: boolean;
  /** The heading that `--help` lists it under. */
  readonly heading?: string;
  /** What it is where it is not given. */
  readonly fallback?: string | number | boolean;
  /**
   * Makes a value of its text, and of what it was given before.
   *
   * @throws {RangeError} With a sentence that says what it takes, if the text is none.
   */
  parse?(text: string, before: unknown): unknown;
}
