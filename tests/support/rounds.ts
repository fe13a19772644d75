const long = Deno.env.get("CONVATLAS_LONG") !== undefined;

/** How often a test tries what chance decides: a few times, or many where it is asked for. */
export function countRounds(few: number, many: number): number {
  return long ? many : few;
}
