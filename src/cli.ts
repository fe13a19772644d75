import process from "node:process";
import { returnToUser } from "./host/file/project_folder.ts";
import { requireNode } from "./host/process/node_version.ts";
import { FAILED, superviseWork } from "./host/process/supervisor.ts";
import { tellError } from "./host/process/terminal.ts";

// The program works in a thread of its own, so that this one hears Ctrl-C at any moment.
async function run(): Promise<number> {
  try {
    requireNode();
    returnToUser(); // no other thread may go to another folder
    return await superviseWork(
      new URL("./program/program.ts", import.meta.url),
      process.argv.slice(2),
    );
  } catch (error) {
    tellError(error);
    return FAILED;
  }
}

process.exit(await run());
