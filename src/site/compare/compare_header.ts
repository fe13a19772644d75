import type { BadgeView } from "../badge_view.ts";

/** What stands above one side of a comparison: the view of `compare_header.hbs`. */
export interface CompareHeaderView {
  /** The side with its model and layer, in parts between which a line may end. */
  readonly parts: readonly string[];
  readonly facts: string;
  readonly badges: readonly BadgeView[];
}

/** The header of a side that is not loaded yet. */
export const EMPTY_COMPARE_HEADER: CompareHeaderView = { parts: [], facts: "", badges: [] };
