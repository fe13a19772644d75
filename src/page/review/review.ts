import type { Verdict } from "../../config/review.ts";
import { findVerdict, openDesk, type ReviewDesk, type ReviewOptions } from "./review_desk.ts";
import { createReviewPanel } from "./review_panel.ts";
import { createReviewTools } from "./review_tools.ts";

export type { ReviewOptions };

/** The review of a layer's pairs. */
export interface Reviews {
  /** Shows the review of a pair. */
  show(k: number): void;
  /** The reader's own verdict, else that of the report; null where there is neither. */
  verdictOf(k: number): Verdict | null;
  /** Calls when a verdict has changed. */
  onChange(listener: () => void): void;
}

/**
 * Lets a reader review the pairs of a layer: marks are kept in the browser,
 * and written to and read from files.
 */
export function createReviews(options: ReviewOptions): Reviews {
  const desk = openDesk(options);
  const show = createReviewPanel(desk);
  createReviewTools(desk);
  return {
    show,
    verdictOf: (k) => findVerdict(desk, k),
    onChange: (listener) => {
      let before = listVerdicts(desk);
      desk.listeners.add(() => {
        const after = listVerdicts(desk);
        if (after !== before) listener();
        before = after;
      });
    },
  };
}

// A note is written letter by letter, which changes no verdict.
function listVerdicts({ own }: ReviewDesk): string {
  return [...own].map(([k, { verdict }]) => `${k} ${verdict}`).sort().join();
}
