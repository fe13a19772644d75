import type { AnyReason, Tell } from "./tell.ts";

/** A file of a tally. */
interface TallyFile {
  readonly file: string;
}

// How many parts a message names before it counts the rest.
const NAMED = 12;

function nameParts(parts: readonly number[]): string {
  const named = parts.slice(0, NAMED).join(", ");
  const rest = parts.length > NAMED ? ` and ${parts.length - NAMED} more` : "";
  return `${parts.length === 1 ? "part" : "parts"} ${named}${rest}`;
}

/** Why tallies are not read, or not put together. */
export const TALLY_REASONS = {
  "tally-cut-off": ({ file }: TallyFile): string =>
    `Cannot read tally "${file}": it is not whole; measure that part again`,
  "tally-changed": ({ file }: TallyFile): string =>
    `Cannot read tally "${file}": it was changed after it was written; measure that part again`,
  "tally-other": ({ file }: TallyFile): string =>
    `Cannot read tally "${file}": it is no tally; "convatlas measure" writes them`,
  "tally-version": (
    { file, version, read }: TallyFile & { readonly version: number; readonly read: number },
  ): string => `Cannot read tally "${file}": its format is version ${version}, ${read} is read`,
  "tally-unfit": ({ file, text }: TallyFile & { readonly text: string }): string =>
    `Cannot read tally "${file}": ${text}`,
  "tally-foreign": (
    { file, other, differs }: TallyFile & {
      readonly other: string;
      /** What is not the same in both. */
      readonly differs: string;
    },
  ): string => `Cannot merge "${file}" with "${other}": ${differs}`,
  "tally-doubled": (
    { file, other, parts, of }: TallyFile & {
      readonly other: string;
      readonly parts: readonly number[];
      readonly of: number;
    },
  ): string => `Cannot merge "${file}" with "${other}": both hold ${nameParts(parts)} of ${of}`,
  "tally-missing": (
    { parts, of }: { readonly parts: readonly number[]; readonly of: number },
  ): string =>
    `Cannot merge: ${nameParts(parts)} of ${of} ${parts.length === 1 ? "is" : "are"} missing`,
};

/** A tally that a report is to tell of, and a model that it should have. */
interface LackingTally extends TallyFile {
  readonly layers: readonly string[];
}

/** Why a report does not tell of a dataset, or of less of it than it might. */
export const TALLIED_REASONS = {
  "tally-part": (
    { file, parts, of }: TallyFile & { readonly parts: readonly number[]; readonly of: number },
  ): string =>
    `Cannot take tally "${file}": it holds ${nameParts(parts)} of ${of}; ` +
    '"convatlas merge" puts all of them together first',
  "tally-without-model": ({ file }: TallyFile): string =>
    `no numbers of the dataset: the tally "${file}" does not have this model; "convatlas measure" ` +
    "measures it, and so does a report without a tally",
  "tally-of-other-file": ({ file }: TallyFile): string =>
    `no numbers of the dataset: the tally "${file}" is of another file of that name; measure this one`,
  "tally-of-other-photos": ({ file }: TallyFile): string =>
    `no numbers of the dataset: for the tally "${file}" photos were prepared in another way, or ` +
    "other inputs given; measure it with this config",
  "tally-without-layers": ({ file, layers }: LackingTally): string =>
    `no numbers of the dataset: the tally "${file}" does not have ` +
    `${layers.length === 1 ? "this layer" : `these ${layers.length} layers`}; measure with the ` +
    "layers of the report",
  "tally-columns": ({ text }: { readonly text: string }): string =>
    `no numbers of the dataset: the tally holds other columns than it should (${text}); measure again`,
  "dataset-unread": (
    { photos, first }: { readonly photos: number; readonly first: string },
  ): string => `none of the ${photos} photos of the dataset could be measured; the first: ${first}`,
};

/** A file that should be an archive, and the byte where it is none. */
interface TarPlace {
  readonly file: string;
  readonly at: number;
}

/** Why photos of a dataset are not found, or not measured. */
export const DATASET_REASONS = {
  "tar-none": ({ file }: TarPlace): string =>
    `Cannot read archive "${file}": it does not begin as a tar file; compressed ones are not read`,
  "tar-broken": ({ file, at }: TarPlace): string =>
    `Cannot read archive "${file}": at byte ${at} is no head of a file`,
  "tar-ends": ({ file, at }: TarPlace): string =>
    `Cannot read archive "${file}": it ends early, within the file that begins at byte ${at}`,
  "dataset-none": (): string =>
    "Cannot measure: the config has no \"dataset\"; --dataset 'photos/**/*.jpg' names one",
  "dataset-empty": (): string => "Cannot measure a dataset: it has no photo",
  "photo-lost": (
    { file, reason }: { readonly file: string; readonly reason: AnyReason },
    tell: Tell,
  ): string =>
    `Cannot read photo "${file}" any more: ${tell(reason)}; nothing is written, run again when ` +
    "all photos are there",
  "photo-changed": (
    { file, bytes, listed }: {
      readonly file: string;
      readonly bytes: number;
      /** How many it had before. */
      readonly listed: number;
    },
  ): string =>
    `Cannot measure photo "${file}": it has ${bytes} bytes, and had ${listed} when the photos were ` +
    "listed; nothing is written, run again when nothing changes them",
};
