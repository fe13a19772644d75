import review_notes from "../../../templates/review/review_notes.hbs" with { type: "text" };
import { REVIEW_LIMITS } from "../../config/review.ts";
import type { ReviewWords } from "../../words/en/review_words.ts";
import { compileTemplates } from "../../site/template.ts";
import { HOOKS } from "../../site/hook/hooks.ts";
import { fill, find, findPart } from "../shell/dom.ts";
import { saveFile } from "../shell/saved_file.ts";
import { readMarks, type ReviewController, writeMarks } from "./review_controller.ts";
import { decodeReviews, mergeReviews, serialiseReviews } from "./review_store.ts";

/** What is told of files that were read: the view of `review_notes.hbs`. */
export interface ReviewNotesView {
  readonly notes: readonly ReviewNoteView[];
}

/** A note with the reasons for it. */
export interface ReviewNoteView {
  readonly text: string;
  readonly reasons: readonly string[];
}

const render = compileTemplates<{ readonly review_notes: ReviewNotesView }>({ review_notes });

/** Creates the tools over a layer's pairs: how far the review has come, export, import, clear. */
export function createReviewTools(controller: ReviewController): void {
  const { root, words, stored, layer, model } = controller;
  const tools = find(HOOKS.reviewTools, root);
  if (tools === null) return;
  const out = findPart<HTMLButtonElement>(HOOKS.reviewExport, tools);
  const clear = findPart<HTMLButtonElement>(HOOKS.reviewClear, tools);
  const file = findPart<HTMLInputElement>(HOOKS.reviewImport, tools);
  const [told, count] = [findPart(HOOKS.reviewTold, tools), findPart(HOOKS.reviewCount, tools)];
  const unkept = findPart(HOOKS.reviewUnkept, tools);
  const paint = (): void => {
    const reviewed = new Set([...controller.own.keys(), ...controller.versioned.keys()]).size;
    count.textContent = words.progress(reviewed, layer.pairs, controller.own.size);
    unkept.hidden = stored.isLasting();
    clear.disabled = controller.own.size === 0;
    out.disabled = stored.read() === null;
  };
  const tell = (notes: readonly ReviewNoteView[]): void => {
    fill(told, render("review_notes", { notes }));
  };
  out.addEventListener("click", () => {
    const text = serialiseReviews(readMarks(controller).reviews);
    saveFile(new Blob([text], { type: "application/json" }), `reviews-${model.id}.json`);
  });
  clear.addEventListener("click", () => {
    if (!confirm(words.clearAsk(controller.own.size))) return;
    writeMarks(controller, readMarks(controller).reviews.filter((mark) => mark.layer !== layer.id));
    tell([]);
  });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (chosen) tell(await importFile(chosen, controller));
    file.value = ""; // so that the same file can be chosen again
  });
  const { refused } = readMarks(controller);
  if (refused.length > 0) tell([noteReasons(words.damaged, refused, words)]);
  controller.listeners.add(paint);
  paint();
  tools.hidden = false;
}

// Gives what is told of it.
async function importFile(
  file: File,
  controller: ReviewController,
): Promise<readonly ReviewNoteView[]> {
  const { words } = controller;
  if (file.size > REVIEW_LIMITS.bytes) {
    const reason = words.tooLarge(`${REVIEW_LIMITS.bytes / 2 ** 20} MB`);
    return [noteReasons(words.refused(1), [reason], words)];
  }
  const parsed = decodeReviews(await file.text(), words);
  const pairsOf = await controller.countPairs().catch(() => null); // the file may have been left out
  const place = { ...controller, pairsOf };
  const merged = mergeReviews(readMarks(controller).reviews, parsed.reviews, place, words);
  if (merged.taken > 0) writeMarks(controller, merged.reviews);
  const refused = [...parsed.refused, ...merged.refused];
  return [
    noteReasons(words.taken(merged.taken, merged.replaced, merged.elsewhere), [], words),
    ...refused.length > 0 ? [noteReasons(words.refused(refused.length), refused, words)] : [],
  ];
}

// How many reasons are listed before the rest is counted.
const LISTED = 8;

function noteReasons(
  text: string,
  reasons: readonly string[],
  words: ReviewWords,
): ReviewNoteView {
  const counts = [...Map.groupBy(reasons, (reason) => reason)];
  const rest = counts.slice(LISTED).reduce((sum, [, those]) => sum + those.length, 0);
  const shown = counts.slice(0, LISTED).map(([reason, { length }]) =>
    length > 1 ? words.times(reason, length) : reason
  );
  return { text, reasons: rest > 0 ? [...shown, words.more(rest)] : shown };
}
