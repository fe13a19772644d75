import { KERNEL_TABLE } from "./kernel_table.ts";
import { MAP_TABLE } from "./map_table.ts";
import type { Table } from "./table.ts";

/** The tables of a report. */
export const TABLES: readonly Table[] = [KERNEL_TABLE, MAP_TABLE];
