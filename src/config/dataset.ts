import { keyed, listOf, text, whole, z } from "./problem/field.ts";

/** Photos that are measured, not drawn: thousands of them. */
export interface DatasetConfig {
  /** Paths and globs of photos, archives (`.tar`) and lists of paths (`.txt`); folders with all below. */
  readonly images: readonly string[];
  /** Where each photo's label is: the folder it lies in, a table of paths and labels, or nowhere. */
  readonly labels: "folder" | { readonly table: string } | null;
  /** How many photos are taken at most, evenly spread over all; null for all. */
  readonly limit: number | null;
  /** How many photos run at once where the model takes more than one; null for what suits it. */
  readonly batch: number | null;
}

/** The same as a user writes it: a path or glob stands for its photos, without labels. */
export type DatasetInput = string | {
  /** Photos, archives (`.tar`) and lists of paths (`.txt`): paths, globs and folders. */
  readonly images: readonly string[];
  /** `folder`, or the path of a CSV file with a path and a label a line. */
  readonly labels?: string | undefined;
  /** How many photos at most, evenly spread over all. */
  readonly limit?: number | undefined;
  /** How many run at once. */
  readonly batch?: number | undefined;
};

const imagesExpected = 'a list of at least one path or glob, such as ["val/**/*.jpg"]';

const imagesSchema = listOf(text("a path or glob"), imagesExpected);

const labelsExpected = '"folder", or the path of a table such as "labels.csv"';

const datasetFields = keyed({
  images: imagesSchema.describe(
    "Paths and globs of photos, of archives (.tar) and of text files with a path a line; folders, " +
      "of which all photos in and below them are taken.",
  ),
  labels: text(labelsExpected).optional().describe(
    'Where labels are: "folder" for the name of the folder that a photo lies in, or the path of a ' +
      "CSV file with a path and a label a line.",
  ),
  limit: whole(1).optional().describe("How many photos at most, evenly spread over all."),
  batch: whole(1, 256).optional().describe(
    "How many photos run at once where the model takes more than one; default: what suits it.",
  ),
});

/** The schema of a dataset. */
export const datasetSchema = z.union([
  text("a path or glob")
    .transform((pattern): z.output<typeof datasetFields> => ({ images: [pattern] })),
  datasetFields,
], { error: 'a path or glob, or an object {"images": ["val/**/*.jpg"]}' })
  .transform(({ images, labels, limit = null, batch = null }): DatasetConfig => {
    const found = labels === undefined ? null : labels === "folder" ? labels : { table: labels };
    return { images, labels: found, limit, batch };
  });
