import { visible } from "../config/problem/visible.ts";
import { explainError, findReason } from "../reason/error.ts";
import type { Code, Reason } from "../reason/reason.ts";

/** Something that could not be drawn. */
export interface Failure {
  /** The model, layer or photo, as the config names it. */
  readonly where: string;
  /** Why, in one line. */
  readonly message: string;
  /** The same by its parts. */
  readonly place: FailurePlace;
  /** What tells the reasons of a kind apart, such as `image-undecoded`. */
  readonly code: Code;
  /** The numbers and names that go with the code. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The folders of the layers that lack all their kernels or maps for it; absent where none does. */
  readonly layers?: readonly string[];
}

/** What a failure is about. */
export interface FailurePlace {
  /** The file, as the config names it; null where it is no file. */
  readonly file: string | null;
  /** The name of the model; null where it is a file that is none. */
  readonly model: string | null;
  /** The names of the layers of the model; none where it is the model as a whole. */
  readonly layers: readonly string[];
  /** The name of the photo; null where it is every photo, or none. */
  readonly photo: string | null;
}

/** The place of a file. */
export function placeFile(file: string): FailurePlace {
  return { file, model: null, layers: [], photo: null };
}

/** The place of a model, of layers of it, of a photo on it. */
export function placeModel(
  model: string,
  { layers = [], photo = null }: Partial<Pick<FailurePlace, "layers" | "photo">> = {},
): FailurePlace {
  return { file: null, model, layers, photo };
}

function namePlace({ file, model, layers, photo }: FailurePlace): string {
  if (file !== null) return file;
  const where = [model, ...layers].join(", ");
  return photo === null ? where : `${where} on ${photo}`;
}

/** Tells whether an output did not take what was written: then no report of the rest is whole. */
export function isUnwritten(error: unknown): boolean {
  const { code } = findReason(error);
  return code === "unwritten" || code === "not-set-aside";
}

/** Describes what could not be drawn, and the layers that lack their kernels or maps for it. */
export function describeFailure(
  place: FailurePlace,
  error: unknown,
  lacking: readonly { readonly folder: string }[] = [],
): Failure {
  const { code, ...values } = findReason(error);
  const failure = { where: namePlace(place), message: explainError(error), place, code, values };
  const layers = lacking.map(({ folder }) => folder);
  return layers.length === 0 ? failure : { ...failure, layers };
}

/** The reason that a failure tells by its code and its values. */
export function reasonOf({ code, values }: Failure): Reason {
  return { code, ...values } as Reason;
}

/** Makes one error of all that failed, a line each: nothing is left to report. */
export function nameFailures(failures: readonly Failure[]): AggregateError {
  const lines = failures.map(({ where, message }) => `${visible(where)}: ${message}`);
  return new AggregateError(lines.map((line) => new Error(line)), lines.join("\n"));
}
