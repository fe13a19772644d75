import type { Words } from "../../words/words.ts";

/** What the script does on pages of one kind. */
export interface Page {
  /**
   * Starts on the page that is shown, and does nothing where it is of another kind. A report of one
   * file shows many pages in one document: listeners on the document or the window, observers and
   * timers end with the signal. The words are those of the page's language.
   */
  start(signal: AbortSignal, words: Words): void;
}
