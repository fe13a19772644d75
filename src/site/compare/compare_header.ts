import type { BadgeView } from "../badge_view.ts";

/** What stands above one side of a comparison: the view of `compare_header.hbs`. */
export interface CompareHeaderView {
  readonly title: string;
  readonly facts: string;
  readonly badges: readonly BadgeView[];
}

/** The header of a side that is not loaded yet. */
export const EMPTY_COMPARE_HEADER: CompareHeaderView = { title: "", facts: "", badges: [] };
