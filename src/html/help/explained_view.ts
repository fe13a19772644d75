/** A word that a page explains: a part of the view of `help.hbs`, and the view of `about.hbs`. */
export interface ExplainedView {
  /** What stands for it in the address of its explanation. */
  readonly id: string;
  readonly name: string;
  /** Its unit; null where it has none. */
  readonly unit: string | null;
  /** What it is, in one sentence. */
  readonly meaning: string;
  /** The class that gives its mark a tone; null where it has none. */
  readonly tone: string | null;
  /** How many kernels it is said of; null where they are not counted. */
  readonly count: string | null;
}

/** Words that are explained together. */
export interface ExplainedGroupView {
  /** What stands for all of them in the address of their explanation. */
  readonly id: string;
  readonly name: string;
  /** What is said of all of them; null where that is nothing. */
  readonly says: string | null;
  readonly words: readonly ExplainedView[];
}

/** Explains a word that has neither unit nor mark. */
export function explainWord(
  { id, name, meaning }: Pick<ExplainedView, "id" | "name" | "meaning">,
): ExplainedView {
  return { id, name, meaning, unit: null, tone: null, count: null };
}

/** Explains words together; null where there is none. */
export function explainTogether(
  group: Omit<ExplainedGroupView, "says"> & Partial<Pick<ExplainedGroupView, "says">>,
): ExplainedGroupView | null {
  return group.words.length === 0 ? null : { says: null, ...group };
}
