import { existsSync } from "node:fs";
import { join } from "node:path";
import { nameProgram } from "../host/file/project_folder.ts";
import { cleanOnInterrupt } from "../host/process/interrupt.ts";
import { writeError } from "../host/process/terminal.ts";
import { openBrowser } from "../host/serve/opener.ts";
import { serveFolder, type ServeOptions, type Serving } from "../host/serve/server.ts";
import type { ProgramCommand } from "./command.ts";
import { OUT } from "./exit.ts";

/** How a report is served. */
export interface ServeFlags {
  readonly watch?: boolean;
  readonly open?: boolean;
  readonly port: number;
}

/**
 * Serves a report to browsers on this machine until the program is ended.
 *
 * @param what The folder; where the report is drawn anew, what the command `report` takes.
 */
export async function serve(
  what: readonly string[],
  flags: ServeFlags,
  report: ProgramCommand,
): Promise<never> {
  if (flags.watch) {
    const { watchReport } = await import("./watched_report.ts");
    const watched = await watchReport(what, report);
    const { folder, reload } = watched;
    const serving = await openServer({ folder, port: flags.port, reload });
    cleanOnInterrupt(async () => void await Promise.all([watched, serving].map(dispose)));
    await watched.begin();
    if (flags.open) await show(serving);
    writeError("it is drawn anew when what it is made of changes");
  } else {
    const folder = findFolder(what);
    const serving = await openServer({ folder, port: flags.port });
    if (!existsSync(join(folder, "index.html"))) {
      writeError(`"${folder}" holds no report yet: ${nameProgram()} report writes one`);
    }
    if (flags.open) await show(serving);
  }
  return await new Promise(() => {});
}

async function openServer(options: ServeOptions): Promise<Serving> {
  const serving = await serveFolder(options);
  writeError(`serving "${options.folder}" at ${serving.address}, Ctrl-C ends it`);
  return serving;
}

function dispose(resource: AsyncDisposable): PromiseLike<void> {
  return resource[Symbol.asyncDispose]();
}

function findFolder(what: readonly string[]): string {
  const [folder = OUT.folder, ...more] = what;
  const [extra] = what[0]?.startsWith("-") ? what : more;
  if (extra === undefined) return folder;
  throw new TypeError(
    `Cannot serve "${extra}": without --watch it takes one folder, that of a report`,
  );
}

async function show({ address }: Serving): Promise<void> {
  if (await openBrowser(address)) return;
  writeError(`no browser could be opened: open ${address} in one`);
}
