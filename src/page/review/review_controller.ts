import { type Review, settleVerdict, type Verdict } from "../../config/review.ts";
import type { ReportReview } from "../../report/report_layer.ts";
import type { ReviewWords } from "../../words/en/review_words.ts";
import { decodeReviews, type ReviewPlace, serialiseReviews } from "./review_store.ts";
import { openStoredText, STORAGE_KEYS, type StoredText } from "../shell/stored_text.ts";

/** What the review of a layer's page is about, and where it stands. */
export interface ReviewOptions extends ReviewPlace {
  /** Holds the two parts: `[data-review]` and `[data-review-tools]`. */
  readonly root: ParentNode;
  readonly layer: ReviewPlace["layer"] & { readonly reviews: readonly ReportReview[] };
  readonly words: ReviewWords;
  /** Finds how many kernels each layer of the model has. */
  readonly countPairs: () => Promise<ReadonlyMap<string, number>>;
  /** Ends the listening to other pages of the browser. */
  readonly signal: AbortSignal;
}

/** The marks of this browser and what the report says, and who wants to know. */
export interface ReviewController extends ReviewOptions {
  readonly stored: StoredText;
  /** The reviews of the report, by kernel. */
  readonly versioned: ReadonlyMap<number, readonly ReportReview[]>;
  /** The marks of this layer, by kernel. */
  readonly own: Map<number, Review>;
  readonly listeners: Set<() => void>;
}

/** Opens the marks of a model, which are kept by the hash of its file and so survive a rebuild. */
export function openReviewController(options: ReviewOptions): ReviewController {
  const { model, layer, signal } = options;
  const place = STORAGE_KEYS.reviewsOf(model.sha256);
  const controller: ReviewController = {
    ...options,
    stored: openStoredText(place),
    versioned: Map.groupBy(layer.reviews, ({ kernel }) => kernel),
    own: new Map(),
    listeners: new Set(),
  };
  refresh(controller);
  addEventListener("storage", ({ key }) => key === place.name && refresh(controller), { signal });
  return controller;
}

/** Reads the marks of the model's layers; what cannot be read is refused. */
export function readMarks({ stored, words }: ReviewController): ReturnType<typeof decodeReviews> {
  const text = stored.read();
  return text === null ? { reviews: [], refused: [] } : decodeReviews(text, words);
}

/** Writes the marks of the model's layers, and tells who wants to know. */
export function writeMarks(controller: ReviewController, marks: readonly Review[]): void {
  controller.stored.write(marks.length === 0 ? null : serialiseReviews(marks));
  refresh(controller);
}

function refresh(controller: ReviewController): void {
  const { own, layer, listeners } = controller;
  own.clear();
  for (const mark of readMarks(controller).reviews) {
    if (mark.layer === layer.id && mark.kernel < layer.pairs) own.set(mark.kernel, mark);
  }
  for (const listener of listeners) listener();
}

/** Finds the reader's own verdict, else that of the report; null where there is neither. */
export function findVerdict({ own, versioned }: ReviewController, k: number): Verdict | null {
  const mark = own.get(k);
  if (mark) return mark.verdict;
  return settleVerdict((versioned.get(k) ?? []).map(({ verdict }) => verdict));
}
