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

/** A file that should be an archive, and the byte where it is none. */
interface TarPlace {
  readonly file: string;
  readonly at: number;
}

/** Why photos of a dataset are not found. */
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
};
