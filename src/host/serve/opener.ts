import { spawn } from "node:child_process";
import process from "node:process";

// What opens an address in the user's browser, by the system; that of most others as the last.
const OPENERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
};
const USUAL_OPENER = ["xdg-open"] as const;

/** Opens an address in the user's browser; false where the system has nothing that does. */
export function openBrowser(address: string): Promise<boolean> {
  const [program, ...args] = OPENERS[process.platform] ?? USUAL_OPENER;
  return new Promise((resolve) => {
    try {
      const opener = spawn(program, [...args, address], { stdio: "ignore" });
      opener.once("error", () => resolve(false));
      opener.once("exit", (code) => resolve(code === 0));
    } catch {
      resolve(false); // it may not be started
    }
  });
}
