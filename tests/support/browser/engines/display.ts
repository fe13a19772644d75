import { existsSync } from "node:fs";

const SERVER = "/usr/bin/Xvfb";

/** Whether a window can be opened that nobody sees. */
export const hasDisplay = existsSync(SERVER);

/** A screen that nobody sees, for a browser which has to have one. */
export interface Display extends AsyncDisposable {
  /** Its name, such as `:7`. */
  readonly name: string;
}

/** Opens a screen; the server itself finds a free name. */
export async function openDisplay(): Promise<Display> {
  const server = new Deno.Command(SERVER, {
    args: ["-displayfd", "1", "-screen", "0", "1920x2600x24", "-nolisten", "tcp"],
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const stdout = server.stdout.getReader();
  const { value } = await stdout.read();
  const number = new TextDecoder().decode(value).trim();
  if (!/^\d+$/.test(number)) throw new Error(`Cannot open display: Xvfb says "${number}"`);
  return {
    name: `:${number}`,
    [Symbol.asyncDispose]: async () => {
      await stdout.cancel();
      server.kill();
      await server.status;
    },
  };
}
