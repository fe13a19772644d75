import { superviseWork } from "./host/process/supervisor.ts";

// The program works in a thread of its own, so that this one hears Ctrl-C at any moment.
if (import.meta.main) {
  Deno.exit(await superviseWork(new URL("./program/program.ts", import.meta.url), Deno.args));
}
