import { visible } from "../config/problem/visible.ts";

/** Something that could not be drawn. */
export interface Failure {
  /** The model, layer or photo, as the config names it. */
  readonly where: string;
  /** Why, in one line. */
  readonly message: string;
  /** The folders of the layers that lack all their kernels or maps for it; absent where none does. */
  readonly layers?: readonly string[];
}

/** Describes what could not be drawn, and the layers that lack their kernels or maps for it. */
export function describeFailure(
  where: string,
  error: unknown,
  lacking: readonly { readonly folder: string }[] = [],
): Failure {
  const failure = { where, message: explainError(error) };
  const layers = lacking.map(({ folder }) => folder);
  return layers.length === 0 ? failure : { ...failure, layers };
}

/** Makes one error of all that failed, a line each: nothing is left to report. */
export function nameFailures(failures: readonly Failure[]): AggregateError {
  const lines = failures.map(({ where, message }) => `${visible(where)}: ${message}`);
  return new AggregateError(lines.map((line) => new Error(line)), lines.join("\n"));
}

// A runtime's message may hold a whole stack; the report has room for a line.
const LONGEST = 600;

/** Says in one line why something failed. */
export function explainError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const line = message.replace(/\s*\n\s*/g, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
