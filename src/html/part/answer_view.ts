import { formatCount, formatPercent } from "../../site/format.ts";
import type { PhotoView } from "../../site/photo_view.ts";
import type { PhotoAnswer, ReportModel } from "../../report/report_model.ts";
import type { SiteWords } from "../../words/words.ts";

/** What a classifier answers to its photos: the view of `answers.hbs`. */
export interface AnswersView {
  readonly photos: readonly AnswerView[];
  /** How the shares come about; null where the network gives them. */
  readonly note: string | null;
}

/** The first classes of a photo. */
export interface AnswerView {
  /** The number of the photo, from 1. */
  readonly number: string;
  readonly photo: string;
  /** The classes and their shares, in words. */
  readonly classes: string;
}

/** A photo, and its number on the page. */
type AnsweredPhoto = Pick<PhotoView, "id" | "name" | "number">;

/** Views what a model answers to photos, in their order; null where it is no classifier that is known. */
export function viewAnswers(
  { answers }: ReportModel,
  photos: readonly AnsweredPhoto[],
  words: SiteWords,
): AnswersView | null {
  if (answers === null) return null;
  const shown = photos.flatMap(({ id, name, number }) => {
    const answer = answers.photos.find(({ image }) => image === id);
    return answer ? [{ number, photo: name, classes: nameClasses(answer, words) }] : [];
  });
  if (shown.length === 0) return null;
  return { photos: shown, note: words.answer.shares[answers.shares] ?? null };
}

function nameClasses({ classes, labels, shares }: PhotoAnswer, words: SiteWords): string {
  const { answer, count } = words;
  return count.list(classes.map((index, i) => {
    const name = labels[i] ?? answer.unnamed(formatCount(index));
    return answer.shared(name, formatFew(shares[i]!));
  }));
}

// What is next to nothing is not none.
function formatFew(share: number): string {
  return share > 0 && share < 0.005 ? `< ${formatPercent(0.01)}` : formatPercent(share);
}
