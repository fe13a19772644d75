/** How the program ended, for scripts that call it. */
export const EXIT = { well: 0, incomplete: 1, nothing: 2, failedCheck: 3 } as const;

/** Where a report is written unless another place is named. */
export const OUT = { folder: "dist", file: "report.html" } as const;
