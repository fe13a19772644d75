import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { CellKind, Column, TableCell, TableRows } from "./table.ts";

/** A Parquet file as it grows: what is given has to be written one after the other. */
export interface Parquet {
  /** Takes rows, and gives the bytes that can be written by now. */
  add(rows: TableRows): Uint8Array;
  /** Gives the last bytes. */
  end(): Uint8Array;
}

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]["schema"][number];

const ELEMENTS: Readonly<Record<CellKind, Partial<SchemaElement>>> = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8" },
  flag: { type: "BOOLEAN" },
  whole: { type: "INT32" },
  number: { type: "DOUBLE" },
};

// Of a group each column is compressed and indexed by itself: large ones are small, and quick to read.
const GROUP_ROWS = 1 << 14;

/** Begins a Parquet file. */
export function openParquet(columns: readonly Column[]): Parquet {
  const bytes = new ByteWriter();
  const file = new ParquetWriter({ writer: bytes, schema: describeColumns(columns) });
  let group: TableCell[][] = columns.map(() => []);
  const writeGroup = (): void => {
    const data = columns.map(({ name }, i) => ({ name, data: group[i]! }));
    const size = group[0]!.length;
    if (size > 0) file.write({ columnData: data, rowGroupSize: size });
    group = columns.map(() => []);
  };
  return {
    add: (rows) => {
      for (const [i, cells] of rows.entries()) for (const cell of cells) group[i]!.push(cell);
      if (group[0]!.length >= GROUP_ROWS) writeGroup();
      return takeBytes(bytes);
    },
    end: () => {
      writeGroup();
      file.finish();
      return takeBytes(bytes);
    },
  };
}

function describeColumns(columns: readonly Column[]): SchemaElement[] {
  return [
    { name: "root", num_children: columns.length },
    ...columns.map(({ name, kind, full }): SchemaElement => ({
      name,
      ...ELEMENTS[kind],
      repetition_type: full ? "REQUIRED" : "OPTIONAL",
    })),
  ];
}

// What is taken is not kept: the writer counts on from where it was.
function takeBytes(writer: ByteWriter): Uint8Array {
  const taken = writer.getBytes().slice();
  writer.index = 0;
  return taken;
}
