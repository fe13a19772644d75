/** What tables are written as; each is the suffix of their files. */
export const TABLE_SUFFIXES = ["csv", "parquet"] as const;

/** What a table is written as. */
export type TableSuffix = (typeof TABLE_SUFFIXES)[number];

/** The tables that a report may have, by the stems of their files. */
export const TABLE_STEMS = ["kernels", "maps"] as const;

/** The stem of a table's files. */
export type TableStem = (typeof TABLE_STEMS)[number];

/** Names the file of a table, relative to the report's folder. */
export function nameTable(stem: TableStem, suffix: TableSuffix): string {
  return `${stem}.${suffix}`;
}
