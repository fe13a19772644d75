import type { Output } from "../effects.ts";
import { CSV_FORM } from "./csv_form.ts";
import { PARQUET_FORM } from "./parquet_form.ts";
import type { Form, MadeReport } from "./form.ts";

/** In which forms the data of a report is written beside its pages. */
export interface FormOptions {
  /**
   * Whether kernels and maps are written as .npy files too.
   *
   * @default {false}
   */
  readonly npy?: boolean;
  /**
   * Whether the measures of kernels and maps are written as CSV files too.
   *
   * @default {false}
   */
  readonly csv?: boolean;
  /**
   * Whether the measures of kernels and maps are written as Parquet files too.
   *
   * @default {false}
   */
  readonly parquet?: boolean;
}

/** The forms by the options that ask for them, in the library and on the command line. */
export type Forms = Readonly<Record<keyof FormOptions, Form>>;

/** All forms: a further one is a file beside this one, and an entry here. */
export const FORMS: Forms = {
  npy: {
    value: null,
    description: "write kernels and maps as .npy files too",
    write: null,
  },
  csv: CSV_FORM,
  parquet: PARQUET_FORM,
};

/** Writes a report in the forms that are asked for. */
export async function writeForms(
  options: FormOptions,
  made: MadeReport,
  output: Output,
  forms: Readonly<Record<string, Form>> = FORMS,
): Promise<void> {
  const asked = new Map(Object.entries(options));
  for (const [name, { write }] of Object.entries(forms)) {
    const value: unknown = asked.get(name) ?? false;
    if (value === false || write === null) continue;
    await write(made, { output, value: typeof value === "string" ? value : null });
  }
}

/** Takes of what was asked what says in which forms the data is written. */
export function takeForms(asked: FormOptions): FormOptions {
  const names = Object.keys(FORMS) as (keyof FormOptions)[];
  const said = names.filter((name) => asked[name] !== undefined);
  return Object.fromEntries(said.map((name) => [name, asked[name]]));
}
