import { join, relative } from "node:path";
import type { LoadedConfig } from "../host/file/config_file.ts";
import { OUT } from "./exit.ts";

/** Finds where a report is written where no place is named: beside a config that was found. */
export function findOut(
  { origin, folder }: Pick<LoadedConfig, "origin" | "folder">,
  singleFile: boolean,
): string {
  const home = origin === "found" ? relative("", folder) : "";
  return join(home, singleFile ? OUT.file : OUT.folder);
}
