import { nameTable } from "../plan/table_file.ts";
import type { Form } from "./form.ts";
import { openParquet } from "./table/parquet.ts";
import { TABLES } from "./table/tables.ts";

/** The measures as Parquet: `kernels.parquet` and `maps.parquet`. */
export const PARQUET_FORM: Form = {
  value: null,
  description: "write the measures of kernels and maps as Parquet files too",
  write: async ({ layers }, { output }) => {
    for (const { stem, columns, gather } of TABLES) {
      const path = nameTable(stem, "parquet");
      const file = openParquet(columns);
      for (const layer of layers) {
        for (const rows of gather(layer)) await output.append(path, file.add(rows));
      }
      await output.append(path, file.end());
    }
  },
};
