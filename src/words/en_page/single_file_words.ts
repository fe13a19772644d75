/** The words of a report in one file, in English. */
export const SINGLE_FILE_EN = {
  script:
    "This report is one file, and a script in it shows its pages. Let scripts run to read it, " +
    "or ask for the report as a folder: its pages need no script.",
};

/** The words of a report in one file, around its pages. */
export type SingleFileWords = typeof SINGLE_FILE_EN;
