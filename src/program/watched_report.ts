import { existsSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { isWithin } from "../host/file/within.ts";
import { tellError, writeError } from "../host/process/terminal.ts";
import { type FileStates, readStates } from "../host/serve/file_states.ts";
import { openReload, type Reload } from "../host/serve/reload.ts";
import { type ReportRun, runReport } from "../host/serve/report_run.ts";
import { openSessionFolder } from "../host/serve/session_folder.ts";
import { openWatcher } from "../host/serve/watcher.ts";
import { listSome } from "../words/quantity.ts";
import type { ProgramCommand } from "./command.ts";
import { parseLine } from "./command_line.ts";
import { EXIT } from "./exit.ts";
import { findOut } from "./out_path.ts";
import { openRebuilding } from "./rebuilding.ts";
import type { ReportFlags } from "./report_command.ts";
import { loadRequest } from "./request.ts";
import { listWatched, type WatchedFiles } from "./watched_files.ts";

/** A report that is drawn anew when what it is made of changes, until it is disposed. */
export interface WatchedReport extends AsyncDisposable {
  readonly folder: string;
  readonly reload: Reload;
  /** Draws it the first time; gives when that is done. */
  begin(): Promise<void>;
}

/**
 * Watches what a report is made of.
 *
 * @param line What stands behind `report` on a command line.
 * @throws {TypeError} If that asks for something else than a folder.
 */
export async function watchReport(
  line: readonly string[],
  command: ProgramCommand,
): Promise<WatchedReport> {
  const { taken, flags } = await parseLine(command, line);
  requireFolder(taken, flags);
  const find = (): Promise<Watched> => findWatched(taken, flags);
  const first = await find();
  const reload = openReload();
  const session = await openSessionFolder();
  const drawing = openDrawing([...line, "--session", join(session.path, "kept.tally")], reload);
  const looking = openLooking(first, { find, wake: () => rebuilding.wake() });
  const rebuilding = openRebuilding({ look: looking.look, build: drawing.draw });
  return {
    folder: first.folder,
    reload,
    begin: rebuilding.begin,
    [Symbol.asyncDispose]: async () => {
      drawing.stop();
      await Promise.all([session, looking].map((each) => each[Symbol.asyncDispose]()));
    },
  };
}

function requireFolder(
  taken: readonly string[],
  { singleFile = false, dryRun = false }: ReportFlags,
): void {
  if (singleFile || dryRun) {
    const option = singleFile ? "--single-file" : "--dry-run";
    throw new TypeError(`Cannot watch a report with ${option}: what is served is a folder`);
  }
  const report = taken.find((name) => existsSync(join(name, "report.json")));
  if (report === undefined) return;
  throw new TypeError(
    `Cannot watch "${report}": it is a report, and no model or photo; --out names where one is written`,
  );
}

/** What a report is made of, and where it is written. */
interface Watched {
  readonly folder: string;
  readonly files: WatchedFiles;
}

async function findWatched(names: readonly string[], flags: ReportFlags): Promise<Watched> {
  await using request = await loadRequest(names, flags);
  return {
    folder: flags.out ?? findOut(request, false),
    files: await listWatched(names, request),
  };
}

/** What looks at the files that count, and watches where others may come. */
interface Looking extends AsyncDisposable {
  look(): Promise<FileStates>;
}

function openLooking(
  { folder, files }: Watched,
  { find, wake }: { find(): Promise<Watched>; wake(): void },
): Looking {
  let known = files;
  const watcher = openWatcher({
    ignores: (path) => isOwn(path, folder) || isHidden(path, known),
    wake,
    fail: (error) => writeError(`warning: changes may go unseen: ${String(error)}`),
  });
  return {
    look: async () => {
      const found = await find().catch(() => null); // what is drawn tells why
      known = found?.files ?? known;
      await watcher.watch(known);
      return await readStates(known.paths);
    },
    [Symbol.asyncDispose]: () => watcher[Symbol.asyncDispose](),
  };
}

// What is written changes nothing.
function isOwn(path: string, folder: string): boolean {
  return isWithin(resolve(path), resolve(folder));
}

function isHidden(path: string, { shallow, deep }: WatchedFiles): boolean {
  return /^\.|^node_modules$/.test(basename(path)) && !shallow.includes(path) &&
    !deep.includes(path);
}

/** What draws a report, and tells pages and the terminal of it. */
interface Drawing {
  draw(changed: readonly string[]): Promise<void>;
  stop(): void;
}

function openDrawing(line: readonly string[], reload: Reload): Drawing {
  let run: ReportRun | null = null;
  return {
    draw: async (changed) => {
      if (changed.length > 0) writeError(`changed: ${listSome(changed.map(nameFile))}`);
      try {
        run = runReport(line);
        const code = await run.ended;
        if (code === EXIT.nothing) writeError("not drawn: what was there before stays");
        else if (code !== null) reload.tell();
      } catch (error) {
        tellError(error);
      }
    },
    stop: () => run?.stop(),
  };
}

function nameFile(path: string): string {
  const near = relative("", path);
  return near.startsWith("..") ? path : near;
}
