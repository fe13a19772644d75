import { existsSync } from "node:fs";
import { writeError } from "../host/process/terminal.ts";
import { serveFolder } from "../host/serve.ts";

/** Serves a report to browsers on this machine until the program is ended. */
export async function serve(folder: string, port: number): Promise<never> {
  const { address } = await serveFolder({ folder, port });
  writeError(`serving "${folder}" at ${address}, Ctrl-C ends it`);
  if (!existsSync(folder)) writeError(`"${folder}" is not there yet: "report" writes it`);
  return await new Promise(() => {});
}
