import process from "node:process";
import { returnToUser } from "./host/file/project_folder.ts";
import { superviseWork } from "./host/process/supervisor.ts";

// The program works in a thread of its own, so that this one hears Ctrl-C at any moment. Only this one
// may go to another folder.
returnToUser();
process.exit(
  await superviseWork(new URL("./program/program.ts", import.meta.url), process.argv.slice(2)),
);
