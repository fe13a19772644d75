import type { ReportFiles } from "../files/report_files.ts";
import type { Words } from "../../words/words.ts";

/** What every page knows. */
export interface PageContext<Said extends Words = Words> {
  /** The words of the page's language. */
  readonly words: Said;
  readonly files: ReportFiles;
}

/** What the script does on pages of one kind. */
export interface Page<Said extends Words = Words> {
  /**
   * Starts on the page that is shown, and does nothing where it is of another kind. A report of one
   * file shows many pages in one document: listeners on the document or the window, observers and
   * timers end with the signal.
   */
  start(signal: AbortSignal, around: PageContext<Said>): void;
}
