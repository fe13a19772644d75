import { z } from "./problem/field.ts";

/** How a field of a config is said on the command line. */
export interface OptionField {
  /**
   * How its text is read: a switch has none; that of a list has commas between items; that of an
   * object may be JSON; a pair is `name=value`, each an option of its own.
   */
  readonly kind: "switch" | "text" | "number" | "list" | "object" | "pairs";
  /** What `--help` calls its value, such as `<title>`; null for a switch. */
  readonly value: string | null;
  /** What the option is called where the field has a name that is no good one for it. */
  readonly name?: string;
}

/** The fields of a config that have an option of their name on the command line. */
export const optionFields: z.core.$ZodRegistry<OptionField> = z.registry<OptionField>();
