import type { Effects, Progress } from "../effects.ts";
import { tellForecast } from "../forecast/forecast_text.ts";
import { openTerminal, writeError } from "../host/process/terminal.ts";

/** Where what is told of a report goes. */
export interface Told extends Pick<Effects, "foresee" | "tell" | "note" | "warn"> {
  /** Ends the bar, and tells what was kept back meanwhile. */
  finish(): void;
}

/** Opens the terminal for it: while there is a bar, warnings wait. */
export async function openTold(quiet: boolean): Promise<Told> {
  const terminal = await openTerminal({ quiet });
  const waiting: string[] = [];
  const tellWarning = (warning: string): void => writeError(`warning: ${warning}`);
  let begun = false;
  return {
    foresee: (forecast) => {
      if (!quiet) writeError(tellForecast(forecast));
    },
    tell: (progress: Progress) => {
      begun = true;
      terminal.tell(progress);
    },
    note: (remark) => {
      if (!quiet) writeError(remark);
    },
    warn: (warning) => begun ? void waiting.push(warning) : tellWarning(warning),
    finish: () => {
      terminal.finish();
      waiting.splice(0).forEach(tellWarning);
    },
  };
}
