import type { Verdict } from "../../config/review.ts";
import {
  findVerdict,
  openReviewController,
  type ReviewController,
  type ReviewOptions,
} from "./review_controller.ts";
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
  const controller = openReviewController(options);
  const show = createReviewPanel(controller);
  createReviewTools(controller);
  return {
    show,
    verdictOf: (k) => findVerdict(controller, k),
    onChange: (listener) => {
      let before = listVerdicts(controller);
      controller.listeners.add(() => {
        const after = listVerdicts(controller);
        if (after !== before) listener();
        before = after;
      });
    },
  };
}

// A note is written letter by letter, which changes no verdict.
function listVerdicts({ own }: ReviewController): string {
  return [...own].map(([k, { verdict }]) => `${k} ${verdict}`).sort().join();
}
