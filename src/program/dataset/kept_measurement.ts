import { relative } from "node:path";
import { measureInto } from "../../api/tally_files.ts";
import type { Config } from "../../config/config.ts";
import { ONLY_SHARD } from "../../dataset/shard.ts";
import { nameProgram } from "../../host/file/project_folder.ts";
import type { Request } from "../request.ts";
import { openTold } from "../told.ts";

/** Where what is measured is kept, and how that is done. */
interface KeepFlags {
  readonly session?: string;
  readonly dryRun?: boolean;
  readonly jobs?: number;
  readonly quiet?: boolean;
}

/**
 * Measures the dataset of a report that is drawn again and again, unless the session has that already,
 * and gives the config that takes it. Where that fails, the report measures, and tells why.
 */
export async function keepMeasurement(
  { config, folder, source }: Pick<Request, "config" | "folder" | "source">,
  { session, dryRun = false, jobs, quiet = false }: KeepFlags,
): Promise<Config> {
  const isMeasured = config.dataset !== null && config.tally === null;
  if (session === undefined || dryRun || !isMeasured) return config;
  const { tell, finish } = await openTold(quiet);
  try {
    await measureInto(session, config, {
      ...{ folder, source, program: nameProgram(), jobs: jobs ?? null, tell },
      ...{ shard: ONLY_SHARD, note: () => {}, warn: () => {} },
    });
    return { ...config, tally: relative(folder, session) };
  } catch {
    return config;
  } finally {
    finish();
  }
}
