import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What tells the reports of two configs apart. */
export interface ReportName {
  readonly title: string;
  /** The names of the models' folders. */
  readonly models: readonly string[];
}

/** Reads the name of the report in a folder; null where there is none. */
export async function readReportName(folder: string): Promise<ReportName | null> {
  try {
    const { title, models } = JSON.parse(await readFile(join(folder, "report.json"), "utf8"));
    return { title: String(title), models: models.map(({ id }: { id: unknown }) => String(id)) };
  } catch {
    return null;
  }
}

/** Tells whether two reports are made of one config, as far as their names tell. */
export function areAlike(a: ReportName, b: ReportName): boolean {
  return a.title === b.title && a.models.some((model) => b.models.includes(model));
}
