import { REVIEW_LIMITS } from "../../config/review.ts";
import type { ReviewWords } from "../../words/en/review_words.ts";
import { findPart } from "../shell/part.ts";
import { readMarks, type ReviewController, writeMarks } from "./review_controller.ts";
import { mergeReviews, parseReviews, serialiseReviews } from "./review_store.ts";

/** Creates the tools over a layer's pairs: how far the review has come, export, import, clear. */
export function createReviewTools(controller: ReviewController): void {
  const { root, words, shelf, layer, model } = controller;
  const tools = root.querySelector<HTMLElement>("[data-review-tools]");
  if (tools === null) return;
  const part = <Part extends HTMLElement>(name: string): Part =>
    findPart<Part>(tools, `[data-review-${name}]`);
  const [out, clear, told] = [
    part<HTMLButtonElement>("export"),
    part<HTMLButtonElement>("clear"),
    part("told"),
  ];
  const file = part<HTMLInputElement>("import");
  const paint = (): void => {
    const reviewed = new Set([...controller.own.keys(), ...controller.versioned.keys()]).size;
    part("count").textContent = words.progress(reviewed, layer.pairs, controller.own.size);
    part("unkept").hidden = shelf.isLasting();
    clear.disabled = controller.own.size === 0;
    out.disabled = shelf.read() === null;
  };
  out.addEventListener("click", () => {
    saveText(serialiseReviews(readMarks(controller).reviews), `reviews-${model.id}.json`);
  });
  clear.addEventListener("click", () => {
    if (!confirm(words.clearAsk(controller.own.size))) return;
    writeMarks(controller, readMarks(controller).reviews.filter((mark) => mark.layer !== layer.id));
    told.replaceChildren();
  });
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (chosen) told.replaceChildren(...await importFile(chosen, controller));
    file.value = ""; // so that the same file can be chosen again
  });
  const { refused } = readMarks(controller);
  if (refused.length > 0) told.replaceChildren(...listReasons(words.damaged, refused, words));
  controller.listeners.add(paint);
  paint();
  tools.hidden = false;
}

function saveText(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // browsers read it when they get round to it
}

// Gives what is told of it.
async function importFile(file: File, controller: ReviewController): Promise<readonly Node[]> {
  const { words } = controller;
  if (file.size > REVIEW_LIMITS.bytes) {
    const reason = words.tooLarge(`${REVIEW_LIMITS.bytes / 2 ** 20} MB`);
    return listReasons(words.refused(1), [reason], words);
  }
  const parsed = parseReviews(await file.text(), words);
  const merged = mergeReviews(readMarks(controller).reviews, parsed.reviews, controller, words);
  if (merged.taken > 0) writeMarks(controller, merged.reviews);
  const refused = [...parsed.refused, ...merged.refused];
  return [
    ...listReasons(words.taken(merged.taken, merged.replaced, merged.elsewhere), [], words),
    ...(refused.length > 0 ? listReasons(words.refused(refused.length), refused, words) : []),
  ];
}

// How many reasons are listed before the rest is counted.
const LISTED = 8;

function listReasons(
  head: string,
  reasons: readonly string[],
  words: ReviewWords,
): readonly Node[] {
  const line = document.createElement("p");
  line.textContent = head;
  if (reasons.length === 0) return [line];
  const list = document.createElement("ul");
  const counts = [...Map.groupBy(reasons, (reason) => reason)];
  const rest = counts.slice(LISTED).reduce((sum, [, those]) => sum + those.length, 0);
  const shown = counts.slice(0, LISTED).map(([reason, { length }]) =>
    length > 1 ? words.times(reason, length) : reason
  );
  if (rest > 0) shown.push(words.more(rest));
  list.append(...shown.map((reason) => {
    const item = document.createElement("li");
    item.textContent = reason;
    return item;
  }));
  return [line, list];
}
