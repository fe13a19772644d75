import type { Plan } from "../plan/plan.ts";
import { EXPLORER_FORM } from "./explorer_form.ts";
import { CSV_FORM } from "./csv_form.ts";
import type { Form, FormTarget, FormWorld, MadeReport } from "./form.ts";
import { PARQUET_FORM } from "./parquet_form.ts";
import { TENSORBOARD_FORM } from "./tensorboard_form.ts";

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
  /**
   * The folder for TensorBoard's files of events, one a model; none are written without it.
   *
   * @default {undefined}
   */
  readonly tensorboard?: string;
  /**
   * The folder for node data of Google's Model Explorer, a file a measure of the layers of each
   * model; none are written without it.
   *
   * @default {undefined}
   */
  readonly modelExplorer?: string;
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
  tensorboard: TENSORBOARD_FORM,
  modelExplorer: EXPLORER_FORM,
};

/** Begins the forms that are asked for, as far as they stand outside of the report's folder. */
export async function beginForms(
  options: FormOptions,
  plan: Plan,
  world: FormWorld,
  forms: Readonly<Record<string, Form>> = FORMS,
): Promise<void> {
  for (const { form, value } of listAsked(options, forms)) {
    await form.begin?.(plan, { ...takeWorld(world), value });
  }
}

/** Writes a report in the forms that are asked for. */
export async function writeForms(
  options: FormOptions,
  made: MadeReport,
  world: FormWorld,
  forms: Readonly<Record<string, Form>> = FORMS,
): Promise<void> {
  for (const { form, value } of listAsked(options, forms)) {
    await form.write?.(made, { ...takeWorld(world), value });
  }
}

/** Says where the forms are that were written outside of the report's folder. */
export function tellForms(options: FormOptions): string[] {
  return listAsked(options, FORMS).flatMap(({ form, value }) =>
    form.tell === undefined || value === null ? [] : [form.tell(value)]
  );
}

/** A form that is asked for, and what its option was given. */
interface AskedForm extends Pick<FormTarget, "value"> {
  readonly form: Form;
}

function listAsked(options: FormOptions, forms: Readonly<Record<string, Form>>): AskedForm[] {
  const asked = new Map(Object.entries(options));
  return Object.entries(forms).flatMap(([name, form]) => {
    const value: unknown = asked.get(name) ?? false;
    return value === false ? [] : [{ form, value: typeof value === "string" ? value : null }];
  });
}

function takeWorld({ output, beside, warn }: FormWorld): FormWorld {
  return { output, beside, warn };
}

/**
 * Makes sure that no form is asked for that stands among the files of a report, where these are one.
 *
 * @throws {TypeError} If one is: no page would lead to it.
 */
export function requireOutside(options: FormOptions): void {
  const asked = new Map(Object.entries(options));
  const inside = Object.keys(FORMS).filter((name) => asked.get(name) === true);
  if (inside.length === 0) return;
  throw new TypeError(
    `Cannot write ${
      inside.join(" and ")
    } into one file: no page leads there; write a folder with it`,
  );
}

/** Takes of what was asked what says in which forms the data is written. */
export function takeForms(asked: FormOptions): FormOptions {
  const names = Object.keys(FORMS) as (keyof FormOptions)[];
  const said = names.filter((name) => asked[name] !== undefined);
  return Object.fromEntries(said.map((name) => [name, asked[name]]));
}
