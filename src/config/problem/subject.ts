import { visible } from "./visible.ts";

/** Says which config a message is about. */
export function subjectOf(source: string | undefined): string {
  return source === undefined ? "config" : `config "${visible(source)}"`;
}
