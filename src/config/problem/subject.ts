import { visible } from "./visible.ts";

/** The source of a config that options and arguments make up. */
export const COMMAND_LINE = "command line";

/** Says which config a message is about. */
export function subjectOf(source: string | undefined): string {
  if (source === undefined) return "config";
  return source === COMMAND_LINE ? source : `config "${visible(source)}"`;
}
