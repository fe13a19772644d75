import versioned_reviews from "../../../templates/review/versioned_reviews.hbs" with {
  type: "text",
};
import type { Verdict } from "../../config/review.ts";
import type { ReportReview } from "../../report/report_layer.ts";
import type { ReviewWords } from "../../words/en/review_words.ts";
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { fill, find, findAll, findPart } from "../shell/dom.ts";
import { readMarks, type ReviewController, writeMarks } from "./review_controller.ts";
import { type Judgement, markPair } from "./review_store.ts";

/** What the report's files say of a pair: the view of `versioned_reviews.hbs`. */
export interface VersionedReviewsView {
  readonly reviews: readonly VersionedReviewView[];
}

/** A review that the report's files hold. */
export interface VersionedReviewView {
  readonly verdict: string;
  /** Empty where there is none. */
  readonly note: string;
  /** Who says so, and in which file. */
  readonly from: string;
}

interface Views {
  readonly versioned_reviews: VersionedReviewsView;
}

const render = compileTemplates<Views>({ versioned_reviews });

/** Creates the review of one pair in the panel; gives what shows a pair. */
export function createReviewPanel(controller: ReviewController): (k: number) => void {
  const section = find(HOOKS.review, controller.root);
  if (section === null) return () => {};
  const title = findPart(HOOKS.reviewTitle, section);
  const radios = findAll<HTMLInputElement>(HOOKS.inputs("verdict"), section);
  const note = findPart<HTMLTextAreaElement>("textarea", section);
  const versioned = findPart(HOOKS.versionedReviews, section);
  const drafts = new Map<number, string>(); // notes that wait for a verdict
  let shown: number | null = null;
  const paint = (): void => {
    if (shown === null) return;
    title.textContent = controller.words.titleOf(shown);
    const mark = controller.own.get(shown) ?? null;
    for (const radio of radios) radio.checked = radio.value === (mark?.verdict ?? "");
    note.disabled = mark === null;
    const text = mark?.note ?? drafts.get(shown) ?? "";
    if (note.value !== text) note.value = text; // else the caret would jump
    paintVersioned(versioned, controller.versioned.get(shown) ?? [], controller.words);
  };
  const judge = (): void => {
    if (shown === null) return;
    const verdict = radios.find(({ checked }) => checked)?.value as Verdict | "" | undefined;
    const judgement: Judgement = verdict ? { verdict, note: note.value } : null;
    if (judgement === null) drafts.set(shown, note.value);
    writeMarks(controller, markPair(readMarks(controller).reviews, shown, judgement, controller));
  };
  section.addEventListener("input", judge);
  controller.listeners.add(paint);
  section.hidden = false;
  return (k) => {
    shown = k;
    paint();
  };
}

function paintVersioned(
  list: HTMLElement,
  reviews: readonly ReportReview[],
  words: ReviewWords,
): void {
  list.parentElement!.hidden = reviews.length === 0;
  const views = reviews.map(({ verdict, note, reviewer, source }) => {
    return { verdict: words[verdict], note, from: words.from(reviewer, source) };
  });
  fill(list, render("versioned_reviews", { reviews: views }));
}
