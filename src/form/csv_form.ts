import { nameTable } from "../plan/table_file.ts";
import type { Form } from "./form.ts";
import { writeCsvHead, writeCsvRows } from "./table/csv.ts";
import { TABLES } from "./table/tables.ts";

/** The measures as CSV: `kernels.csv` and `maps.csv`. */
export const CSV_FORM: Form = {
  value: null,
  description: "write the measures of kernels and maps as CSV files too",
  write: async ({ layers }, { output }) => {
    for (const { stem, columns, gather } of TABLES) {
      const path = nameTable(stem, "csv");
      await output.append(path, writeCsvHead(columns));
      for (const layer of layers) {
        for (const rows of gather(layer)) await output.append(path, writeCsvRows(rows));
      }
    }
  },
};
