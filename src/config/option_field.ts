import { z } from "./problem/field.ts";

/** How a field of a config is said on the command line. */
export interface OptionField {
  /**
   * How its text is read: a switch has none; that of a list has commas between items, a pair is
   * `name=value`, and each pair an option of its own. What begins with a brace is JSON.
   */
  readonly kind: "switch" | "text" | "number" | "list" | "pairs";
  /** What `--help` calls its value, such as `<title>`; null for a switch. */
  readonly value: string | null;
}

/** The fields of a config that have an option of their name on the command line. */
export const optionFields: z.core.$ZodRegistry<OptionField> = z.registry<OptionField>();
